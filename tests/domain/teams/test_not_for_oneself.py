"""Nobody changes their own seat, mandate, deputy or term: every deed on a seat, by every path."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, NO_ONE, Actor, Mandate
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams.models import HandOver, Holding, Member, Seat
from sanam.domain.teams.operations import handovers, members, seats, sittings
from sanam.domain.teams.words import CAPABILITIES, HoldingKind
from sanam.interfaces.cli.seats import acting_as
from tests.cast import Cast
from tests.domain.teams.conftest import acting, enrol, open_seat

pytestmark = pytest.mark.django_db

AHEAD = timedelta(days=30)
Deed = Callable[[Actor, Seat, Member, Member], object]


def _relieve(by: Actor, seat: Seat, own: Member, _other: Member) -> object:
    return members.relieve(by=by, holding=Holding.objects.get(seat=seat, member=own), because="ขอพัก")


# what is done to a seat one sits in: by whom, which seat, who does it, somebody else
ON_A_SEAT: dict[str, Deed] = {
    "change_mandate": lambda by, seat, _own, _other: seats.change_mandate(
        by=by, seat=seat, mandate=replace(seat.mandate, areas=("93051201",)), because="ย้ายงาน"
    ),
    "need": lambda by, seat, _own, _other: seats.need(by=by, seat=seat, deputies=0, term_months=None),
    "extend_term": lambda by, seat, _own, _other: seats.extend_term(
        by=by, seat=seat, until=clock.today() + AHEAD, because="งานค้าง"
    ),
    "close": lambda by, seat, _own, _other: seats.close(by=by, seat=seat, because="ไม่ใช้แล้ว"),
    "seat": lambda by, seat, _own, other: members.seat(by=by, member=other, seat=seat),
    "seat a deputy": lambda by, seat, _own, other: members.seat(
        by=by, member=other, seat=seat, kind=HoldingKind.DEPUTY
    ),
    "relieve": _relieve,
    "begin": lambda by, seat, _own, other: handovers.begin(
        by=by, seat=seat, taker=other, from_on=clock.today() + AHEAD
    ),
}
# what gives oneself something at a seat one does not sit in
TO_ONESELF: dict[str, Deed] = {
    "seat": lambda by, seat, own, _other: members.seat(by=by, member=own, seat=seat),
    "seat a deputy": lambda by, seat, own, _other: members.seat(by=by, member=own, seat=seat, kind=HoldingKind.DEPUTY),
    "acting": lambda by, seat, own, _other: members.seat(
        by=by, member=own, seat=seat, kind=HoldingKind.ACTING, to_on=clock.today() + AHEAD, because="ว่าง"
    ),
    "begin": lambda by, seat, own, _other: handovers.begin(by=by, seat=seat, taker=own, from_on=clock.today() + AHEAD),
}


def test_every_deed_on_a_seat_is_in_the_tables() -> None:
    named = set()
    for module in (seats, sittings, handovers):
        for name, deed in inspect.getmembers(module, inspect.isfunction):
            asked = inspect.signature(deed).parameters
            if inspect.getmodule(deed) is module and not name.startswith("_") and {"seat", "holding"} & set(asked):
                named.add(name)
    assert named == {name for name in ON_A_SEAT if " " not in name}


@pytest.fixture
def paths(cast: Cast, standing_in: Actor, newcomer: Member) -> dict[str, tuple[Actor, Seat, Member]]:
    """Ways to reach for one's own seat: the actor, the seat, and who sits there and acts."""
    own = cast.seats["secretary"]
    second = open_seat(cast, own.body, "district_secretary", ("9305",))
    members.seat(by=INSTALLATION, member=cast.members["secretary"], seat=second)
    third = open_seat(cast, own.body, "district_secretary", ("9305",))
    members.seat(by=INSTALLATION, member=newcomer, seat=third)
    coming = open_seat(cast, own.body)
    members.seat(
        by=INSTALLATION, member=cast.members["secretary"], seat=coming, from_on=clock.today() + timedelta(days=5)
    )
    me = cast.members["secretary"]
    return {
        "from the seat itself": (cast.secretary, own, me),
        "through a second seat": (acting(me, second), own, me),
        "the second seat through the first": (cast.secretary, second, me),
        "a seat one will sit in": (cast.secretary, coming, me),
        "as deputy, the seat one stands in at": (standing_in, own, newcomer),
        "through one's own seat, where one is deputy": (acting(newcomer, third), own, newcomer),
        "as deputy, one's own seat": (standing_in, third, newcomer),
        "on the command line": (acting_as(str(second.pk)), own, me),
        "on the command line, by user name": (acting_as("secretary"), own, me),
        "from no seat": (replace(NO_ONE, member=str(me.pk)), own, me),
    }


def refused(deed: Callable[[], object]) -> bool:
    try:
        deed()
    except NotAllowed:
        return True
    return False


def standing() -> list[Any]:
    return [
        list(Seat.objects.order_by("id").values()),
        list(Holding.objects.order_by("id").values()),
        list(HandOver.objects.order_by("id").values()),
    ]


def test_no_deed_by_any_path_changes_a_seat_one_sits_in(paths: dict[str, Any], cast: Cast) -> None:
    other, before, done = enrol("other"), standing(), []
    for path, (by, seat, own) in paths.items():
        for name, deed in ON_A_SEAT.items():
            if not refused(lambda: deed(by, seat, own, other)):  # noqa: B023 - asked at once
                done.append(f"{name} {path}")
    assert done == []
    assert standing() == before


def test_no_deed_by_any_path_seats_oneself_elsewhere(
    paths: dict[str, Any], cast: Cast, vacant: Seat, newcomer: Member
) -> None:
    held = open_seat(cast, vacant.body)
    members.seat(by=INSTALLATION, member=enrol("holder"), seat=held)
    before, done = standing(), []
    for path, (by, _, own) in paths.items():
        for name, deed in TO_ONESELF.items():
            at = held if name == "begin" else vacant
            if not refused(lambda: deed(by, at, own, own)):  # noqa: B023 - asked at once
                done.append(f"{name} {path}")
    assert done == []
    assert standing() == before


def test_the_same_deeds_are_done_for_somebody_else(cast: Cast, vacant: Seat, newcomer: Member) -> None:
    # the tables refuse for whom, not for what
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    other, by = enrol("other"), cast.secretary
    for name in ("change_mandate", "need", "extend_term", "seat a deputy", "begin"):
        ON_A_SEAT[name](by, vacant, newcomer, other)
        vacant.refresh_from_db()
    handovers.call_off(by=by, handover=HandOver.objects.get(seat=vacant), because="ยังไม่พร้อม")
    ON_A_SEAT["relieve"](by, vacant, newcomer, other)
    assert vacant.areas == ["93051201"]
    assert vacant.term_ends_on == clock.today() + AHEAD


def test_a_handover_begun_by_a_third_is_confirmed_by_the_two_and_nobody_else(
    cast: Cast, vacant: Seat, newcomer: Member
) -> None:
    members.seat(by=INSTALLATION, member=cast.members["local"], seat=vacant, from_on=clock.today() - AHEAD)
    one = handovers.begin(by=cast.secretary, seat=vacant, taker=newcomer, from_on=clock.today())
    for who in (cast.secretary, cast.nurse, acting_as(str(vacant.pk)), INSTALLATION):
        with pytest.raises(NotAllowed):
            handovers.confirm(by=who, handover=one)


def test_a_mandate_is_no_wider_than_the_givers_own(cast: Cast, vacant: Seat) -> None:
    own = cast.secretary.mandate
    wider: list[Mandate] = [
        replace(vacant.mandate, areas=("93",)),
        replace(vacant.mandate, areas=("930512", "9001")),
        replace(vacant.mandate, fields=vacant.mandate.fields | cast.nurse.mandate.fields),
        replace(vacant.mandate, capabilities=CAPABILITIES - own.capabilities | {"people.see", "journal.erase_details"}),
    ]
    for mandate in wider:
        with pytest.raises(NotAllowed):
            seats.change_mandate(by=cast.secretary, seat=vacant, mandate=mandate, because="ขอเพิ่ม")
    mixed = replace(cast.nurse.mandate, areas=("930501",))
    with pytest.raises(NotAllowed):  # two mandates, neither wider, are not mixed into one that is
        seats.change_mandate(by=cast.secretary, seat=cast.seats["nurse"], mandate=mixed, because="ย้าย")
    narrower = replace(cast.nurse.mandate, areas=("93051205",))
    seats.change_mandate(by=cast.secretary, seat=cast.seats["nurse"], mandate=narrower, because="แบ่งงานกัน")
    assert Seat.objects.get(pk=cast.seats["nurse"].pk).areas == ["93051205"]


def test_a_seat_opened_by_a_seat_carries_no_more_than_the_opener_has(cast: Cast, vacant: Seat) -> None:
    given = {"body": vacant.body, "leg": vacant.leg, "organisation": vacant.organisation}
    made = seats.set_up(by=cast.secretary, role="care_manager", areas=("930512", "9001"), **given)
    assert made.areas == ["930512"]
    assert "secret" not in made.fields
    assert made.mandate.capabilities <= cast.secretary.mandate.capabilities


def test_a_board_shapes_its_own_tree_and_nothing_beside_or_above(cast: Cast, aside: Any, newcomer: Member) -> None:
    there = open_seat(cast, aside, areas=("9001",))
    for deed in ("change_mandate", "need", "extend_term", "close", "seat"):
        with pytest.raises(NotAllowed):
            ON_A_SEAT[deed](cast.secretary, there, newcomer, newcomer)


def test_whoever_reaches_nobody_seats_nobody_where_people_are_seen(cast: Cast, vacant: Seat, newcomer: Member) -> None:
    with pytest.raises(NotAllowed):
        members.seat(by=cast.regional, member=newcomer, seat=vacant)
    meets = open_seat(cast, vacant.body, "moderator", ())
    members.seat(by=cast.regional, member=newcomer, seat=meets)
    assert Holding.objects.get(seat=meets).member == newcomer
