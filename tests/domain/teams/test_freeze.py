"""Below the fewest seats filled, what needs the body waits, and says where somebody is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.teams import policies
from sanam.domain.teams.models import Body, Member, Seat
from sanam.domain.teams.operations import bodies, members
from sanam.domain.teams.words import HoldingKind
from tests.cast import Cast
from tests.domain.teams.conftest import open_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_needed(cast: Cast, below: Body, vacant: Seat) -> Body:
    """A care team of three seats, of which two must be filled and none is."""
    for role in ("care_manager", "moderator"):
        open_seat(cast, below, role)
    return bodies.need_filled(by=INSTALLATION, body=below, fewest=2)


def test_a_body_that_asks_for_nothing_is_never_frozen(below: Body, vacant: Seat) -> None:
    assert not policies.is_frozen(below)
    policies.check_quorate(below)


def test_it_says_how_many_are_missing_and_in_which_leg(two_needed: Body) -> None:
    assert policies.is_frozen(two_needed)
    with pytest.raises(Refused) as refusal:
        policies.check_quorate(two_needed)
    assert refusal.value.details == {"filled": 0, "fewest": 2, "missing": 2}
    assert "ขาท้องถิ่น ว่าง 3" in refusal.value.th
    assert "Local government 3" in refusal.value.en


def test_a_holder_and_somebody_acting_fill_a_seat_and_a_deputy_does_not(
    two_needed: Body, vacant: Seat, newcomer: Member, cast: Cast
) -> None:
    other = Seat.objects.get(body=two_needed, role="moderator")
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    members.seat(by=INSTALLATION, member=cast.members["local"], seat=other, kind=HoldingKind.DEPUTY)
    assert policies.shortage(two_needed).filled == 1
    until = clock.today() + timedelta(days=5)
    members.seat(
        by=INSTALLATION,
        member=cast.members["nurse"],
        seat=other,
        kind=HoldingKind.ACTING,
        to_on=until,
        because="รอคนใหม่",
    )
    policies.check_quorate(two_needed)
    with clock.at(clock.now() + timedelta(days=6)):
        assert policies.is_frozen(two_needed)


def test_nobody_inside_the_body_loosens_it(cast: Cast, two_needed: Body) -> None:
    with pytest.raises(NotAllowed):
        bodies.need_filled(by=cast.secretary, body=two_needed, fewest=0)
    with pytest.raises(BadInput):
        bodies.need_filled(by=INSTALLATION, body=two_needed, fewest=4)
