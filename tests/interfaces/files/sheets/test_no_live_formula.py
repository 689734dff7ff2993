"""What we export, opened by LibreOffice as a reader would: every cell is text, and no stranger's formula lives."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sanam.interfaces.files.sheets import workbook
from sanam.interfaces.files.sheets.cells import csv_lines
from tests.cast import Cast, export, home, person, read_in
from tests.interfaces.cli.typing_it import Terminal

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PAYLOADS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "\r=1+1", "\x00=1+1", "\n=1+1", " =1+1"),
    *("\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1;1)", '=HYPERLINK("http://127.0.0.1/";"กด")'),
    *("=cmd|' /C calc'!A0", "'=1+1", "{=1+1}", "ชื่อธรรมดา", "0812345678", "3980000000018", "1/2", "TRUE"),
]


@pytest.fixture
def terminal(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capfdbinary, monkeypatch)


def opened(path: Path, *, filter_in: str = "") -> ElementTree.Element:
    """The document as LibreOffice understood it."""
    home = path.parent / "office"
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless"]
    command += [f"--infilter={filter_in}"] if filter_in else []
    command += ["--convert-to", "fods", "--outdir", str(path.parent / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return ElementTree.parse(path.parent / "out" / f"{path.stem}.fods").getroot()


def formulas(document: ElementTree.Element) -> list[str]:
    return [
        cell.get(f"{TABLE}formula", "") for cell in document.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")
    ]


def texts(document: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for cell in document.iter(f"{TABLE}table-cell") for one in cell.iter(f"{TEXT}p")]


def test_the_check_itself_finds_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "live.csv"
    path.write_text("=1+1\n")
    assert formulas(opened(path)) == ["of:=1+1"]


def test_a_workbook_holds_text_only(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    with path.open("wb") as file:
        assert workbook.write(([one, "x"] for one in PAYLOADS), file, title="รายชื่อ") == len(PAYLOADS)
    document = opened(path)
    assert formulas(document) == []
    kinds = {
        cell.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type")
        for cell in document.iter(f"{TABLE}table-cell")
    }
    assert kinds <= {"string", None}
    assert {"=1+1", "@SUM(1;1)", "ชื่อธรรมดา", "3980000000018"} <= set(texts(document))


def test_a_csv_holds_no_live_formula(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "".join(csv_lines([[one.replace("\x00", ""), "x"] for one in PAYLOADS])), encoding="utf-8", newline=""
    )
    assert formulas(opened(path)) == []


@pytest.mark.django_db
def test_an_export_of_people_with_such_names_holds_none(terminal: Terminal, cast: Cast, tmp_path: Path) -> None:
    names = [one for one in PAYLOADS if one.isprintable() and len(one) < 50 and "|" not in one]
    people = [person(PID=str(n), HID="1", NAME=name, LNAME=name) for n, name in enumerate(names)]
    read_in(export(tmp_path, HOME=[home()], PERSON=people))
    for format_ in ("xlsx", "csv"):
        path = tmp_path / f"people.{format_}"
        seat = str(cast.seats["nurse"].id)
        typed = terminal.type("export", "people", "--as", seat, "--format", format_, "--out", str(path))
        assert typed.code == 0
        document = opened(path)
        assert formulas(document) == []
        assert any("HYPERLINK" in text for text in texts(document))
