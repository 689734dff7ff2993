"""What a team should see to is told to its seats: vacancy, deputies, terms; in few statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body, Member, Seat
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.queries.sitting import months_after
from sanam.domain.teams.words import HoldingKind
from tests.cast import Cast
from tests.domain.teams.conftest import acting, enrol, open_seat
from tests.lines import ids

pytestmark = pytest.mark.django_db
Kinds = Callable[[Actor], list[str]]


@pytest.fixture
def kinds(vacant: Seat) -> Kinds:
    """The kinds of what should be seen to at one seat."""

    def at_the_seat(actor: Actor) -> list[str]:
        path = f"/team/seats/{vacant.pk}/"
        return [one.kind for one in teams.our_team(actor).matters if one.path == path]

    return at_the_seat


def test_a_vacant_seat_is_told_to_its_body_and_to_whoever_shapes_it(
    cast: Cast, vacant: Seat, newcomer: Member, kinds: Kinds
) -> None:
    beside = open_seat(cast, vacant.body, "moderator")
    members.seat(by=INSTALLATION, member=newcomer, seat=beside)
    assert kinds(acting(newcomer, beside)) == ["vacant"]
    assert kinds(cast.secretary) == ["vacant"]
    assert kinds(cast.nurse) == []


def test_a_vacancy_counts_its_days(cast: Cast, vacant: Seat, newcomer: Member) -> None:
    sat = {"from_on": clock.today() - timedelta(days=90), "to_on": clock.today() - timedelta(days=10)}
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant, **sat)
    (told,) = [one.th for one in teams.our_team(cast.secretary).matters if "ว่างมา" in one.th]
    assert "ว่างมา 10 วัน" in told


def test_a_deputy_is_missed_then_asked_to_practise_then_left_in_peace(
    cast: Cast, vacant: Seat, newcomer: Member, kinds: Kinds
) -> None:
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    seats.need(by=cast.secretary, seat=vacant, deputies=1, term_months=None)
    assert kinds(cast.secretary) == ["no_deputy"]
    deputy = enrol("deputy")
    members.seat(by=cast.secretary, member=deputy, seat=vacant, kind=HoldingKind.DEPUTY)
    assert kinds(cast.secretary) == ["unpractised"]
    standing_in = acting(deputy, vacant)
    journal.record(by=standing_in, did="person.looked", to="people")  # to look is not to do
    assert kinds(cast.secretary) == ["unpractised"]
    for _twice in range(2):
        journal.record(by=standing_in, did="fact.confirmed", to="person:1")
    assert kinds(cast.secretary) == []
    (sits,) = teams.seat_card(cast.nurse, str(vacant.pk)).deputies
    assert sits.practised == 1  # a day, however much was done on it


def test_what_was_done_before_one_became_deputy_or_from_another_seat_does_not_count(
    cast: Cast, vacant: Seat, newcomer: Member, kinds: Kinds
) -> None:
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    deputy = cast.members["nurse"]
    with clock.at(clock.now() - timedelta(days=3)):
        journal.record(by=replace(cast.nurse, ref=str(vacant.pk)), did="fact.confirmed", to="person:1")
    journal.record(by=cast.nurse, did="fact.confirmed", to="person:1")
    members.seat(by=INSTALLATION, member=deputy, seat=vacant, kind=HoldingKind.DEPUTY)
    assert kinds(cast.secretary) == ["unpractised"]


def test_a_term_is_told_sixty_days_before_it_ends_and_can_be_extended(
    cast: Cast, vacant: Seat, newcomer: Member, kinds: Kinds
) -> None:
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    seats.need(by=cast.secretary, seat=vacant, deputies=0, term_months=12)
    ends = teams.seat_card(cast.nurse, str(vacant.pk)).term_ends_on
    assert ends == months_after(clock.today(), 12)
    for days, told in ((61, []), (60, ["term"]), (-5, ["term"])):
        with clock.at(clock.now() + (ends - clock.today()) - timedelta(days=days)):
            assert kinds(cast.secretary) == told
            assert ids(teams.waiting(cast.secretary, teams.Nest()), "term") == [
                str(vacant.holdings.get().pk) for _once in told
            ]
    seats.extend_term(by=cast.secretary, seat=vacant, until=ends + timedelta(days=365), because="รอเลือกใหม่")
    with clock.at(clock.now() + (ends - clock.today())):
        assert kinds(cast.secretary) == []
        assert not ids(teams.waiting(cast.secretary, teams.Nest()), "term")


def test_an_empty_seat_and_a_body_that_cannot_decide_wait_for_who_shapes_them(cast: Cast, vacant: Seat) -> None:
    bodies.need_filled(by=INSTALLATION, body=vacant.body, fewest=1)
    told = ids(teams.waiting(cast.secretary, teams.Nest()), "vacant", "frozen")
    assert sorted(told) == sorted([str(vacant.body_id), str(vacant.pk)])
    assert not ids(teams.waiting(cast.nurse), "vacant", "frozen")


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 15), 2, date(2024, 2, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 6, 30), 48, date(2030, 6, 30)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_the_statements_do_not_grow_with_the_seats(cast: Cast, below: Body) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            teams.our_team(cast.secretary)
        return len(captured)

    few = asked()
    for number in range(8):
        seat = open_seat(cast, below)
        members.seat(by=INSTALLATION, member=enrol(f"holder{number}"), seat=seat)
        members.seat(by=INSTALLATION, member=enrol(f"deputy{number}"), seat=seat, kind=HoldingKind.DEPUTY)
    assert asked() <= few + 1  # with deputies, one for the days they really sat
    assert few <= 4
