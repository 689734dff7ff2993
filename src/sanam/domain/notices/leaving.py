"""What waits for a seat to be read, for whoever takes it over; a number, for a notice may name somebody."""

from __future__ import annotations

from sanam.domain.notices.models import Notice
from sanam.domain.teams import handover


def register() -> None:
    """Say it to every hand-over."""
    th, en = "ข่าวที่ยังไม่ได้อ่าน", "notices not read yet"
    handover.contributes("notices", unread_at, th=th, en=en, keeps_open=False)


def unread_at(seat_id: str) -> list[handover.Open]:
    """One line with how many notices a seat has not read, and since when; nothing where all were."""
    unread = Notice.objects.filter(seat_ref=seat_id, read_at=None).order_by("id")
    if not (many := unread.count()):
        return []
    since = unread.values_list("at", flat=True)[0].date()
    return [handover.Open("notices", f"{many} ข่าว", f"{many} notices", path="/", since=since)]
