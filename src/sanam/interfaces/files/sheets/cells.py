"""Cells that a spreadsheet will show and never run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BOM = "\ufeff"
"""Without it, spreadsheets of many a Thai office take UTF-8 for TIS-620."""


def defused(text: str) -> str:
    """A cell's text with an apostrophe before it when it would begin a formula (OWASP, CSV Injection).

    Full-width = + - @ count as well: some spreadsheets read them as the plain ones. What follows is whole.
    """
    return f"'{text}" if text.startswith(BEGINS_A_FORMULA) else text


def csv_lines(rows: Iterable[Sequence[str | int]]) -> Iterator[str]:
    """Rows as CSV (RFC 4180: commas, CRLF, every cell quoted), one string a row; the first carries the BOM.

    A number is written as it is: -1 begins no formula.
    """
    mark = BOM
    for row in rows:
        line = io.StringIO()
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow(
            [defused(cell) if isinstance(cell, str) else cell for cell in row]
        )
        yield mark + line.getvalue()
        mark = ""


def table(rows: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    """Rows of {column: value} as a sheet, a header first; what is no text is written as ISO 8601 or JSON."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    yield names
    for row in rows:
        yield [_cell(row.get(name)) for name in names]


def _cell(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else str(value)
