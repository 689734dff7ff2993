"""A room is opened by whoever sits in its body, goes only forward, and a door that was shut stays shut."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue.models import Exchange, RoomDoor
from sanam.domain.dialogue.operations import doors, exchanges
from sanam.domain.dialogue.policies import is_open
from sanam.domain.dialogue.words import RoomStage
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
    voting = exchanges.move(by=cast.secretary, exchange=room, to=RoomStage.VOTING)
    with pytest.raises(Refused):
        exchanges.move(by=cast.secretary, exchange=voting, to=RoomStage.PREPARING)


def test_a_door_that_was_shut_stays_shut_and_the_next_has_its_own_code(cast: Cast, room: Exchange) -> None:
    first = doors.open_door(by=cast.secretary, exchange=room)
    doors.shut(by=cast.secretary, exchange=room)
    second = doors.open_door(by=cast.secretary, exchange=room)
    doors_now = {door.code: is_open(door) for door in RoomDoor.objects.order_by("id")}
    assert doors_now == {first.code: False, second.code: True}


def test_a_room_called_off_has_no_open_door(cast: Cast, room: Exchange) -> None:
    door = doors.open_door(by=cast.secretary, exchange=room)
    exchanges.move(by=cast.secretary, exchange=room, to=RoomStage.CALLED_OFF)
    assert not is_open(RoomDoor.objects.get(pk=door.pk))
