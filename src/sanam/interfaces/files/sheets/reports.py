"""A report as a spreadsheet: numbers are numbers, and no text of anybody's becomes a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sanam.interfaces.files.reports.report import Cell as Value
from sanam.interfaces.files.reports.report import Report, Table, told
from sanam.interfaces.files.sheets.cells import BEGINS_A_FORMULA

CLOSED = ("ปิดไว้", "closed")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_WIDEST = 60


def xlsx(report: Report) -> bytes:
    """A workbook with a sheet for each table; every text is typed as text."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.language = report.title, report.language
    for at, table in enumerate(report.tables or [Table("", [], [])], start=1):
        title = _NOT_IN_A_TITLE.sub(" ", table.title)[:28].strip() or report.kind
        _fill(book.create_sheet(f"{title} {at}" if title in book.sheetnames else title), report, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(report: Report) -> Iterator[list[str]]:
    """The report as lines of one CSV: what it is, then each table under its title."""
    yield [report.title]
    yield [report.where]
    yield from ([sentence] for sentence in [*report.sentences, *report.notes])
    for table in report.tables:
        yield from ([], [table.title], [head.name for head in table.heads])
        yield from ([_said(cell, report) for cell in row.cells] for row in table.rows)


def _fill(sheet: Worksheet, report: Report, table: Table) -> None:
    for text in (report.title, report.where, *report.sentences, *report.notes):
        _write(sheet.cell(sheet.max_row + bool(sheet["A1"].value), 1), text)
    sheet["A1"].font = Font(bold=True, size=14)
    first = sheet.max_row + 2
    for column, head in enumerate(table.heads, start=1):
        cell = sheet.cell(first, column)
        _write(cell, head.name)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for down, row in enumerate(table.rows, start=first + 1):
        for column, value in enumerate(row.cells, start=1):
            _write(sheet.cell(down, column), value if isinstance(value, int) else _said(value, report))
    sheet.freeze_panes = sheet.cell(first + 1, 2)
    for column in range(1, len(table.heads) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(table, column - 1)


def _write(cell: Cell, value: int | str) -> None:
    """A number as a number, anything else as text that stays text even when somebody edits the cell."""
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    if value.startswith(BEGINS_A_FORMULA):
        cell.quotePrefix = True


def _said(value: Value, report: Report) -> str:
    return told(report.language, *CLOSED) if value is None else str(value)


def _width(table: Table, column: int) -> int:
    cells = [str(row.cells[column] or "") for row in table.rows]
    return min(_WIDEST, max([12, *(len(cell) + 2 for cell in cells)]))
