"""Deeds: a gathering is called together, moved, called off, opened and closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.permissions import check_can_call, check_writes_of
from sanam.domain.gatherings.policies import check_is_not_approving
from sanam.domain.gatherings.words import MOVES, GatheringKind, Stage
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body


@transaction.atomic
def call_together(
    *,
    by: Actor,
    body: Body,
    title: str,
    starts_at: datetime,
    place: str,
    kind: GatheringKind = GatheringKind.MEETING,
    ends_at: datetime | None = None,
    agenda: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> Gathering:
    """Call a gathering of a body together, at a time with its zone; the agenda is one line a matter."""
    check_can_call(by, body)
    if not title.strip() or not place.strip():
        raise BadInput("gatherings.what_and_where", "บอกเรื่องที่จะคุยและที่นัดด้วย", "Say what it is about and where.")
    if ends_at and ends_at <= starts_at:
        raise BadInput("gatherings.ends_first", "เวลาเลิกต้องหลังเวลาเริ่ม", "It has to end after it begins.")
    gathering = Gathering.objects.create(
        title=title.strip()[:300],
        kind=kind,
        stage=Stage.PLANNED,
        body=body,
        convened_by=teams.seat(by.ref) if by.member else None,
        place=place.strip()[:200],
        starts_at=starts_at,
        ends_at=ends_at,
        held_on=starts_at.astimezone(clock.BANGKOK).date().isoformat(),
        agenda=[line.strip() for line in agenda if line.strip()],
        tags=list(tags),
        by_ref=by.ref,
        created_at=clock.now(),
    )
    journal.record(by=by, did="gathering.called", to=gathering.ref)
    return gathering


@transaction.atomic
def move(*, by: Actor, gathering: Gathering, to: Stage) -> Gathering:
    """Bring a gathering to another stage; raises BadInput where `MOVES` does not lead there.

    A report is approved by `reports.approve`, and by no other way.
    """
    check_writes_of(by, gathering)
    check_is_not_approving(to)
    locked = Gathering.objects.select_for_update().get(id=gathering.id)
    if to not in MOVES[Stage(locked.stage)]:
        raise BadInput(
            "gatherings.stage",
            f"วงนี้อยู่ขั้น “{Stage(locked.stage).th}” ยังไปขั้น “{to.th}” ไม่ได้",
            f"This gathering is “{Stage(locked.stage).en}” and cannot become “{to.en}” from there.",
        )
    locked.stage = to
    locked.save(update_fields=["stage"])
    journal.record(by=by, did=f"gathering.{to.value}", to=locked.ref)
    return locked
