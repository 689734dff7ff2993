"""The few people whom the pages speak of are in the files, and nothing is planted on them."""

from __future__ import annotations

import pytest

from sanam.sample import familiar
from sanam.sample.things import District
from tests.sample.conftest import Export


@pytest.fixture(scope="module")
def here(export: Export) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["NAME"], row["LNAME"]): row for row in export.rows("99312", "PERSON")}


def test_yai_iad_is_there_with_a_year_and_no_day(here: dict[tuple[str, str], dict[str, str]]) -> None:
    row = here["เอียด", "ทองนุ่น"]
    assert (row["BIRTH"], row["PRENAME"], row["TYPEAREA"]) == ("19420101", "005", "1")


def test_she_is_bedbound_and_has_a_disability(export: Export, here: dict[tuple[str, str], dict[str, str]]) -> None:
    pid = here["เอียด", "ทองนุ่น"]["PID"]
    scores = {row["PID"]: row for row in export.rows("99312", "FUNCTIONAL")}
    types = {row["PID"]: row["DISABTYPE"] for row in export.rows("99312", "DISABILITY")}
    assert (scores[pid]["TESTRESULT"], scores[pid]["DEPENDENT"], types[pid]) == ("4", "3", "3")


def test_suda_is_the_volunteer_of_her_house(export: Export, here: dict[tuple[str, str], dict[str, str]]) -> None:
    houses = {row["HID"]: row for row in export.rows("99312", "HOME")}
    near = houses[here["พิมพ์", "ทองนุ่น"]["HID"]]
    assert (near["HOUSE"], near["VILLAGE"], near["TAMBON"]) == ("47", "05", "12")
    assert near["VHVID"] in {here["สุดา", "ขุนทอง"]["PID"], ""}


def test_nobody_familiar_is_in_a_planted_pair_or_mistake(district: District) -> None:
    whos = {person.who for pair in district.pairs for person in (pair.one, pair.other)}
    assert min(whos) > familiar.HOW_MANY
    for hospital in district.hospitals:
        slipped = {key.split("/")[0] for file, key in hospital.slips if file != "HOME"}
        known = {person.pid for person in hospital.people() if person.who <= familiar.HOW_MANY}
        assert not slipped & known


def test_only_those_known_to_serve_are_given_a_standing(district: District) -> None:
    serving = {k.given: k.standing for family in familiar.HOUSES.values() for k in family if k.standing != "5"}
    known = [person for person in district.people() if person.who <= familiar.HOW_MANY]
    assert {person.given: person.standing for person in known if person.standing != "5"} == serving
