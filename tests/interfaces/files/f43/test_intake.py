"""From a real zip to the registry, case by case."""

from __future__ import annotations

import itertools
import zipfile
from pathlib import Path

import pytest
from django.apps import apps

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.registry.models import Conflict, Duplicate, GroupMembership, Household, Identifier, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import HERE, THERE, Cast, export, home, number, person, read_in

OTHER = "99308"


def rows_everywhere() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_the_report_says_what_came_of_each_file(cast: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1", CID=number(1))]))
    assert set(report) == {"batch", "files", "people", "problems"}
    assert report["people"] == {"new": 1, "changed": 0, "unchanged": 0}
    assert {"name": "PERSON", "rows": 1, "applied": 1, "problems": 0} in report["files"]


def test_the_same_file_twice_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1", CID=number(1)), person(PID="2", HID="1")])
    read_in(path)
    before = list(Person.objects.order_by("id").values())
    assert read_in(path)["people"] == {"new": 0, "changed": 0, "unchanged": 2}
    assert list(Person.objects.order_by("id").values()) == before


def test_a_dry_run_keeps_nothing(cast: Cast, tmp_path: Path) -> None:
    before = rows_everywhere()
    report = read_in(export(tmp_path, HOME=[home()], PERSON=[person(PID="1", CID=number(1))]), dry_run=True)
    assert report["people"]["new"] == 1
    assert rows_everywhere() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_thai_arrives_whole_in_every_encoding(cast: Cast, tmp_path: Path, encoding: str, end: str) -> None:
    read_in(export(tmp_path, encoding=encoding, end=end, PERSON=[person(PID="1", NAME="น้ำเอื้อย")]))
    assert Person.objects.get().given == "น้ำเอื้อย"


def test_someone_only_served_here_is_left_out_unless_known(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), TYPEAREA="4")]))
    assert not Person.objects.exists()
    read_in(export(tmp_path, PERSON=[person(HOSPCODE=OTHER, PID="7", CID=number(1))]))
    report = read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), TYPEAREA="4", LNAME="ทองนุ่นใหม่")]))
    assert report["people"]["new"] == 0
    assert Person.objects.get().family == "ทองนุ่น"


def test_someone_served_here_is_known_wherever_in_the_zip_the_other_row_stands(cast: Cast, tmp_path: Path) -> None:
    served = person(HOSPCODE=OTHER, PID="7", CID=number(1), TYPEAREA="4", MOBILE="0000022222")
    path = export(tmp_path, PERSON=[served, person(PID="1", CID=number(1))])
    assert read_in(path)["people"]["new"] == 1
    assert Person.objects.get().phone == "0000022222"
    assert read_in(path)["people"] == {"new": 0, "changed": 0, "unchanged": 1}


def test_several_hospitals_in_one_zip_are_read_as_one(cast: Cast, tmp_path: Path) -> None:
    files = []
    for hospital, pid, typearea in ((HERE, "1", "2"), (OTHER, "8", "1")):
        rows = [person(HOSPCODE=hospital, PID=pid, CID=number(1), TYPEAREA=typearea), person(PID="")]
        with zipfile.ZipFile(export(tmp_path, PERSON=rows)) as one:
            files.append((f"F43_{hospital}/PERSON.txt", one.read("PERSON.txt")))
    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as both:
        for name, content in files:
            both.writestr(name, content)
    report = read_in(path)
    assert report["people"]["new"] == 1
    assert report["files"] == [{"name": "PERSON", "rows": 4, "applied": 2, "problems": 2}]
    assert sorted(f"F43_{HERE}" in one["message"] for one in report["problems"]) == [False, True]
    assert [one["line"] for one in report["problems"]] == [3, 3]
    assert Person.objects.get().residency == "1"


def test_a_file_not_read_yet_is_listed_with_its_rows(cast: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, PERSON=[person(PID="1", CID=number(1))])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("SERVICE.txt", "HOSPCODE|PID|SEQ\r\n99312|1|1\r\n99312|1|2\r\n")
    assert read_in(path)["files"][1] == {"name": "SERVICE", "rows": 2, "applied": 0, "problems": 0}


def test_a_blank_discharge_does_not_bring_back_the_dead(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), DISCHARGE="1", DDISCHARGE="20260301")]))
    later = person(HOSPCODE=OTHER, PID="9", CID=number(1), DISCHARGE="", D_UPDATE="20261001000000")
    read_in(export(tmp_path, PERSON=[later]))
    assert (Person.objects.get().life, Person.objects.get().life_on) == ("dead", "2026-03-01")


def test_a_house_says_what_its_newest_row_says_whatever_the_order(cast: Cast, tmp_path: Path) -> None:
    new, old = home(ROAD="ใหม่", D_UPDATE="20260901000000"), home(ROAD="เก่า", D_UPDATE="20260101000000")
    read_in(export(tmp_path, HOME=[new, old]))
    read_in(export(tmp_path, HOME=[old]))
    assert Household.objects.get().road == "ใหม่"


def test_a_house_that_gets_its_id_is_known_by_it_further_down_the_same_file(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(HID="1", HOUSE="47")]))
    named = [home(HID="1", HOUSE="47", HOUSE_ID="93050000011"), home(HID="2", HOUSE="9", HOUSE_ID="93050000011")]
    read_in(export(tmp_path, HOME=named))
    assert Household.objects.get().house_id == "93050000011"


def test_the_hospital_where_one_lives_wins_whatever_the_order(cast: Cast, tmp_path: Path) -> None:
    files = [
        export(tmp_path, PERSON=[person(PID="1", CID=number(1), TYPEAREA="1", MOBILE="0000011111", LNAME="")]),
        export(
            tmp_path,
            PERSON=[
                person(HOSPCODE=OTHER, PID="2", CID=number(1), TYPEAREA="2", D_UPDATE="20261001000000")
                | {"MOBILE": "0000022222"}
            ],
        ),
    ]
    for order in itertools.permutations(files):
        Person.objects.all().delete()
        for path in order:
            read_in(path)
        one = Person.objects.get()
        # the resident row wins; where it is blank the other one speaks
        assert (one.phone, one.family) == ("0000011111", "ทองนุ่น")


def test_within_one_hospital_the_newest_export_wins_and_blank_never_does(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", MOBILE="0000011111", D_UPDATE="20260101000000")]))
    read_in(export(tmp_path, PERSON=[person(PID="1", MOBILE="", NAME="เอียดใหม่", D_UPDATE="20260201000000")]))
    read_in(export(tmp_path, PERSON=[person(PID="1", MOBILE="0000099999", D_UPDATE="20250101000000")]))
    one = Person.objects.get()
    assert (one.given, one.phone) == ("เอียดใหม่", "0000011111")


@pytest.mark.parametrize(
    "differs", [{"NAME": "สมชาย", "LNAME": "อื่น"}, {"SEX": "1"}, {"BIRTH": "19850302"}], ids=["name", "sex", "birth"]
)
def test_an_equal_number_but_all_else_not_is_a_conflict(cast: Cast, tmp_path: Path, differs: dict) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))]))
    report = read_in(export(tmp_path, PERSON=[person(HOSPCODE=OTHER, PID="2", CID=number(1)) | differs]))
    assert Person.objects.count() == 2
    assert [problem["code"] for problem in report["problems"]] == ["id_conflict"]
    assert Duplicate.objects.get().decision == ""


def test_a_slip_of_a_tone_mark_does_not_part_one_person(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME="เอื้อย")]))
    read_in(export(tmp_path, PERSON=[person(HOSPCODE=OTHER, PID="2", CID=number(1), NAME="เอือย")]))
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [("", "cid_missing"), ("1111111111111", "cid_dummy"), ("123", "cid_length"), (number(1)[:12] + "x", "cid_length")],
)
def test_a_wrong_or_missing_number_is_kept_and_flagged(cast: Cast, tmp_path: Path, written: str, code: str) -> None:
    report = read_in(export(tmp_path, PERSON=[person(PID="1", CID=written)]))
    assert [problem["code"] for problem in report["problems"]] == [code]
    assert Identifier.objects.get().why_none


def test_two_strangers_are_not_joined_by_a_dummy_number(cast: Cast, tmp_path: Path) -> None:
    rows = [person(PID="1", CID="9999999999999"), person(PID="2", CID="9999999999999")]
    assert read_in(export(tmp_path, PERSON=rows))["people"]["new"] == 2


def test_what_was_seen_in_the_field_is_never_overwritten_by_a_file(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1")]))
    one = Person.objects.get()
    facts.confirm(by=cast.nurse, person=one, fact=FactGroup.IDENTITY, on=clock.today(), how=How.VISIT)
    read_in(export(tmp_path, PERSON=[person(PID="1", HID="1", NAME="ผิด", D_UPDATE="20261101000000")]))
    assert Person.objects.get().given == "เอียด"
    assert Conflict.objects.get(field="given").offered == "ผิด"


def test_an_abolished_sub_district_becomes_its_successor(cast: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, HOME=[home(TAMBON="07")], PERSON=[person(PID="1", HID="1")]))
    assert Person.objects.get().area_code.startswith("931001")
    assert "abolished_area" in {problem["code"] for problem in report["problems"]}


def test_houses_are_joined_on_their_own_number_else_on_village_and_door(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(HID="1", HOUSE_ID="93050000001", HOUSE="47")]))
    read_in(export(tmp_path, HOME=[home(HOSPCODE=OTHER, HID="8", HOUSE_ID="93050000001", HOUSE="47 ก")]))
    read_in(export(tmp_path, HOME=[home(HOSPCODE=THERE, HID="5", HOUSE="99"), home(HID="2", HOUSE="99")]))
    assert Household.objects.count() == 2


def test_a_house_in_a_place_that_is_not_keeps_its_people_but_not_the_place(cast: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, HOME=[home(TAMBON="77")], PERSON=[person(PID="1", HID="1")]))
    assert ("HOME", "TAMBON", "area_code") in {(one["file"], one["column"], one["code"]) for one in report["problems"]}
    assert Household.objects.get().area_code == ""


def test_a_file_only_proposes_the_volunteer(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(VHVID="อสม.สุดา")]))
    house = Household.objects.get()
    assert (house.volunteer_hint, house.volunteer_seat) == ("อสม.สุดา", None)


def test_a_disability_becomes_a_group_and_one_of_nobody_is_told(cast: Cast, tmp_path: Path) -> None:
    rows = [{"HOSPCODE": HERE, "PID": pid, "DISABTYPE": "3", "DATE_DETECT": "20200101"} for pid in ("1", "404", "404")]
    report = read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))], DISABILITY=rows))
    assert GroupMembership.objects.get().kind == "3"
    assert [one["line"] for one in report["problems"] if one["code"] == "unknown_person"] == [3, 4]


def test_the_first_of_january_is_a_year_only_and_a_buddhist_year_is_told(cast: Cast, tmp_path: Path) -> None:
    rows = [person(PID="1", CID=number(1), BIRTH="19420101"), person(PID="2", CID=number(2), BIRTH="24850302")]
    report = read_in(export(tmp_path, PERSON=rows))
    assert sorted(Person.objects.values_list("birth", flat=True)) == ["1942", "1942-03-02"]
    assert "buddhist_year" in {problem["code"] for problem in report["problems"]}


def test_a_seat_reads_in_the_files_of_its_own_area_only(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        read_in(export(tmp_path, PERSON=[person(HOSPCODE=THERE, PID="1")]), by=cast.nurse)
    with pytest.raises(NotAllowed):
        read_in(export(tmp_path, PERSON=[person(PID="1")]), by=cast.local)
    assert read_in(export(tmp_path, PERSON=[person(PID="1")]), by=cast.nurse)["people"]["new"] == 1


def test_a_refused_file_leaves_the_database_untouched(cast: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, PERSON=[person(PID=str(i)) for i in range(50)])
    cut = tmp_path / "cut.zip"
    cut.write_bytes(path.read_bytes()[:-40])
    before = rows_everywhere()
    with pytest.raises(BadInput) as refused:
        read_in(cut)
    assert refused.value.code == "f43.truncated"
    assert rows_everywhere() == before
