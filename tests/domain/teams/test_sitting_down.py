"""A member sits down and gets up again; a seat closes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.teams import handover
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Holding, Member, Seat
from sanam.domain.teams.operations import members, seats
from sanam.domain.teams.words import HoldingKind
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_acting_needs_a_last_day_and_a_reason(cast: Cast, vacant: Seat, newcomer: Member) -> None:
    for said in ({}, {"to_on": clock.today()}, {"because": "ลาป่วย"}):
        with pytest.raises(BadInput):
            members.seat(by=cast.secretary, member=newcomer, seat=vacant, kind=HoldingKind.ACTING, **said)  # type: ignore[arg-type]


def test_whoever_leaves_has_sat_until_the_day_before_at_least(cast: Cast, vacant: Seat, newcomer: Member) -> None:
    held = members.seat(by=INSTALLATION, member=newcomer, seat=vacant, from_on=clock.today() - timedelta(days=9))
    long_ago = clock.today() - timedelta(days=8)
    members.relieve(by=cast.secretary, holding=held, last_day=long_ago, because="ขอหยุดทันที")
    assert Holding.objects.get(pk=held.pk).to_on == clock.today() - timedelta(days=1)
    assert teams.places(newcomer.pk) == []


def test_a_seat_closes_once_it_is_empty_and_nothing_waits_there(
    cast: Cast, vacant: Seat, newcomer: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = members.seat(by=INSTALLATION, member=newcomer, seat=vacant, from_on=clock.today() - timedelta(days=9))
    with pytest.raises(Refused, match="Somebody sits there"):
        seats.close(by=cast.secretary, seat=vacant, because="รวมงาน")
    yesterday = clock.today() - timedelta(days=1)
    members.relieve(by=cast.secretary, holding=held, last_day=yesterday, because="ย้าย")
    monkeypatch.setitem(
        handover._kinds, "bags", handover.Kind("bags", "ถุง", "bags", lambda _: [handover.Open("1", "", "")])
    )
    with pytest.raises(Refused, match="still open"):
        seats.close(by=cast.secretary, seat=vacant, because="รวมงาน")
    monkeypatch.delitem(handover._kinds, "bags")
    # the news that they left was never read there, and that keeps nothing open
    assert seats.close(by=cast.secretary, seat=vacant, because="รวมงาน").closed_on == clock.today()
    with pytest.raises(Refused, match="is closed"):
        members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
