"""Groups people belong to: by hand, by file, and what they make due."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation.national_id import check_digit
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry import queries
from sanam.domain.registry.freshness import dial_of
from sanam.domain.registry.models import GroupMembership, Person
from sanam.domain.registry.operations import groups
from sanam.domain.registry.operations.groups import Belongs
from sanam.domain.registry.words import FactGroup, Group
from tests.cast import Cast, export, home, number, person, read_in

pytestmark = pytest.mark.django_db


def test_a_membership_keeps_its_basis_and_the_cards_last_day(field: Cast, ours: Person) -> None:
    belongs = Belongs(Group.DISABLED, "1", since=PartialDate(2019), card_until=PartialDate(2027, 3, 1))
    membership = groups.note(by=field.nurse, person=ours, belongs=belongs)
    assert (membership.since, membership.card_until, membership.basis) == ("2019", "2027-03-01", "seen")


@pytest.mark.parametrize(
    ("group", "kind"),
    [(Group.DISABLED, "9"), (Group.DISABLED, ""), (Group.STATELESS, "1"), (Group.ELDER, ""), (Group.HARDSHIP, "12")],
)
def test_only_kinds_a_group_has_are_taken(field: Cast, ours: Person, group: Group, kind: str) -> None:
    with pytest.raises(BadInput):
        groups.note(by=field.nurse, person=ours, belongs=Belongs(group, kind))


def test_a_seat_that_does_not_see_health_puts_nobody_in_a_group(field: Cast, ours: Person) -> None:
    with pytest.raises(NotAllowed):
        groups.note(by=field.local, person=ours, belongs=Belongs(Group.STATELESS))


def test_what_a_human_ended_no_file_begins_again(field: Cast, ours: Person, tmp_path: Path) -> None:
    (membership,) = ours.memberships.all()
    groups.end(by=field.nurse, membership=membership, because="บัตรหมดอายุ")
    row = {"HOSPCODE": "99312", "PID": "1", "DISABTYPE": "3", "DATE_DETECT": "20200101"}
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))], DISABILITY=[row]))
    assert not ours.memberships.filter(until="").exists()


def test_an_end_says_why(field: Cast, ours: Person) -> None:
    with pytest.raises(BadInput):
        groups.end(by=field.nurse, membership=ours.memberships.get(), because=" ")


def test_who_gets_about_less_is_asked_sooner(field: Cast, neighbour: Person) -> None:
    groups.note(by=field.nurse, person=neighbour, belongs=Belongs(Group.DEPENDENT, "bed"))
    due = {one.fact for one in queries.card(field.nurse, str(neighbour.pk)).freshness}
    assert due == set(FactGroup)
    assert dial_of(FactGroup.FUNCTION, "bed") == "freshness.function_bed"
    assert dial_of(FactGroup.FUNCTION) == "freshness.function_social"
    assert dial_of(FactGroup.HEALTH, "bed") == "freshness.health"


def test_the_homeless_are_so_while_the_file_says_it(cast: Cast, tmp_path: Path) -> None:
    houses = [home(HID="1")]
    row = person(PID="1", CID=number(1), HID="1", TYPEAREA="5")
    read_in(export(tmp_path, HOME=houses, PERSON=[row]))
    assert GroupMembership.objects.get().until == ""
    read_in(export(tmp_path, HOME=houses, PERSON=[row | {"TYPEAREA": "1", "D_UPDATE": "20261001000000"}]))
    assert GroupMembership.objects.get().until
    read_in(export(tmp_path, HOME=houses, PERSON=[row | {"D_UPDATE": "20261002000000"}]))
    assert GroupMembership.objects.get().until == ""


def test_a_number_of_those_without_civil_status_is_that_of_a_stateless_person(cast: Cast, tmp_path: Path) -> None:
    no_status = f"098000000001{check_digit('098000000001')}"
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=no_status)]))
    assert [one.group for one in GroupMembership.objects.all()] == ["stateless"]
