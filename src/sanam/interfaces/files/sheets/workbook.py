"""Rows as an .xlsx in which every cell is text: written row by row, never held whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from sanam.interfaces.files.sheets.cells import BEGINS_A_FORMULA

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(rows: Iterable[Sequence[str]], to: IO[bytes], *, title: str) -> int:
    """Write rows to a binary stream; gives back how many. More than a sheet holds goes on in the next sheet."""
    book = Workbook(write_only=True)
    sheet, count = book.create_sheet(title[:31]), 0
    for row in rows:
        if count and count % MOST_ROWS == 0:
            sheet = book.create_sheet()
        sheet.append([_text(sheet, text) for text in row])
        count += 1
    book.save(to)
    return count


def _text(sheet: object, text: str) -> object:
    """A cell that is text whatever it begins with; one that looks like a formula stays text when it is edited too."""
    cell = WriteOnlyCell(sheet, value="")
    cell.value = _NO_XML.sub("", text)[:LONGEST_CELL]
    cell.data_type = "s"  # the library takes what begins with = for a formula
    if text.startswith(BEGINS_A_FORMULA):
        cell.quotePrefix = 1
    return cell
