"""`sanam export report`: in the seat's own measure, written down, whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sanam.domain.journal.models import Details, Entry
from tests.cast import Cast
from tests.interfaces.cli.typing_it import Terminal


def seat(cast: Cast, name: str) -> str:
    return str(cast.seats[name].id)


def test_a_report_comes_as_csv_in_the_readers_language(terminal: Terminal, field: Cast) -> None:
    typed = terminal.type("export", "report", "groups", "--as", seat(field, "nurse"))
    rows = list(csv.reader(io.StringIO(typed.out.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["People by place and group"]
    assert [row[1] for row in rows if row and row[0].startswith("Village 5")] == ["2"]
    terminal.speak("th_TH.UTF-8")
    assert "จำนวนคนแยกตามพื้นที่และกลุ่ม" in terminal.type("export", "report", "groups", "--as", seat(field, "nurse")).out


@pytest.mark.parametrize(("form", "begins"), [("xlsx", b"PK"), ("pdf", b"%PDF-1.7")])
def test_a_file_is_of_the_kind_asked_for(
    terminal: Terminal, field: Cast, tmp_path: Path, form: str, begins: bytes
) -> None:
    path = tmp_path / f"report.{form}"
    words = ("export", "report", "homes", "--as", seat(field, "nurse"), "--format", form, "--out", str(path), "--json")
    assert terminal.type(*words).document == {"file": str(path), "report": "homes", "rows": 3}
    assert path.read_bytes().startswith(begins)
    if form == "xlsx":
        assert len(load_workbook(path).sheetnames) == 2


def test_it_is_written_down_which_report_by_which_seat_and_how_many_lines(terminal: Terminal, field: Cast) -> None:
    terminal.type("export", "report", "changes", "--as", seat(field, "nurse"), "--area", "93051205")
    told = Entry.objects.get(did="report.exported")
    assert (told.actor_ref, told.to, told.via) == (seat(field, "nurse"), "report:changes", "cli")
    values = Details.objects.get(entry=told.pk).values
    assert (values["format"], values["area"], values["rows"]) == ("csv", "93051205", 3)


def test_a_seat_without_people_gets_sums_with_small_numbers_closed(terminal: Terminal, field: Cast) -> None:
    found = terminal.type("export", "report", "groups", "--as", seat(field, "regional"), "--json").document
    assert found["exact"] is False
    numbers = [cell for table in found["tables"] for row in table["rows"] for cell in row["cells"][1:]]
    assert numbers
    assert not [number for number in numbers if number is not None and number < 5]


def test_it_is_refused_without_a_seat_outside_it_and_for_no_month(terminal: Terminal, field: Cast) -> None:
    assert terminal.type("export", "report", "groups").code == 1
    as_nurse = ("export", "report", "changes", "--as", seat(field, "nurse"))
    assert terminal.type(*as_nurse, "--area", "900101").code == 1
    assert terminal.type(*as_nurse, "--month", "พ.ย. 69").code == 1
    assert terminal.type("export", "report", "nosuch", "--as", seat(field, "nurse")).code == 2
    assert not Entry.objects.filter(did="report.exported").exists()
