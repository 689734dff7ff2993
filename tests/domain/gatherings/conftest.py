"""A gathering of the board under way, and one that is over; every leg but one has somebody sitting in it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.operations import calling, minutes
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Leg
from sanam.domain.teams.operations import members, seats
from tests.cast import Cast

SEATED = ("ท้องถิ่น", "ภาคประชาชน")


@pytest.fixture
def legs(cast: Cast) -> dict[str, Leg]:
    """The board's legs by name. Somebody sits in each but ท้องที่."""
    first = cast.seats["secretary"]
    for name in SEATED:
        seat = seats.set_up(
            by=INSTALLATION,
            body=first.body,
            leg=teams.leg(first.body, name),
            organisation=first.organisation,
            role="local_government",
            areas=("9305",),
        )
        member = members.enrol(by=INSTALLATION, name=f"คน{name}", username=name, password="ทุ่งนา-ควาย-2569-ก")
        members.seat(by=INSTALLATION, member=member, seat=seat)
        (place,) = teams.places(member.id)
        cast.actors[name], cast.seats[name], cast.members[name] = place.actor(member=member.id, via="web"), seat, member
    return {leg.name_th: leg for leg in Leg.objects.filter(body=first.body)}


def begun(cast: Cast, *, days_ago: int = 0, title: str = "คุยเรื่องรถรับส่ง", **more: object) -> Gathering:
    """A gathering of the board in session, called for so many days ago."""
    at = clock.now() - timedelta(days=days_ago)
    body = cast.seats["secretary"].body
    given = {"title": title, "place": "ศาลาหมู่ 5", "starts_at": at, "agenda": ["รถรับส่ง", "บ้านที่ต้องซ่อม"]} | more
    gathering = calling.call_together(by=cast.secretary, body=body, **given)  # type: ignore[arg-type]
    return calling.move(by=cast.secretary, gathering=gathering, to=Stage.OPEN)


def over(cast: Cast, *, days_ago: int = 0, title: str = "คุยเรื่องรถรับส่ง", **more: object) -> Gathering:
    """A gathering that was held, with a point the secretary wrote."""
    gathering = begun(cast, days_ago=days_ago, title=title, **more)
    minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("รถมีคันเดียว", heading="รถรับส่ง")])
    return calling.move(by=cast.secretary, gathering=gathering, to=Stage.HELD)


@pytest.fixture
def gathering(cast: Cast, legs: dict[str, Leg]) -> Gathering:
    return begun(cast)


@pytest.fixture
def held(cast: Cast, legs: dict[str, Leg]) -> Gathering:
    return over(cast)
