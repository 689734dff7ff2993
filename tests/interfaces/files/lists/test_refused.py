"""Spreadsheets that are turned away in one sentence, the database untouched; and none that breaks the reader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput
from sanam.domain.registry.models import Person
from sanam.interfaces.files.lists import intake
from sanam.interfaces.files.lists.refusals import REFUSALS
from tests.interfaces.files.lists.tables import row, workbook

pytestmark = pytest.mark.django_db


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as refusal:
        intake.read_in(by=INSTALLATION, path=path, area="930512")
    assert not Person.objects.exists()
    return refusal.value.code


def repacked(path: Path, **parts: bytes | None) -> Path:
    """The same workbook with parts changed; a name's dots are written as two underscores."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    named = {name.replace("__", "."): content for name, content in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in source.infolist():
            content = source.read(entry.filename)
            packed.writestr(entry.filename, named.pop(entry.filename.rsplit("/", 1)[-1], content) or content)
        for name, content in named.items():
            packed.writestr(name, content or b"")
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return workbook(tmp_path / "a.xlsx", [row()])


def sheet_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as packed:
        return packed.read("xl/worksheets/sheet1.xml")


def test_what_is_neither_xlsx_nor_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    assert refused(path) == "list.kind"
    assert refused(tmp_path / "nothing.xlsx") == "list.no_file"


def test_an_old_or_locked_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert refused(path) == "list.old_or_locked"


def test_a_workbook_cut_short(plain: Path) -> None:
    plain.write_bytes(plain.read_bytes()[:-40])
    assert refused(plain) == "list.damaged"


def test_a_workbook_that_unpacks_to_far_more_than_it_should(plain: Path) -> None:
    assert refused(repacked(plain, bomb__bin=bytes(64 * 1024**2))) == "list.too_big"


def test_a_name_that_points_outside(plain: Path) -> None:
    with zipfile.ZipFile(plain, "a") as packed:
        packed.writestr("../../evil.xml", b"<a/>")
    assert refused(plain) == "list.unsafe"


def test_entities_and_nul_bytes(plain: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]>' + sheet_of(plain)
    assert refused(repacked(plain, sheet1__xml=bomb)) == "list.unsafe"


def test_a_sheet_of_too_many_columns(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path / "a.xlsx", [row() + [1] * 600])) == "list.too_many_columns"
    path = tmp_path / "a.csv"
    path.write_text(",".join(["ชื่อ-สกุล"] * 501))
    assert refused(path) == "list.too_many_columns"


def test_a_row_that_claims_to_be_the_billionth(plain: Path) -> None:
    claimed = sheet_of(plain).replace(b'<row r="2"', b'<row r="1000000000"')
    assert refused(repacked(plain, sheet1__xml=claimed)) == "list.too_big"


def test_a_csv_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("ชื่อ-สกุล,เลขบัตร".encode("utf-16"))
    assert refused(path) == "list.nul"


def test_a_table_without_a_header_we_know(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path / "a.xlsx", [("ก", "ข")], header=("คอลัมน์", "อื่น"))) == "list.no_header"


def test_two_columns_that_say_the_same(tmp_path: Path) -> None:
    header = ("ชื่อ-สกุล", "วันเกิด", "ว/ด/ป เกิด")
    assert refused(workbook(tmp_path / "a.xlsx", [("ก", "1", "2")], header=header)) == "list.same_column_twice"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400), ending=st.sampled_from([".csv", ".xlsx"]))
def test_nothing_breaks_the_reader(db: None, tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(data)
    with pytest.raises(BadInput) as refusal:
        intake.read_in(by=INSTALLATION, path=path, area="930512", dry_run=True)
    assert refusal.value.code in REFUSALS


def said(path: Path) -> str:
    """The code of the refusal, empty where it was read; anything else that is raised breaks the test."""
    try:
        intake.read_in(by=INSTALLATION, path=path, area="930512", dry_run=True)
    except BadInput as refusal:
        return refusal.code
    return ""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(at=st.integers(0, 6000), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_refused_or_read(cast: object, tmp_path: Path, at: int, byte: int) -> None:
    path = workbook(tmp_path / "a.xlsx", [row()])
    content = bytearray(path.read_bytes())
    content[at % len(content)] = byte
    path.write_bytes(bytes(content))
    assert said(path) in {*REFUSALS, ""}
