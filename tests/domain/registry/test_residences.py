"""Where a person is registered and where they live: from files, and from somebody who was there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.models import Conflict, Person, Residence
from sanam.domain.registry.operations import residences
from sanam.domain.registry.operations.residences import Move
from sanam.domain.registry.words import How
from tests.cast import Cast, address, export, home, number, person, read_in

pytestmark = pytest.mark.django_db
HOUSES = [home(HID="1", HOUSE="47"), home(HID="2", HOUSE="12/3", VILLAGE="03")]


def read(folder: Path, **files: list[dict[str, str]]) -> None:
    read_in(export(folder, HOME=HOUSES, **files))


def homes(given: str = "เอียด") -> list[tuple[str, bool, bool]]:
    """The residences that last: (house number, registered there, really there)."""
    lasting = Residence.objects.filter(person__given=given, to_on="").select_related("household")
    return sorted((one.household.house_no, one.registered, one.actual) for one in lasting)


@pytest.mark.parametrize(
    ("typearea", "expected"),
    [
        ("1", [("47", True, True)]),
        ("2", [("47", True, False)]),
        ("3", [("47", False, True)]),
        ("5", []),
    ],
)
def test_typearea_says_which_home_a_house_is(
    cast: Cast, tmp_path: Path, typearea: str, expected: list[tuple[str, bool, bool]]
) -> None:
    read(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1), TYPEAREA=typearea)])
    assert homes() == expected
    assert bool(Person.objects.get().household) == (typearea != "5")


def test_an_address_row_fills_in_the_home_no_house_row_tells_of(cast: Cast, tmp_path: Path) -> None:
    read(tmp_path, PERSON=[person(PID="1", HID="1", TYPEAREA="3")], ADDRESS=[address(PID="1", HOUSENO="8")])
    assert homes() == [("47", False, True), ("8", True, False)]
    assert Person.objects.get().household.house_no == "47"


def test_an_address_row_houses_who_has_no_house(cast: Cast, tmp_path: Path) -> None:
    read(tmp_path, PERSON=[person(PID="1", HID="")], ADDRESS=[address(PID="1", ADDRESSTYPE="2", HOUSENO="8")])
    assert homes() == [("8", False, True)]
    assert Person.objects.get().area_code == "93051203"


def test_a_move_keeps_where_it_was_before(cast: Cast, tmp_path: Path) -> None:
    read(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1))])
    read(tmp_path, PERSON=[person(PID="1", HID="2", CID=number(1), D_UPDATE="20261030120000")])
    assert homes() == [("12/3", True, True)]
    (before,) = Residence.objects.exclude(to_on="")
    assert before.household.house_no == "47"
    assert before.to_on


def test_who_left_for_elsewhere_is_registered_and_no_longer_there(cast: Cast, tmp_path: Path) -> None:
    read(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1))])
    read(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1), TYPEAREA="2", D_UPDATE="20261030120000")])
    assert homes() == [("47", True, False)]


def test_the_same_file_twice_opens_no_second_residence(cast: Cast, tmp_path: Path) -> None:
    for _ in range(2):
        read(tmp_path, PERSON=[person(PID="1", HID="1", TYPEAREA="3")], ADDRESS=[address(PID="1")])
    assert Residence.objects.count() == 2


def test_somebody_who_was_there_writes_down_a_move(field: Cast, ours: Person) -> None:
    to = Move("93051203", "99", since=PartialDate(2026, 5), registered=True)
    residences.move(by=field.nurse, person=ours, to=to, how=How.VISIT, on=date(2026, 11, 1))
    assert homes() == [("99", True, True)]
    assert Residence.objects.get(person=ours, to_on="").from_on == "2026-05"
    assert Residence.objects.exclude(to_on="").get(person=ours).to_on == "2026-05"
    ours.refresh_from_db()
    assert (ours.area_code, ours.household.house_no) == ("93051203", "99")


def test_a_file_does_not_move_who_was_seen_elsewhere_and_the_dispute_is_listed(
    field: Cast, ours: Person, tmp_path: Path
) -> None:
    to = Move("93051203", "99")
    residences.move(by=field.nurse, person=ours, to=to, how=How.VISIT, on=date(2026, 11, 1))
    read(tmp_path, PERSON=[person(PID="1", HID="2", CID=number(1), D_UPDATE="20261102120000")])
    ours.refresh_from_db()
    assert ours.household.house_no == "99"
    dispute = Conflict.objects.get(person=ours, field="household_id")
    assert (dispute.kept, dispute.offered) == ("99 93051203", "12/3 93051203")


def test_a_home_is_somewhere_within_the_seats_scope(field: Cast, ours: Person) -> None:
    with pytest.raises(NotAllowed):
        residences.move(by=field.nurse, person=ours, to=Move("90010101"), how=How.VISIT, on=date(2026, 11, 1))
    neither = Move("93051203", "9", registered=False, actual=False)
    with pytest.raises(BadInput):
        residences.move(by=field.nurse, person=ours, to=neither, how=How.VISIT, on=date(2026, 11, 1))
    assert homes() == [("47", True, True)]
