"""`sanam export people`: what a seat sees, as far as it sees it, and never unseen."""

from __future__ import annotations

import csv
import io
import stat
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.journal.models import Details, Entry
from sanam.domain.registry import queries as registry
from sanam.domain.registry.models import GroupMembership, Household, Person
from sanam.interfaces.files.sheets.cells import BEGINS_A_FORMULA, csv_lines, defused
from sanam.interfaces.files.sheets.people import COLUMNS
from tests.cast import Cast, export, home, number, person, read_in
from tests.interfaces.cli.typing_it import Terminal

BOM = "\ufeff"


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def seat(cast: Cast, name: str) -> str:
    return str(cast.seats[name].id)


def test_without_a_seat_it_is_refused_in_one_sentence(terminal: Terminal, field: Cast) -> None:
    typed = terminal.type("export", "people")
    assert (typed.code, typed.out) == (1, "")
    assert typed.err == "Say which seat exports, with --as: the installation itself sees no person.\n"


@pytest.mark.parametrize("name", ["nurse", "secretary", "volunteer", "local", "stranger", "unscoped"])
def test_a_seat_exports_exactly_whom_it_sees(terminal: Terminal, field: Cast, name: str) -> None:
    typed = terminal.type("export", "people", "--as", seat(field, name))
    seen = {str(row.person.id) for row in registry.find(field.actors[name], registry.Filters()).rows}
    assert typed.code == 0
    assert {row["id"] for row in rows_of(typed.out)} == seen
    assert typed.out.startswith(BOM)


def test_a_seat_that_sees_no_people_is_told_so(terminal: Terminal, field: Cast) -> None:
    typed = terminal.type("export", "people", "--as", seat(field, "regional"), "--json")
    assert (typed.code, typed.document["refused"]["code"]) == (1, "export.mandate")
    assert not Entry.objects.filter(did__contains="exported").exists()


def test_a_masked_column_keeps_its_place_and_says_so(terminal: Terminal, field: Cast) -> None:
    local = rows_of(terminal.type("export", "people", "--as", seat(field, "local")).out)
    nurse = rows_of(terminal.type("export", "people", "--as", seat(field, "nurse")).out)
    assert {row["religion (not shown)"] for row in local} == {"not shown"}
    assert {row["kinds within groups (not shown)"] for row in local} == {"not shown"}
    assert "physical disability" not in str(local)
    assert "physical disability" in {row["kinds within groups"] for row in nurse}
    assert len(local[0]) == len(nurse[0]) == len(COLUMNS)


def test_every_person_exported_was_looked_at_and_the_export_is_written_down(terminal: Terminal, field: Cast) -> None:
    typed = terminal.type("export", "people", "--as", seat(field, "nurse"), "--area", "930512")
    told = Entry.objects.get(did="people.exported")
    assert told.actor_ref == seat(field, "nurse")
    assert Details.objects.get(entry=told.id).values == {"group": "", "area": "930512", "people": 4, "masked": []}
    looked = Entry.objects.filter(did="person.looked", because=f"entry:{told.id}").values_list("to", flat=True)
    assert sorted(looked) == sorted(f"person:{row['id']}" for row in rows_of(typed.out))


def test_more_people_than_a_page_all_come_once(terminal: Terminal, cast: Cast, tmp_path: Path) -> None:
    many = registry.PAGE * 2 + 3
    people = [person(PID=str(one), HID="1", CID=number(one), NAME=f"คน{one}") for one in range(1, many + 1)]
    read_in(export(tmp_path, HOME=[home(HID="1")], PERSON=people))
    found = rows_of(terminal.type("export", "people", "--as", seat(cast, "nurse")).out)
    assert len({row["id"] for row in found}) == len(found) == many


def test_it_is_narrowed_by_group_and_place(terminal: Terminal, field: Cast) -> None:
    as_nurse = ("export", "people", "--as", seat(field, "nurse"))
    disabled = rows_of(terminal.type(*as_nurse, "--group", "disabled").out)
    assert [row["given name"] for row in disabled] == ["เอียด"]
    assert rows_of(terminal.type(*as_nurse, "--area", "93051207").out) == []
    assert terminal.type(*as_nurse, "--group", "nosuch").code == 1
    assert terminal.type(*as_nurse, "--area", "93%").code == 1


def test_a_holders_user_name_stands_for_their_seat(terminal: Terminal, field: Cast) -> None:
    assert len(rows_of(terminal.type("export", "people", "--as", "nurse").out)) == 4
    assert terminal.type("export", "people", "--as", "seatless").code == 1


def test_a_name_that_would_be_a_formula_is_defused(terminal: Terminal, cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(HID="1")], PERSON=[person(PID="1", HID="1", NAME="=HYPERLINK(1)")]))
    (row,) = rows_of(terminal.type("export", "people", "--as", seat(cast, "nurse")).out)
    assert row["given name"] == "'=HYPERLINK(1)"


def test_a_file_is_whole_and_its_owners_alone(terminal: Terminal, field: Cast, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    typed = terminal.type("export", "people", "--as", seat(field, "nurse"), "--out", str(path), "--json")
    assert typed.document == {"file": str(path), "people": 4, "masked": []}
    assert len(rows_of(path.read_bytes().decode())) == 4
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert terminal.type("export", "people", "--as", seat(field, "nurse"), "--out", "/nosuch/people.csv").code == 1
    assert [one.name for one in tmp_path.glob(".people*")] == []


def test_with_json_people_come_as_one_document_without_defusing(terminal: Terminal, field: Cast) -> None:
    found = terminal.type("export", "people", "--as", seat(field, "local"), "--json").document
    assert {one["religion"] for one in found["people"]} == {"not shown"}
    assert found["masked"] == ["religion", "kinds"]


def test_an_xlsx_says_what_the_csv_says(terminal: Terminal, field: Cast, tmp_path: Path) -> None:
    path, as_nurse = tmp_path / "people.xlsx", ("export", "people", "--as", seat(field, "nurse"))
    typed = terminal.type(*as_nurse, "--format", "xlsx", "--out", str(path), "--json")
    assert typed.document == {"file": str(path), "people": 4, "masked": []}
    with closing(load_workbook(path, read_only=True)) as book:
        header, *rows = book.active.iter_rows(values_only=True)
    written = [dict(zip(header, (cell or "" for cell in row), strict=True)) for row in rows]
    assert written == rows_of(terminal.type(*as_nurse).out)
    assert Entry.objects.filter(did="people.exported").count() == 2


def test_columns_carry_the_marks_of_what_they_show() -> None:
    """A column may be stricter than its field, never more open."""
    shown = {"house_no": Household.privacy["house_no"], "groups": GroupMembership.privacy["group"]}
    shown |= {"kinds": GroupMembership.privacy["kind"], "place": Privacy.OPEN} | Person.privacy
    for column in COLUMNS:
        if not column.name.startswith("freshness_"):
            assert column.mark.rank >= shown[column.name].rank, column.name


@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_no_cell_begins_a_formula_and_none_is_lost(text: str) -> None:
    assert not defused(text).startswith(BEGINS_A_FORMULA)
    (line,) = csv_lines([[text, "x"]])
    ((first, _),) = csv.reader(io.StringIO(line.removeprefix(BOM), newline=""))
    assert first.removeprefix("'") == text.removeprefix("'")
