"""Nothing in the sample can belong to anybody; only the places are true."""

from __future__ import annotations

import re

import geothai
import pytest

from sanam.domain.foundation import national_id, phone
from sanam.sample import teams
from sanam.sample.numbers import DUMMY_IDS, invented_id
from sanam.sample.places import ABOLISHED, DISTRICT_CODE, TAMBONS
from sanam.sample.things import District
from tests.sample.conftest import Export

LONG_NUMBER = re.compile(r"\b\d{13}\b")
FILES = ("PERSON", "ADDRESS", "DEATH", "CHRONIC", "CARD", "HOME", "VILLAGE", "DISABILITY", "FUNCTIONAL")


@pytest.mark.parametrize("file", FILES)
def test_every_13_digit_number_in_every_file_has_office_98_or_is_a_dummy(export: Export, file: str) -> None:
    for code in export.codes:
        for line in export.lines(code, file):
            for number in LONG_NUMBER.findall("|".join(line)):
                assert number in DUMMY_IDS or national_id.is_invented(number), number


def test_every_telephone_cannot_be_dialled(export: Export) -> None:
    seen = 0
    for code in export.codes:
        for file, column in (("PERSON", "MOBILE"), ("PERSON", "TELEPHONE"), ("HOME", "TELEPHONE")):
            for row in export.rows(code, file):
                if (number := row[column]) and number != "ไม่มี":
                    assert phone.is_undialable(number), number
                    seen += 1
    assert seen > 2000


def test_members_cannot_be_telephoned_either() -> None:
    assert all(phone.is_undialable(member.phone) for member in teams.MEMBERS)


def test_hospitals_have_codes_that_no_hospital_has(export: Export) -> None:
    assert len(set(export.codes)) == 12
    for code in export.codes:
        assert re.fullmatch(r"99\d{3}", code)
        for row in export.rows(code, "CARD"):
            assert row["HOSPCODE"] == row["SUB"] == code
            assert row["MAIN"].startswith("99")


def test_house_ids_begin_with_an_office_that_does_not_exist(export: Export) -> None:
    ids = [row["HOUSE_ID"] for code in export.codes for row in export.rows(code, "HOME")]
    given = [house_id for house_id in ids if house_id]
    assert all(re.fullmatch(r"98\d{9}", house_id) for house_id in given)
    assert len(given) == len(set(given)) < len(ids)


def test_the_hospitals_say_that_they_are_invented(district: District) -> None:
    assert all(hospital.name.endswith("(สมมติ)") for hospital in district.hospitals)


def test_sub_districts_have_their_true_codes_and_names() -> None:
    true = {area.code: (area.name_th, area.name_en) for area in geothai.subdistricts(DISTRICT_CODE)}
    assert {f"{DISTRICT_CODE}{t.code}": (t.name, t.name_en) for t in TAMBONS} == true


def test_abolished_codes_are_those_that_became_another_district() -> None:
    from geothai.abolished import abolished_areas

    gone = {area.code: area for area in abolished_areas()}
    for code, name in ABOLISHED.items():
        assert gone[f"{DISTRICT_CODE}{code}"].name_th == name
        assert gone[f"{DISTRICT_CODE}{code}"].successors[0].startswith("9310")


def test_everyone_lives_in_a_village_of_their_hospital(district: District) -> None:
    for hospital in district.hospitals:
        for house in hospital.households():
            assert house.area.startswith(f"{DISTRICT_CODE}{hospital.tambon}")


def test_no_two_humans_are_given_the_same_number() -> None:
    assert len({invented_id(who, 3) for who in range(1, 50_000)}) == 49_999


@pytest.mark.parametrize("kind", range(9))
def test_invented_numbers_of_every_kind_check(kind: int) -> None:
    number = invented_id(12345, kind)
    assert number[0] == str(kind)
    assert national_id.is_valid(number)
    assert national_id.is_invented(number)
