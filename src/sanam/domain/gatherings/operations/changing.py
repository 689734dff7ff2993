"""Deeds: a gathering that was called changes its day, place or matters, or is called off; the invited hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings.models import Gathering, Invitation
from sanam.domain.gatherings.operations import calling
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.gatherings.policies import check_agenda, check_to_come
from sanam.domain.gatherings.words import GatheringKind, Stage
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices

CHANGED = {
    (True, False): ("เปลี่ยนเวลาหรือที่นัด", "has a new time or place"),
    (False, True): ("เปลี่ยนวาระ", "has a new agenda"),
    (True, True): ("เปลี่ยนเวลาหรือที่นัด และวาระ", "has a new time or place, and a new agenda"),
}
"""What is said of a gathering that moved, or whose matters are others now."""


@transaction.atomic
def change(
    *,
    by: Actor,
    gathering: Gathering,
    title: str,
    starts_at: datetime,
    place: str,
    kind: GatheringKind,
    ends_at: datetime | None = None,
    agenda: Sequence[str] = (),
) -> Gathering:
    """Change what was called; a new time, place or agenda is told to every invited seat, once until it is read.

    The agenda changes until the talk begins; from then on minutes stand under its lines.
    """
    check_hosts(by, gathering)
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    check_to_come(gathering)
    matters = [line.strip() for line in agenda if line.strip()]
    check_agenda(gathering, matters)
    if not title.strip() or not place.strip():
        raise BadInput("gatherings.what_and_where", "บอกเรื่องที่จะคุยและที่นัดด้วย", "Say what it is about and where.")
    if ends_at and ends_at <= starts_at:
        raise BadInput("gatherings.ends_first", "เวลาเลิกต้องหลังเวลาเริ่ม", "It has to end after it begins.")
    moved = (gathering.starts_at, gathering.place) != (starts_at, place.strip()[:200])
    other_matters = gathering.agenda != matters
    gathering.title, gathering.kind, gathering.place = title.strip()[:300], kind.value, place.strip()[:200]
    gathering.starts_at, gathering.ends_at = starts_at, ends_at
    gathering.held_on = starts_at.astimezone(clock.BANGKOK).date().isoformat()
    gathering.agenda = matters
    gathering.save(update_fields=["title", "kind", "place", "starts_at", "ends_at", "held_on", "agenda"])
    journal.record(by=by, did="gathering.changed", to=gathering.ref, details={"moved": moved, "agenda": other_matters})
    if moved or other_matters:
        _tell(by, gathering, *CHANGED[moved, other_matters])
    return gathering


@transaction.atomic
def call_off(*, by: Actor, gathering: Gathering, because: str) -> Gathering:
    """Call a gathering off, with a reason that every invited seat hears."""
    check_hosts(by, gathering)
    if not because.strip():
        raise BadInput("gatherings.off_why", "บอกคนที่ชวนไว้ด้วยว่าเพราะอะไร", "Tell those who were asked why.")
    off = calling.move(by=by, gathering=gathering, to=Stage.CALLED_OFF)
    reason = because.strip()[:100]
    _tell(by, off, f"งดนัดแล้ว: {reason}", f"is called off: {reason}")
    return off


def _tell(by: Actor, gathering: Gathering, th: str, en: str) -> None:
    title = gathering.title[:120]
    asked = Invitation.objects.filter(gathering=gathering, seat__isnull=False).values_list("seat_id", flat=True)
    for seat in asked:
        notices.tell(
            by=by,
            seat=str(seat),
            kind="gathering",
            about=gathering.ref,
            th=f"วงคุย “{title}” {th}",
            en=f"“{title}” {en}",
            path=f"/gatherings/{gathering.pk}/",
            once=True,
        )
