"""Deeds: the door of a room is opened for phones, and shut. A door that was shut stays shut."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from sanam.domain.dialogue.models import Exchange, RoomDoor
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.policies import check_goes_on
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.codes import new_code
from sanam.domain.gatherings.models import Door
from sanam.domain.journal import operations as journal

LASTS = timedelta(hours=12)
"""A door nobody shut shuts by itself, unless the room itself is open for days."""


@transaction.atomic
def open_door(*, by: Actor, exchange: Exchange) -> RoomDoor:
    """Open a door with a code of its own; the one that is open now is shut for good."""
    check_hosts(by, exchange)
    locked = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_goes_on(locked)
    _shut(locked)
    now = clock.now()
    until = locked.ends_at or now + LASTS
    door = RoomDoor.objects.create(exchange=locked, code=_free(), opened_at=now, until=until, by_ref=by.ref)
    journal.record(by=by, did="room.door_opened", to=locked.ref)
    return door


@transaction.atomic
def shut(*, by: Actor, exchange: Exchange) -> None:
    """Shut the door: its code is good for nothing from now on. Shutting a shut door changes nothing."""
    check_hosts(by, exchange)
    if _shut(exchange):
        journal.record(by=by, did="room.door_shut", to=exchange.ref)


def _shut(exchange: Exchange) -> int:
    return RoomDoor.objects.filter(exchange=exchange, closed_at=None).update(closed_at=clock.now())


def _free() -> str:
    """A code that no door of a room or of a gathering has, so that one typed code leads to one place."""
    while True:
        code = new_code()
        if not (RoomDoor.objects.filter(code=code).exists() or Door.objects.filter(code=code).exists()):
            return code
