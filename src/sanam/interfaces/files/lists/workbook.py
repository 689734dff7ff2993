"""An .xlsx opened safely: what its zip claims is looked at, every part read once, then its cells row by row."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.f43.entries import check_end, check_entries
from sanam.interfaces.files.f43.unpacking import COPY_BYTES, damage_is_refused, opened
from sanam.interfaces.files.lists.cells import Cell, cell
from sanam.interfaces.files.lists.refusals import MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, refusal

_OLE = b"\xd0\xcf\x11\xe0"
_OVERLAP = 4096
_ROW = re.compile(rb'<(?:\w+:)?row[^>]*?\sr="(\d+)"')
_REFERENCE = re.compile(rb'<(?:\w+:)?c[^>]*?\sr="([A-Za-z]+)(\d+)"')
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
_DAMAGED = {"f43.truncated", "f43.not_a_zip", "f43.overlap"}
_BIG = {"f43.bomb", "f43.too_big", "f43.too_many"}


@contextmanager
def sheets(path: Path) -> Iterator[Iterator[tuple[str, Iterator[list[Cell]]]]]:
    """The sheets of a workbook that was checked whole: (name, rows of cells). Raises BadInput.

    It is opened twice: once for the values that were saved, once to know which of them were formulas. Nothing is
    computed.
    """
    _check(path)
    values = formulas = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                values = load_workbook(path, read_only=True, data_only=True, keep_links=False)
                formulas = load_workbook(path, read_only=True, data_only=False, keep_links=False)
            except Exception:  # a workbook can be broken in as many ways as there are parts of it
                raise refusal("list.damaged") from None
            yield ((sheet.title, _rows(sheet, formulas[sheet.title])) for sheet in values.worksheets)
    finally:
        for book in (values, formulas):
            if book is not None:
                book.close()


def _rows(values: Any, formulas: Any) -> Iterator[list[Cell]]:
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # what a sheet claims of its size is not asked
    both = zip(values.iter_rows(), formulas.iter_rows(), strict=False)
    while True:
        try:
            row, written = next(both)
        except StopIteration:
            return
        except Exception:
            raise refusal("list.damaged") from None
        yield [
            cell(one.value, formula=getattr(other, "data_type", "") == "f")
            for one, other in zip(row, written, strict=False)
        ]


def _check(path: Path) -> None:
    try:
        with path.open("rb") as source:
            if source.read(4) == _OLE:
                raise refusal("list.old_or_locked")
            check_end(source)
            with damage_is_refused():
                archive = ZipFile(source)
            check_entries(archive)
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise refusal("list.too_big")
            for entry in archive.infolist():
                if not entry.is_dir():
                    _check_part(archive, entry)
    except OSError:
        raise refusal("list.no_file") from None
    except BadInput as found:
        raise _said_of_a_list(found) from None


def _check_part(archive: ZipFile, entry: Any) -> None:
    """Read a part to its end: whole, without entities, without cells where no table has any."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    tail = b""
    with opened(archive, entry) as stream:
        while chunk := stream.read(COPY_BYTES):
            if not is_xml:
                continue
            text = tail + chunk
            tail = text[-_OVERLAP:]
            if any(sign in text for sign in _FORBIDDEN):
                raise refusal("list.unsafe")
            if max((int(found) for found in _ROW.findall(text)), default=0) > MOST_ROWS:
                raise refusal("list.too_big")
            for letters, row in _REFERENCE.findall(text):
                if len(letters) > 3 or _number_of(letters) > MOST_COLUMNS:
                    raise refusal("list.too_many_columns")
                if int(row) > MOST_ROWS:
                    raise refusal("list.too_big")


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _said_of_a_list(found: BadInput) -> BadInput:
    if found.code.startswith("list."):
        return found
    if found.code == "f43.encrypted":
        return refusal("list.old_or_locked")
    if found.code in _BIG:
        return refusal("list.too_big")
    return refusal("list.damaged" if found.code in _DAMAGED else "list.unsafe")
