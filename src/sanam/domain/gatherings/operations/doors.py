"""Deeds: the door of a gathering is opened for phones, and shut."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.codes import new_code
from sanam.domain.gatherings.models import Door, Gathering
from sanam.domain.gatherings.operations import calling
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.gatherings.policies import check_to_come
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import operations as journal

LASTS = timedelta(hours=12)
"""A door nobody shut shuts by itself."""


@transaction.atomic
def open_door(*, by: Actor, gathering: Gathering) -> Door:
    """Open the door with a code of its own; a gathering that was only called is in session from now on."""
    check_hosts(by, gathering)
    check_to_come(gathering)
    if gathering.stage == Stage.PLANNED:
        gathering.stage = calling.move(by=by, gathering=gathering, to=Stage.OPEN).stage
    now = clock.now()
    opened = {"code": _free(), "opened_at": now, "until": now + LASTS, "closed_at": None, "by_ref": by.ref}
    door, _new = Door.objects.update_or_create(gathering=gathering, defaults=opened)
    journal.record(by=by, did="gathering.door_opened", to=gathering.ref)
    return door


@transaction.atomic
def shut(*, by: Actor, gathering: Gathering) -> None:
    """Shut the door; the code is good for nothing from now on. Shutting a shut door changes nothing."""
    check_hosts(by, gathering)
    if Door.objects.filter(gathering=gathering, closed_at=None).update(closed_at=clock.now()):
        journal.record(by=by, did="gathering.door_shut", to=gathering.ref)


def _free() -> str:
    while Door.objects.filter(code=(code := new_code())).exists():
        pass
    return code
