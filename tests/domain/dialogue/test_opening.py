"""A room is opened by whoever sits in its body, goes only forward, and a door that was shut stays shut."""

from __future__ import annotations

import contextlib
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction

from sanam.domain.dialogue import operations
from sanam.domain.dialogue.models import Exchange, Result, RoomDoor
from sanam.domain.dialogue.operations import doors, exchanges, results, statements, voting
from sanam.domain.dialogue.policies import is_open
from sanam.domain.dialogue.words import Heading, RoomStage
from sanam.domain.foundation.refused import NotAllowed, Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(cast: Cast) -> Exchange:
    return exchanges.open_room(by=cast.secretary, body=cast.seats["secretary"].body, title="ลงแรงด้วยกันปีหน้า")


def test_a_seat_that_does_not_write_gatherings_opens_no_room(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        exchanges.open_room(by=cast.volunteer, body=cast.seats["volunteer"].body, title="วงคุย")


def test_a_room_goes_only_forward(cast: Cast, room: Exchange) -> None:
    statements.offer(by=cast.secretary, exchange=room, text="ซ่อมบ้าน", heading=Heading.GOAL)
    begun = voting.begin(by=cast.secretary, exchange=room)
    with pytest.raises(Refused):
        voting.begin(by=cast.secretary, exchange=begun)
    off = exchanges.call_off(by=cast.secretary, exchange=begun)
    for deed in (exchanges.call_off, voting.begin, results.close, results.end_voting):
        with pytest.raises(Refused):
            deed(by=cast.secretary, exchange=off)  # type: ignore[operator]


def test_no_deed_takes_a_room_to_dots_or_to_its_end_without_counting(cast: Cast, room: Exchange) -> None:
    """Of all deeds of this room, those that leave a stage behind which is only reached by counting."""
    statements.offer(by=cast.secretary, exchange=room, text="ซ่อมบ้าน", heading=Heading.GOAL)
    voting.begin(by=cast.secretary, exchange=room)
    counted = {results.end_voting, results.close}
    deeds = [deed for module in modules() for deed in vars(module).values() if takes_a_room(deed, module)]
    assert counted < set(deeds)
    for deed in deeds:
        with contextlib.suppress(_Back, Refused), transaction.atomic():
            deed(by=cast.secretary, exchange=room)
            stage = Exchange.objects.get().said
            assert deed in counted or stage not in {RoomStage.DOTTING, RoomStage.CLOSED}, deed
            assert (stage is RoomStage.CLOSED) == Result.objects.exists()
            raise _Back


class _Back(Exception):
    """Undoes one deed before the next."""


def modules() -> list[ModuleType]:
    return [import_module(one.name) for one in pkgutil.iter_modules(operations.__path__, f"{operations.__name__}.")]


def takes_a_room(deed: Any, module: ModuleType) -> bool:
    """Whether this is a deed written here that needs nothing but a room."""
    if not inspect.isfunction(deed) or deed.__module__ != module.__name__ or deed.__name__.startswith("_"):
        return False
    needed = {one.name for one in inspect.signature(deed).parameters.values() if one.default is one.empty}
    return needed == {"by", "exchange"}


def test_a_door_that_was_shut_stays_shut_and_the_next_has_its_own_code(cast: Cast, room: Exchange) -> None:
    first = doors.open_door(by=cast.secretary, exchange=room)
    doors.shut(by=cast.secretary, exchange=room)
    second = doors.open_door(by=cast.secretary, exchange=room)
    doors_now = {door.code: is_open(door) for door in RoomDoor.objects.order_by("id")}
    assert doors_now == {first.code: False, second.code: True}


def test_a_room_called_off_has_no_open_door(cast: Cast, room: Exchange) -> None:
    door = doors.open_door(by=cast.secretary, exchange=room)
    exchanges.call_off(by=cast.secretary, exchange=room)
    assert not is_open(RoomDoor.objects.get(pk=door.pk))
