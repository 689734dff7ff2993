"""Seats at work: terms, a deputy who really sat, somebody acting, a seat on its way to somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import bodies, handovers, members, seats
from sanam.domain.teams.words import HoldingKind

if TYPE_CHECKING:
    from sanam.domain.teams.models import Member, Seat

TERMS = {"secretary": 48, "local-12": 48, "welfare": 24, "head-10": 60}
TERM_ENDS = {"elders": 40}
"""In how many days."""


def change_hands(actors: dict[str, Actor], seats_: dict[str, Seat]) -> None:
    """Everything the seats' pages show, done as anybody would do it."""
    for key, months in TERMS.items():
        seats.need(by=INSTALLATION, seat=seats_[key], deputies=1, term_months=months)
    for key, days in TERM_ENDS.items():
        until = clock.today() + timedelta(days=days)
        seats.extend_term(by=actors["secretary"], seat=seats_[key], until=until, because="รอคัดเลือกตัวแทนชมรม")
    bodies.need_filled(by=INSTALLATION, body=seats_["secretary"].body, fewest=7)
    bodies.need_filled(by=INSTALLATION, body=seats_["fund-local"].body, fewest=3)
    _deputy_sits(actors["manager-02"], seats_["manager-02"])
    _acting(actors["secretary"], seats_["head-10"], _member("ไสว"))
    _under_way(actors["secretary"], seats_["club-11"], _member("ราตรี"))


def _deputy_sits(holder: Actor, seat: Seat) -> None:
    """The deputy of a care manager confirms what is still so, on a day the manager is away."""
    (deputy,) = teams.seat_card(holder, str(seat.pk)).deputies
    stands_in = replace(holder, member=str(deputy.holding.member_id))
    for row in registry.worklist(stands_in, registry.Ask(), size=2).rows:
        facts.confirm(by=stands_in, person=row.person, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)


def _acting(by: Actor, seat: Seat, member: Member) -> None:
    until = clock.today() + timedelta(days=45)
    because = "รอแต่งตั้งกำนันคนใหม่"
    members.seat(by=by, member=member, seat=seat, kind=HoldingKind.ACTING, to_on=until, because=because)


def _under_way(by: Actor, seat: Seat, taker: Member) -> None:
    """Begun, met, half talked over; left for whoever tries the demo."""
    (giver,) = [teams.seat_card(by, str(seat.pk)).holder]
    assert giver is not None  # noqa: S101 - the plan seats somebody there
    one = handovers.begin(by=by, seat=seat, taker=taker, from_on=clock.today() + timedelta(days=7))
    handovers.talk_over(
        by=replace(by, ref=str(seat.pk), member=str(giver.member_id)),
        handover=one,
        met_on=clock.today() - timedelta(days=1),
        kinds=[],
        notes={("notices", "notices"): "ข่าวเรื่องรถรับส่ง คุยกับเทศบาลแล้ว รอคำตอบ"},
    )


def _member(given: str) -> Member:
    return next(one for one in teams.may_sit(INSTALLATION) if one.name.startswith(given))
