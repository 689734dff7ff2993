"""teams.together: figures of legs from seats and from what rooms above registered, vacancies, and what changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, NO_ONE
from sanam.domain.foundation.refused import NotAllowed, NotHere
from sanam.domain.teams import queries as teams
from sanam.domain.teams import shares, together
from sanam.domain.teams.chair import lengths
from sanam.domain.teams.models import Body, Holding, Seat
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind, HoldingKind
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def standing_still() -> object:
    with clock.at(TODAY):
        yield


@pytest.fixture
def board() -> Body:
    return bodies.found(
        by=INSTALLATION,
        kind=BodyKind.SUBDISTRICT,
        name_th="พชต.ทดสอบ",
        name_en="Test",
        area_codes=["930512"],
        legs=(("ก", "A"), ("ข", "B"), ("ค", "C")),
    )


def seat_at(body: Body, leg: str, title: str = "ที่นั่ง") -> Seat:
    place = teams.organisations().first() or bodies.admit(
        by=INSTALLATION, name_th="ที่ทำการ", name_en="Office", area_code="930512"
    )
    return seats.set_up(
        by=INSTALLATION,
        body=body,
        leg=teams.leg(body, leg),
        organisation=place,
        role="village_head",
        areas=[],
        title_th=title,
    )


def sit(name: str, seat: Seat, kind: HoldingKind = HoldingKind.HOLDER, *, ago: int = 100, ended: int = 0) -> Holding:
    member = members.enrol(by=INSTALLATION, name=name, username=name, password=PASSWORD)
    until = TODAY - timedelta(days=ended) if ended else None
    why = ""
    if kind == HoldingKind.ACTING:
        until, why = until or TODAY + timedelta(days=30), "ลาคลอด"
    from_on = TODAY - timedelta(days=ago)
    return members.seat(by=INSTALLATION, member=member, seat=seat, kind=kind, from_on=from_on, to_on=until, because=why)


def test_a_leg_is_as_long_as_its_part_of_the_filled_seats(board: Body) -> None:
    for leg, many in (("ก", 2), ("ข", 1), ("ค", 2)):
        for at in range(many):
            sit(f"{leg}{at}", seat_at(board, leg))
    assert lengths(together.together(INSTALLATION, board.pk).legs) == pytest.approx([1, 3 / 5, 1])


def test_what_a_room_above_registered_counts_as_one_more_arena(board: Body, monkeypatch: pytest.MonkeyPatch) -> None:
    for leg in ("ก", "ข", "ค"):
        sit(leg, seat_at(board, leg))
    asked: list[tuple[date, date]] = []

    def presence(body: Body, first: date, last: date) -> dict[int, float]:
        asked.append((first, last))
        return {teams.leg(body, "ก").pk: 5, teams.leg(body, "ข").pk: 5}

    monkeypatch.setattr(shares, "_arenas", {})
    shares.contributes("presence", presence, th="มาร่วมวงคุย", en="came to gatherings")
    shares.contributes("decisions", lambda *_: None, th="ร่วมตัดสิน", en="decided")
    legs = together.together(INSTALLATION, board.pk).legs
    assert lengths(legs) == pytest.approx([1, 1, 1 / 2])
    assert [one.arena for one in legs[2].did] == ["seats", "presence"]
    assert asked == [(TODAY - timedelta(days=180), TODAY)]


def empty(board: Body) -> int:
    found = together.together(INSTALLATION, board.pk)
    return len(found.seats) - found.filled


def test_a_seat_is_empty_from_the_day_after_its_last_holder(board: Body) -> None:
    gone, never = seat_at(board, "ก", "เคยมี"), seat_at(board, "ข", "ไม่เคย")
    sit("เก่า", gone, ended=10)
    sit("รอง", never, HoldingKind.DEPUTY)
    lines = {card.seat.pk: card for card in together.together(INSTALLATION, board.pk).seats}
    assert lines[gone.pk].empty_days == 9
    assert lines[never.pk].empty_days is None
    assert [one.holding.member.name for one in lines[never.pk].deputies] == ["รอง"]
    assert empty(board) == 2


def test_acting_fills_a_seat_and_a_deputy_does_not(board: Body) -> None:
    acting, deputy = seat_at(board, "ก"), seat_at(board, "ข")
    sit("รักษาการ", acting, HoldingKind.ACTING)
    sit("รอง", deputy, HoldingKind.DEPUTY)
    assert [leg.filled for leg in together.together(INSTALLATION, board.pk).legs] == [1, 0, 0]


def test_a_seat_that_changed_hands_is_a_case_with_its_empty_days(board: Body) -> None:
    seat, long_ago = seat_at(board, "ก"), seat_at(board, "ข")
    sit("คนเก่า", seat, ago=300, ended=50)
    sit("คนใหม่", seat, ago=42)
    sit("นานแล้ว", long_ago, ago=900, ended=500)
    sit("ต่อมา", long_ago, ago=499)
    (change,) = together.together(INSTALLATION, board.pk).changes
    assert (change.before.member.name, change.after.member.name, change.gap) == ("คนเก่า", "คนใหม่", 7)


def test_the_tree_goes_from_the_region_down_and_counts_each(board: Body) -> None:
    beneath = bodies.found(
        by=INSTALLATION, kind=BodyKind.CARE_TEAM, name_th="ทีมดูแล", name_en="Care", area_codes=["930512"], parent=board
    )
    sit("คนหนึ่ง", seat_at(beneath, "ท้องถิ่น"))
    seat_at(beneath, "ท้องที่")
    told = [(one.body.name_th, one.depth, one.seats, one.filled) for one in together.tree(INSTALLATION)]
    assert told == [("พชต.ทดสอบ", 0, 0, 0), ("ทีมดูแล", 1, 2, 1)]
    assert [(one.body.pk, one.vacant) for one in together.together(INSTALLATION, board.pk).beneath] == [(beneath.pk, 1)]


def test_a_closed_seat_is_no_vacancy(board: Body) -> None:
    seat = seat_at(board, "ก")
    Seat.objects.filter(pk=seat.pk).update(closed_on=TODAY)
    assert empty(board) == 0


def test_whoever_has_no_seat_sees_no_team(board: Body) -> None:
    for ask in (together.tree, lambda actor: together.together(actor, board.pk)):
        with pytest.raises(NotAllowed):
            ask(NO_ONE)


def test_a_body_that_is_not_there(cast: Cast) -> None:
    with pytest.raises(NotHere):
        together.together(cast.nurse, cast.seats["nurse"].pk)
