"""A spreadsheet has numbers as numbers, and no formula that came from data, in our eyes and in LibreOffice's."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sanam.interfaces.files.reports.report import Row
from sanam.interfaces.files.sheets import reports as sheets
from sanam.interfaces.files.sheets.cells import csv_lines
from tests.interfaces.files.reports.samples import FORMULAS, HARD, report


def sheet_of(rows: list[Row] | None = None):  # type: ignore[no-untyped-def]
    return load_workbook(io.BytesIO(sheets.xlsx(report(rows=rows)))).active


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    cells = {cell.value: cell for row in sheet_of().iter_rows() for cell in row if cell.value is not None}
    assert all(text in cells for text in (*HARD, "ผู้สูงอายุ", "ปิดไว้", "ตัวเลขถึง 25 พ.ย. 2569"))
    assert {cells[text].data_type for text in HARD} == {"s"}
    assert {cells[number].data_type for number in range(1, len(HARD) + 1)} == {"n"}


def test_no_cell_is_a_formula() -> None:
    book = sheets.xlsx(report(rows=[Row([text, 1, None]) for text in FORMULAS]))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        xml = "".join(archive.read(name).decode() for name in archive.namelist() if "/sheet" in name)
    assert "<f>" not in xml
    assert "<f " not in xml
    sheet = load_workbook(io.BytesIO(book)).active
    risky = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).lstrip("\t\r\n")[:1] in tuple("=+-@")]
    assert len(risky) == len(FORMULAS)
    assert all(cell.quotePrefix and cell.data_type == "s" for cell in risky)


def test_libreoffice_opens_it_and_finds_no_live_formula(tmp_path: Path) -> None:
    """Opened and written anew as flat OpenDocument, where a live cell would carry table:formula."""
    assert shutil.which("soffice"), "apt install libreoffice-calc-nogui"
    path = tmp_path / "report.xlsx"
    path.write_bytes(sheets.xlsx(report(rows=[Row([text, 7, None]) for text in (*FORMULAS, *HARD)])))
    opened = tmp_path / "opened"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(opened), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    flat = (opened / "report.fods").read_text(encoding="utf-8")
    assert "table:formula" not in flat
    assert "HYPERLINK" in flat
    assert "#strong" in flat
    assert flat.count('office:value-type="float" office:value="7"') == len(FORMULAS) + len(HARD)


def test_the_same_as_csv_is_defused() -> None:
    lines = "".join(csv_lines(sheets.lines(report(rows=[Row([text, 1, None]) for text in FORMULAS]))))
    cells = [cell for row in csv.reader(io.StringIO(lines.lstrip("\ufeff"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text(max_size=30))
def test_any_text_can_stand_in_a_cell(text: str) -> None:
    sheet = sheet_of([Row([text, 1, None])])
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
