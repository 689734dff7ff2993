"""Two holders of one seat on the same day are refused by the database itself, however the row is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.invariants import results
from sanam.domain.foundation.refused import Refused
from sanam.domain.teams import guards
from sanam.domain.teams.models import Holding, Member, Seat
from sanam.domain.teams.operations import members
from tests.cast import gather

pytestmark = pytest.mark.django_db  # so that PostgreSQL runs the periods too
DAY = date(2026, 1, 1)
Days = tuple[int, int | None]
REFUSED = f"{guards.CONSTRAINT}|one_holder_at_a_time"
"""Two open ones are refused by their index before, where that is asked first."""


def write(seat: Seat, member: Member, days: Days, kind: str = "holder") -> None:
    """A holding in plain SQL, past every operation."""
    from_on, to_on = (None if one is None else DAY + timedelta(days=one) for one in days)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO teams_holding (seat_id, member_id, kind, from_on, to_on, because) "
            "VALUES (%s, %s, %s, %s, %s, '')",
            [key(seat), key(member), kind, from_on, to_on],
        )


def key(thing: Seat | Member) -> str:
    return thing.pk.hex if connection.vendor == "sqlite" else str(thing.pk)


def overlap(one: Days, other: Days) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])


def periods() -> st.SearchStrategy[Days]:
    lengths = st.none() | st.integers(0, 6)
    return st.tuples(st.integers(0, 12), lengths).map(lambda p: (p[0], None if p[1] is None else p[0] + p[1]))


class WhateverTheDays(TestCase):
    """The database's answer is the plain rule's, for any two periods, open or closed."""

    def setUp(self) -> None:
        cast = gather()
        self.seat = cast.seats["nurse"]
        Holding.objects.filter(seat=self.seat).delete()
        self.one, self.other = cast.members["nurse"], cast.members["local"]

    @settings(max_examples=60, deadline=None)
    @given(first=periods(), second=periods(), kind=st.sampled_from(["holder", "deputy"]))
    def test_a_second_holder_is_written_exactly_when_the_days_are_apart(
        self, first: Days, second: Days, kind: str
    ) -> None:
        Holding.objects.filter(seat=self.seat).delete()
        write(self.seat, self.one, first)
        if kind == "holder" and overlap(first, second):
            with pytest.raises(IntegrityError, match=REFUSED):
                write(self.seat, self.other, second, kind)
            assert Holding.objects.filter(seat=self.seat).count() == 1
        else:
            write(self.seat, self.other, second, kind)
            assert Holding.objects.filter(seat=self.seat).count() == 2


@pytest.fixture
def apart(vacant: Seat, newcomer: Member) -> tuple[Holding, Holding]:
    """Two who sit there one after the other."""
    write(vacant, newcomer, (0, 9))
    write(vacant, newcomer, (10, None))
    first, second = Holding.objects.filter(seat=vacant).order_by("from_on")
    return first, second


@pytest.mark.parametrize(
    "change",
    ["to_on = '2026-01-11'", "to_on = NULL", "from_on = '2026-01-02', to_on = '2026-06-01'"],
)
def test_nor_does_a_change_make_two_of_them(apart: tuple[Holding, Holding], change: str) -> None:
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        connection.cursor().execute(f"UPDATE teams_holding SET {change} WHERE id = {apart[0].pk}")
    with pytest.raises(IntegrityError, match=guards.CONSTRAINT), transaction.atomic():
        Holding.objects.filter(pk=apart[1].pk).update(from_on=DAY)


def test_a_deputy_is_not_made_a_second_holder(apart: tuple[Holding, Holding], vacant: Seat, newcomer: Member) -> None:
    write(vacant, newcomer, (3, 5), "deputy")
    with pytest.raises(IntegrityError, match=guards.CONSTRAINT), transaction.atomic():
        Holding.objects.filter(kind="deputy", seat=vacant).update(kind="holder")


def test_a_change_within_ones_own_days_is_no_second_holder(apart: tuple[Holding, Holding]) -> None:
    first, second = apart
    Holding.objects.filter(pk=first.pk).update(to_on=DAY + timedelta(days=8))
    Holding.objects.filter(pk=second.pk).update(from_on=DAY + timedelta(days=9), to_on=DAY + timedelta(days=90))
    assert Holding.objects.get(pk=second.pk).to_on == DAY + timedelta(days=90)


def test_a_deed_says_it_in_a_sentence(vacant: Seat, newcomer: Member) -> None:
    members.seat(by=INSTALLATION, member=newcomer, seat=vacant)
    with pytest.raises(Refused) as refusal:
        members.seat(by=INSTALLATION, member=Member.objects.get(name="คน nurse"), seat=vacant)
    assert refusal.value.code == "teams.seat_taken"
    assert "ต้องส่งมอบก่อน" in refusal.value.th
    later = clock.today() + timedelta(days=40)
    with pytest.raises(Refused):
        members.seat(by=INSTALLATION, member=Member.objects.get(name="คน nurse"), seat=vacant, from_on=later)


def test_verify_names_a_guard_that_is_gone(apart: tuple[Holding, Holding], vacant: Seat, newcomer: Member) -> None:
    assert guards.missing(connection) == []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE teams_holding DROP CONSTRAINT {guards.CONSTRAINT}")
        else:
            for name in guards.TRIGGERS:
                cursor.execute(f"DROP TRIGGER {name}")
    write(vacant, newcomer, (4, 20))
    found = {one.where for result in results(within="teams.") for one in result.found}
    assert f"seat:{vacant.pk}" in found
    assert any(ref.startswith("guard:") for ref in found)
