"""Seats of the standing district at work: a deputy, somebody acting, the nurse's seat on its way."""

from __future__ import annotations

from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import handovers, members, seats
from sanam.domain.teams.words import HoldingKind
from tests.cast import Cast


def seats_at_work(cast: Cast) -> dict[str, str]:
    """The ids of a seat with a deputy, its holding and body, and of a hand-over begun and half talked over."""
    seat, later = cast.seats["local"], clock.today() + timedelta(days=30)
    deputy = cast.members["volunteer"]
    members.seat(by=cast.secretary, member=deputy, seat=seat, kind=HoldingKind.DEPUTY, to_on=later)
    seats.need(by=cast.secretary, seat=seat, deputies=1, term_months=1)
    one = handovers.begin(by=INSTALLATION, seat=cast.seats["nurse"], taker=cast.members["seatless"], from_on=later)
    handovers.talk_over(by=cast.nurse, handover=one, met_on=clock.today(), kinds=[], notes={})
    holder = teams.seat_card(cast.nurse, str(seat.pk)).holder
    assert holder
    return {
        "seat": str(seat.pk),
        "holding": str(holder.pk),
        "body": str(seat.body_id),
        "handover": str(one.pk),
    }
