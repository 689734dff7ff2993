"""Deeds: a room is opened, or called off. Its other steps are deeds of their own: `voting` begins, `results` counts."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from sanam.domain.dialogue.models import Exchange, RoomDoor
from sanam.domain.dialogue.operations import tickets
from sanam.domain.dialogue.permissions import check_can_open, check_hosts
from sanam.domain.dialogue.policies import check_moves
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.text import one_line
from sanam.domain.gatherings.models import Gathering
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body


@transaction.atomic
def open_room(
    *,
    by: Actor,
    body: Body,
    title: str,
    question: str = "",
    gathering: Gathering | None = None,
    ends_at: datetime | None = None,
) -> Exchange:
    """Open a room of the body this seat sits in, at one of its gatherings or until a day."""
    check_can_open(by, body)
    said = one_line(title)
    _check(body, said, gathering, ends_at)
    room = Exchange.objects.create(
        body=body,
        gathering=gathering,
        title=said[:200],
        question=one_line(question)[:300],
        ends_at=ends_at,
        opened_by=teams.seat(by.ref),
        by_ref=by.ref,
        created_at=clock.now(),
    )
    journal.record(by=by, did="room.opened", to=room.ref)
    return room


@transaction.atomic
def call_off(*, by: Actor, exchange: Exchange) -> Exchange:
    """End a room without counting: its door is shut and names are forgotten."""
    check_hosts(by, exchange)
    locked = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_moves(locked, RoomStage.CALLED_OFF)
    locked.stage = RoomStage.CALLED_OFF.value
    locked.save(update_fields=["stage"])
    RoomDoor.objects.filter(exchange=locked, closed_at=None).update(closed_at=clock.now())
    tickets.forget(by=by, exchange=locked)
    journal.record(by=by, did="room.called_off", to=locked.ref)
    return locked


def _check(body: Body, title: str, gathering: Gathering | None, ends_at: datetime | None) -> None:
    if not title:
        raise BadInput("dialogue.title", "ขอชื่อห้องด้วย", "A room needs a title.")
    if gathering is not None and gathering.body_id != body.pk:
        raise BadInput("dialogue.other_gathering", "วงนี้ไม่ใช่ของคณะนี้", "That gathering is another body's.")
    if ends_at is not None and ends_at <= clock.now():
        raise BadInput("dialogue.ends_before", "วันปิดห้องต้องอยู่ข้างหน้า", "A room closes on a day to come.")
