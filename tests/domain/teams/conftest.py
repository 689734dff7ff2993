"""A board within a board, and who shapes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body, Member, Seat
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind
from tests.cast import PASSWORD, Cast


@pytest.fixture
def board(cast: Cast) -> Body:
    """The district's board."""
    return cast.seats["secretary"].body


@pytest.fixture
def below(board: Body) -> Body:
    """A care team beneath it."""
    return bodies.found(
        by=INSTALLATION,
        kind=BodyKind.CARE_TEAM,
        name_th="ทีมดูแลทดสอบ",
        name_en="Test care team",
        area_codes=["930512"],
        parent=board,
    )


@pytest.fixture
def aside() -> Body:
    """A board of another district, beneath nobody."""
    return bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="พชอ.อื่น", name_en="Other board", area_codes=["9001"]
    )


@pytest.fixture
def vacant(cast: Cast, below: Body) -> Seat:
    """A caregiver's seat in the care team, nobody in it."""
    return open_seat(cast, below)


def open_seat(cast: Cast, body: Body, role: str = "caregiver", areas: tuple[str, ...] = ("930512",)) -> Seat:
    """A seat set up by the installation."""
    leg = teams.leg(body, "ท้องถิ่น")
    office = cast.seats["nurse"].organisation
    return seats.set_up(by=INSTALLATION, body=body, leg=leg, organisation=office, role=role, areas=areas)


@pytest.fixture
def newcomer(cast: Cast) -> Member:
    """Somebody enrolled who sits nowhere yet."""
    return enrol("newcomer")


def enrol(name: str) -> Member:
    """A member with an account."""
    return members.enrol(by=INSTALLATION, name=f"คน {name}", username=name, password=PASSWORD)


@pytest.fixture
def standing_in(cast: Cast, newcomer: Member) -> Actor:
    """A deputy of the secretary, acting from the secretary's seat."""
    members.seat(by=INSTALLATION, member=newcomer, seat=cast.seats["secretary"], kind="deputy")  # type: ignore[arg-type]
    return replace(cast.secretary, member=str(newcomer.pk))


Acting = Callable[[Member, Seat], Actor]


def acting(member: Member, seat: Seat) -> Actor:
    """A member as the actor of a seat they may act under."""
    actor = teams.acting(str(member.pk), str(seat.pk), via="web")
    assert actor is not None
    return actor
