"""What waits at a seat in the registry, for whoever takes it over: kinds, numbers and days, never a name.

Whoever comes may not see these people before the seat is theirs, so the pages behind each line say who.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries
from sanam.domain.registry.models import Batch
from sanam.domain.registry.words import BatchState
from sanam.domain.teams import handover
from sanam.domain.teams import queries as teams
from sanam.domain.teams.handover import Open
from sanam.domain.teams.words import Can

_MOST = 20


def register() -> None:
    """Say it to every hand-over."""
    handover.contributes("requests", _of(_requests), th="คำขอของเจ้าของข้อมูล", en="requests of people about their data")
    handover.contributes("imports", imports_at, th="แฟ้มที่ยังอ่านไม่เสร็จ", en="files not read in yet")
    handover.contributes("emergencies", _of(_emergencies), th="เหตุฉุกเฉินที่รอทบทวน", en="emergencies to be reviewed")
    handover.contributes("duplicates", _of(_duplicates), th="คู่ที่อาจเป็นคนเดียวกัน", en="pairs that may be one person")


def imports_at(seat_id: str) -> list[Open]:
    """Files this seat sent that wait or are being read."""
    moving = Batch.objects.filter(by_ref=seat_id, state__in=(BatchState.WAITING, BatchState.READING)).order_by("at")
    return [
        Open(f"batch:{one.pk}", one.file_name, one.file_name, path=f"/imports/{one.pk}/", since=one.at.date())
        for one in moving[:_MOST]
    ]


def _of(query: Callable[[Actor], Sequence[Open]]) -> handover.Query:
    """Ask as the seat itself, in its mandate of today."""

    def ask(seat_id: str) -> Sequence[Open]:
        actor = teams.seat_itself(seat_id)
        return query(actor) if actor else []

    return ask


def _requests(actor: Actor) -> list[Open]:
    if not actor.may(Can.ANSWER_REQUESTS):
        return []
    return [
        Open(
            f"request:{one.pk}",
            one.asked.said("th"),
            one.asked.said("en"),
            path=f"/people/requests/{one.pk}/",
            since=one.received_on,
        )
        for one in queries.requests(actor).rows[:_MOST]
    ]


def _emergencies(actor: Actor) -> list[Open]:
    found = queries.to_review(actor)
    since = found[0].opened_at.date() if found else None
    return _counted("emergencies", len(found), ("ครั้ง", "openings"), "/people/emergency/reviews/", since)


def _duplicates(actor: Actor) -> list[Open]:
    many = queries.open_duplicates(actor).count() if actor.may(Can.CORRECT_PEOPLE) else 0
    return _counted("duplicates", many, ("คู่", "pairs"), "/people/doubts/", None)


def _counted(ref: str, many: int, words: tuple[str, str], path: str, since: object) -> list[Open]:
    th, en = words
    return [Open(ref, f"{many} {th}", f"{many} {en}", path=path, since=since)] if many else []  # type: ignore[arg-type]
