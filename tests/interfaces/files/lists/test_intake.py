"""A spreadsheet of people read in: its headers understood, its rows matched, asked about, and taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.registry.intake import winners
from sanam.domain.registry.models import Batch, Duplicate, GroupMembership, Identifier, Person, SourceRow
from sanam.domain.registry.operations import facts, undo
from sanam.domain.registry.words import FactGroup, How
from sanam.interfaces.files.lists import intake
from tests.cast import Cast, number
from tests.interfaces.files.lists.tables import HEADER, row, workbook

pytestmark = pytest.mark.django_db


def read(path: Path, by: Actor = INSTALLATION, *, area: str = "930512", dry_run: bool = False) -> dict[str, Any]:
    return intake.read_in(by=by, path=path, area=area, dry_run=dry_run)


def codes(report: dict[str, Any]) -> list[tuple[int, str]]:
    return [(one["line"], one["code"]) for one in report["problems"]]


def one_of(report: dict[str, Any]) -> Person:
    assert report["people"]["new"] == 1, report
    return Person.objects.order_by("-created_at", "-id")[0]


def test_a_row_becomes_a_person_in_a_house_with_what_the_sheet_says(field: Cast, tmp_path: Path) -> None:
    said = row(name="นายสมาน ใจดี", number=number(50), disability="ทางการเห็น", phone="00000-12345")
    one = one_of(read(workbook(tmp_path / "a.xlsx", [said])))
    assert (one.prefix, one.given, one.family, one.sex, one.birth) == ("นาย", "สมาน", "ใจดี", "male", "1942-03-02")
    assert (one.area_code, one.household.house_no, one.phone) == ("93051205", "47", "0000012345")
    assert one.identifiers.get().number == number(50)
    assert list(one.memberships.values_list("group", "kind")) == [("disabled", "1")]


def test_titles_above_the_header_are_passed_over(field: Cast, tmp_path: Path) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(number=number(50), name="นายสมาน ใจดี")], above=3))
    assert report["people"]["new"] == 1
    assert [one["line"] for one in report["problems"]] == []


def test_a_dry_run_says_which_column_was_understood_as_what_and_keeps_nothing(field: Cast, tmp_path: Path) -> None:
    before = Person.objects.count(), SourceRow.objects.count(), Batch.objects.count()
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี")]), dry_run=True)
    understood = {one["header"]: one["as"] for one in report["columns"]}
    assert understood["ชื่อ-สกุล"] == "full_name"
    assert understood["ว/ด/ป เกิด"] == "birth"
    assert understood["เบี้ย"] == ""
    assert (Person.objects.count(), SourceRow.objects.count(), Batch.objects.count()) == before


def test_a_column_nobody_knows_stays_with_its_row(field: Cast, tmp_path: Path) -> None:
    one = one_of(read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี")])))
    import json
    import zlib

    from sanam.domain.foundation import sealing

    raw = json.loads(zlib.decompress(sealing.decrypt(bytes(one.source_rows.get().sealed))))["raw"]
    assert raw["J เบี้ย"] == "800"


@pytest.mark.parametrize(
    ("written", "birth", "odd"),
    [
        ("2/3/2485", "1942-03-02", []),
        ("๒ มีนาคม ๒๔๘๕", "1942-03-02", []),
        ("2 มี.ค. 2485", "1942-03-02", []),
        ("2-3-1942", "1942-03-02", []),
        ("1942-03-02", "1942-03-02", []),
        ("24850302", "1942-03-02", []),
        ("2485", "1942", []),
        (2485, "1942", []),
        (date(1942, 3, 2), "1942-03-02", []),
        (date(2485, 3, 2), "1942-03-02", ["buddhist_year"]),
        ("1/1/2485", "1942", []),
        ("31/2/2485", "", ["bad_date"]),
        ("วันพุธ", "", ["bad_date"]),
        ("1/1/2600", "", ["future_date"]),
        ("", "", []),
    ],
)
def test_dates_are_read_as_districts_write_them(
    field: Cast, tmp_path: Path, written: object, birth: str, odd: list[str]
) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=number(50), birth=written)]))
    assert one_of(report).birth == birth
    assert [code for _, code in codes(report)] == odd


@pytest.mark.parametrize(
    ("written", "kept", "odd"),
    [
        (number(50), number(50), ""),
        (f"{number(50)[0]}-{number(50)[1:5]}-{number(50)[5:10]}-{number(50)[10:12]}-{number(50)[12]}", number(50), ""),
        (int(number(50)), number(50), ""),
        ("๓" + number(50)[1:].translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")), number(50), ""),
        (int(number(50)[:12]), "", "id_zero_lost"),
        ("3.98E+12", "", "id_scientific"),
        ("12345", "", "cid_length"),
        ("1111111111111", "", "cid_dummy"),
        (number(50)[:12] + str((int(number(50)[12]) + 1) % 10), "", "cid_check_digit"),
        ("", "", "cid_missing"),
    ],
)
def test_an_id_is_used_only_when_it_is_whole_and_never_guessed(
    field: Cast, tmp_path: Path, written: object, kept: str, odd: str
) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=written)]))
    assert one_of(report).identifiers.get().number == kept
    assert [code for _, code in codes(report)] == ([odd] if odd else [])


def test_a_formula_is_never_computed(field: Cast, tmp_path: Path) -> None:
    said = row(name='=CONCATENATE("นาย","สมาน")')
    known = row(name="นายสมาน ใจดี", phone='=HYPERLINK("http://127.0.0.1/","0000012345")')
    report = read(workbook(tmp_path / "a.xlsx", [said, known]))
    assert codes(report) == [(2, "no_name"), (3, "cid_missing"), (3, "formula_no_value")]
    assert one_of(report).phone == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_csv_is_read_in_either_encoding_with_whatever_between(
    field: Cast, tmp_path: Path, encoding: str, between: str
) -> None:
    lines = [("รายชื่อคนพิการ",), HEADER, [str(cell) for cell in row(name="น.ส.น้ำเอื้อย ใจดี", number=number(50))]]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(between.join(line) for line in lines).encode(encoding))
    one = one_of(read(path))
    assert (one.prefix, one.given, one.sex) == ("น.ส.", "น้ำเอื้อย", "female")


def test_the_same_sheet_twice_changes_nothing(field: Cast, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=number(50)), row(name="นายมานะ ใจดี")])
    read(path)
    before = list(Person.objects.order_by("id").values()), Duplicate.objects.count()
    assert read(path)["people"] == {"new": 0, "changed": 0, "unchanged": 2}
    assert (list(Person.objects.order_by("id").values()), Duplicate.objects.count()) == before


def test_an_equal_id_with_compatible_name_is_the_same_person_and_blanks_are_filled(
    field: Cast, ours: Person, tmp_path: Path
) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(number=number(1), phone="0000012345")]))
    assert report["people"] == {"new": 0, "changed": 1, "unchanged": 0}
    ours.refresh_from_db()
    assert ours.phone == "0000012345"


def test_an_equal_id_of_another_name_is_a_question_and_never_a_link(field: Cast, tmp_path: Path) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=number(1))]))
    assert report["people"]["new"] == 1
    assert (2, "id_conflict") in codes(report)
    assert Duplicate.objects.get().basis == "equal_id"


def test_a_like_name_without_an_id_asks_and_never_joins(field: Cast, ours: Person, tmp_path: Path) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(number="")]))
    assert report["people"]["new"] == 1
    assert (2, "alike") in codes(report)
    asked = Duplicate.objects.get()
    assert (asked.basis, asked.first_id) == ("name", ours.pk)


def test_a_like_name_born_on_another_day_is_somebody_else(field: Cast, tmp_path: Path) -> None:
    read(workbook(tmp_path / "a.xlsx", [row(birth="2 มี.ค. 2490")]))
    assert not Duplicate.objects.exists()


def test_two_rows_of_one_name_without_more_are_two_people_and_a_question(field: Cast, tmp_path: Path) -> None:
    twice = [row(name="นายสมาน ใจดี", birth=""), row(name="นายสมาน ใจดี", birth="")]
    path = workbook(tmp_path / "a.xlsx", twice)
    assert read(path)["people"]["new"] == 2
    assert Duplicate.objects.count() == 1
    assert read(path)["people"]["unchanged"] == 2


def test_a_hospitals_word_outweighs_a_list(field: Cast, ours: Person, tmp_path: Path) -> None:
    read(workbook(tmp_path / "a.xlsx", [row(number=number(1), name="นางเอียด ทองนุ้น")]))
    ours.refresh_from_db()
    assert ours.family == "ทองนุ่น"


def test_what_somebody_saw_is_not_overwritten_by_a_list(field: Cast, ours: Person, tmp_path: Path) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.ADDRESS, on=clock.today(), how=How.VISIT)
    read(workbook(tmp_path / "a.xlsx", [row(number=number(1), house="12/3", moo="3", phone="0000012345")]))
    ours.refresh_from_db()
    assert (ours.household.house_no, ours.phone) == ("47", "")
    assert list(ours.conflicts.values_list("field", flat=True)) == ["phone"]


def test_a_seat_puts_nobody_outside_its_places(field: Cast, tmp_path: Path) -> None:
    rows = [row(name="นายสมาน ใจดี", tambon="ควนขนุน", moo="1"), row(name="นายมานะ ใจดี", tambon="ตำบลที่ไม่มี", moo="")]
    report = read(workbook(tmp_path / "a.xlsx", rows), by=field.nurse, area="")
    assert [code for line, code in codes(report) if line == 2][:1] == ["unknown_tambon"]
    assert set(Person.objects.filter(family="ใจดี").values_list("area_code", flat=True)) <= {"930512", "93051205"}
    with pytest.raises(BadInput) as refusal:
        read(workbook(tmp_path / "b.xlsx", [row()]), by=field.nurse, area="900101")
    assert refusal.value.code == "list.no_place"


def test_a_list_learns_nothing_of_somebody_elsewhere(field: Cast, foreign: Person, tmp_path: Path) -> None:
    said = row(name="นางสมหมาย ไกลบ้าน", number=number(9), phone="0000012345")
    report = read(workbook(tmp_path / "a.xlsx", [said]), by=field.nurse, area="")
    assert report["people"]["new"] == 1
    foreign.refresh_from_db()
    assert foreign.phone == ""
    assert foreign.source_rows.filter(hospital="").count() == 0


def test_two_seats_do_not_meet_in_one_row(field: Cast, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี")])
    read(path, by=field.nurse, area="")
    assert read(path, by=field.secretary, area="")["people"]["new"] == 1


def test_a_list_without_a_place_is_turned_away(field: Cast, tmp_path: Path) -> None:
    header = ("ชื่อ-สกุล", "เลขบัตร")
    with pytest.raises(BadInput) as refusal:
        read(workbook(tmp_path / "a.xlsx", [("นายสมาน ใจดี", "")], header=header), area="")
    assert refusal.value.code == "list.no_place"
    assert read(workbook(tmp_path / "b.xlsx", [("นายสมาน ใจดี", "")], header=header))["people"]["new"] == 1


def test_an_address_in_one_cell_is_read(field: Cast, tmp_path: Path) -> None:
    header = ("ชื่อ", "นามสกุล", "ที่อยู่", "เพศ")
    one = one_of(read(workbook(tmp_path / "a.xlsx", [("สมาน", "ใจดี", "๙/๑ ม.๕ ต.พนางตุง", "ช")], header=header)))
    assert (one.household.house_no, one.area_code, one.sex) == ("9/1", "93051205", "male")


def test_english_headers_are_understood(field: Cast, tmp_path: Path) -> None:
    header = ("No.", "First name", "Last name", "CID", "Date of birth", "House no.", "Moo", "Tambon")
    said = ("1", "สมาน", "ใจดี", number(50), "1942-03-02", "9", 5, "930512")
    assert one_of(read(workbook(tmp_path / "a.xlsx", [said], header=header))).area_code == "93051205"


@pytest.mark.parametrize(
    ("written", "kinds", "odd"),
    [
        ("ทางการเคลื่อนไหวหรือทางร่างกาย", ["3"], False),
        ("3", ["3"], False),
        ("ประเภท ๑ และ ๒", ["1", "2"], False),
        ("พิการทางสติปัญญา, ออทิสติก", ["5", "7"], False),
        ("พิการมาก", [], True),
    ],
)
def test_disabilities_are_read_by_number_or_word(
    field: Cast, tmp_path: Path, written: str, kinds: list[str], odd: bool
) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=number(50), disability=written)]))
    one = one_of(report)
    assert sorted(GroupMembership.objects.filter(person=one).values_list("kind", flat=True)) == kinds
    assert ((2, "disability_type") in codes(report)) is odd


def test_a_phone_that_lost_its_zero_is_told_and_not_mended(field: Cast, tmp_path: Path) -> None:
    report = read(workbook(tmp_path / "a.xlsx", [row(name="นายสมาน ใจดี", number=number(50), phone=812345678)]))
    assert codes(report) == [(2, "phone_zero_lost")]
    assert one_of(report).phone == ""


def test_a_list_is_taken_back_like_any_file(field: Cast, ours: Person, tmp_path: Path) -> None:
    before = list(Person.objects.order_by("id").values("id", "phone", "household_id", "area_code"))
    rows = [row(number=number(1), phone="0000012345"), row(name="นายสมาน ใจดี", house="99")]
    batch = Batch.objects.get(pk=read(workbook(tmp_path / "a.xlsx", rows))["batch"])
    foreseen = undo.take_back(by=INSTALLATION, batch=batch)
    assert (foreseen.people, foreseen.kept) == (1, [])
    assert list(Person.objects.order_by("id").values("id", "phone", "household_id", "area_code")) == before
    assert not Identifier.objects.filter(person__given="สมาน").exists()
    assert winners.unseal(ours.source_rows.get(current=True, file="PERSON")).hospital
