"""HOME, ADDRESS and DISABILITY: houses, places, and what is known of a disability."""

import pytest

from sanam.domain.foundation import national_id
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.places import Map
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.rows import read_address, read_disability, read_home
from sanam.interfaces.files.f43.tables import SourceLine
from tests.interfaces.files.f43.exports import TODAY, line

HOME = {
    "HOSPCODE": "99801",
    "HID": "00012",
    "HOUSE_ID": "93980000012",
    "HOUSE": "๑๒/๓",
    "VILLANAME": "บ้านโคก",
    "CHANGWAT": "93",
    "AMPUR": "05",
    "TAMBON": "01",
    "VILLAGE": "04",
    "LATITUDE": "7.73",
    "LONGITUDE": "100.01",
    "VHVID": "นางสมใจ",
    "HEADID": "000001",
    "D_UPDATE": "20261001083000",
}


def read(country=None, **changed: str):
    return read_home(line("HOME", **{**HOME, **changed}), country=country, today=TODAY)


def said(problems) -> list[tuple[str, str]]:
    return [(problem.column, problem.code) for problem in problems]


def test_a_whole_house():
    row, problems = read()
    assert problems == []
    assert (row.hospcode, row.hid, row.house_id, row.house_no) == ("99801", "00012", "93980000012", "12/3")
    assert (row.village_code, row.subdistrict_code, row.written_area) == ("93050104", "930501", "93050104")
    assert (row.latitude, row.longitude) == (7.73, 100.01)
    assert (row.volunteer_hint, row.head_pid, row.village_name) == ("นางสมใจ", "000001", "บ้านโคก")


def test_an_abolished_tambon_is_replaced_and_the_old_code_kept():
    row, problems = read(Map({"930503": "931101"}, frozenset({"93", "9311", "931101"})), TAMBON="03")
    assert (row.village_code, row.subdistrict_code, row.written_area) == ("93110104", "931101", "93050304")
    assert said(problems) == [("TAMBON", "abolished_area")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [({"CHANGWAT": "99"}, "CHANGWAT"), ({"AMPUR": "77"}, "AMPUR"), ({"TAMBON": "77"}, "TAMBON")],
)
def test_a_code_of_no_place_is_said_and_the_house_kept_without(cells, column):
    row, problems = read(Map({}, frozenset({"93", "9305", "930501"})), **cells)
    assert (row.village_code, row.subdistrict_code) == ("", "")
    assert said(problems) == [(column, "area_code")]


@pytest.mark.parametrize(
    ("cells", "village"),
    [
        ({"AMPUR": "5", "TAMBON": "1", "VILLAGE": "4"}, "93050104"),
        ({"AMPUR": "9305", "TAMBON": "930501", "VILLAGE": "93050104"}, "93050104"),
        ({"TAMBON": "๐๑", "VILLAGE": "๔"}, "93050104"),
        ({"VILLAGE": "00"}, ""),
        ({"VILLAGE": ""}, ""),
    ],
)
def test_a_village_code_is_put_together_however_it_was_cut(cells, village):
    row, problems = read(**cells)
    assert (row.village_code, row.subdistrict_code, problems) == (village, "930501", [])


@pytest.mark.parametrize(
    ("cells", "column", "subdistrict"),
    [
        ({"CHANGWAT": ""}, "CHANGWAT", ""),
        ({"TAMBON": "00"}, "TAMBON", ""),
        ({"AMPUR": "xx"}, "AMPUR", ""),
        ({"VILLAGE": "หมู่ 4"}, "VILLAGE", "930501"),
    ],
)
def test_half_a_place_is_said_and_the_house_kept(cells, column, subdistrict):
    row, problems = read(**cells)
    assert (row.village_code, row.subdistrict_code) == ("", subdistrict)
    assert said(problems) == [(column, "area_code")]


@pytest.mark.parametrize(
    ("latitude", "longitude", "kept", "code"),
    [
        ("100.01", "7.73", (7.73, 100.01), "swapped_point"),
        ("0", "0", (None, None), None),
        ("", "", (None, None), None),
        ("7.73", "", (None, None), "bad_point"),
        ("51.5", "-0.1", (None, None), "bad_point"),
        ("nan", "nan", (None, None), "bad_point"),
        ("7.7.3", "100", (None, None), "bad_point"),
    ],
)
def test_a_point_is_in_thailand_or_it_is_none(latitude, longitude, kept, code):
    row, problems = read(LATITUDE=latitude, LONGITUDE=longitude)
    assert (row.latitude, row.longitude) == kept
    assert said(problems) == ([("LATITUDE", code)] if code else [])


def test_a_house_id_has_11_digits_or_is_none():
    assert read(HOUSE_ID="9398-000001-2")[0].house_id == "93980000012"
    assert read(HOUSE_ID="00000000000")[1] == []
    row, problems = read(HOUSE_ID="123")
    assert (row.house_id, said(problems)) == ("", [("HOUSE_ID", "house_id")])


def test_a_house_without_a_number_of_its_own_is_left_out():
    row, problems = read(HID="")
    assert (row, said(problems)) == (None, [("HID", "missing_key")])


def test_an_address_says_which_kind_it_is():
    cells = {"HOSPCODE": "99801", "PID": "1", "CID": national_id.nobody(3), "HOUSENO": "9", "SOISUB": "2"}
    area = {name: HOME[name] for name in ("CHANGWAT", "AMPUR", "TAMBON", "VILLAGE")}
    row, problems = read_address(line("ADDRESS", **cells, **area, ADDRESSTYPE="2"), today=TODAY)
    assert (row.kind, row.house_no, row.soi, row.village_code) == ("contact", "9", "2", "93050104")
    assert (row.cid, problems) == (national_id.nobody(3), [])
    assert read_address(line("ADDRESS", **cells, **area, ADDRESSTYPE="1"), today=TODAY)[0].kind == "registered"


def test_a_disability_of_the_seven_kinds():
    cells = {"HOSPCODE": "99801", "PID": "1", "DISABID": "9980000001", "DISABTYPE": "3", "DISABCAUSE": "2"}
    dates = {"DATE_DETECT": "20200101", "DATE_DISAB": "25600000"}
    row, problems = read_disability(line("DISABILITY", **cells, **dates), today=TODAY)
    assert (row.kind, row.kind_code, row.cause, row.disab_id) == ("moving", "3", "injury", "9980000001")
    assert (row.detected_on, row.since) == (PartialDate(2020, 1, 1), PartialDate(2017))
    assert said(problems) == [("DATE_DISAB", "buddhist_year")]

    for other in ("8", "", "x"):
        row, problems = read_disability(line("DISABILITY", **cells | {"DISABTYPE": other}), today=TODAY)
        assert (row, said(problems)) == (None, [("DISABTYPE", "disability_type")])


@pytest.mark.parametrize("read_row", [read_home, read_address, read_disability])
def test_a_line_that_was_not_cut_rightly_is_no_row(read_row):
    problem = Problem("HOME", 7, "", "short_row")
    assert read_row(SourceLine("HOME", 7, {}, problem, "99801|1"), today=TODAY) == (None, [problem])


@pytest.mark.parametrize("kind", ["", "9", "ทะเบียน"])
def test_an_address_of_no_kind_is_left_out(kind):
    cells = {"HOSPCODE": "99801", "PID": "1", "HOUSENO": "1"}
    row, problems = read_address(line("ADDRESS", **cells, ADDRESSTYPE=kind), today=TODAY)
    assert (row, said(problems)) == (None, [("ADDRESSTYPE", "address_type")])
