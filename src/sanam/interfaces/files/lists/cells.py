"""One cell, as a person would read it, and what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sanam.interfaces.files.f43.reading import tidy

_WHOLE = 10**15


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` as shown, `day` where the spreadsheet holds a date, `number` where it holds a number.

    `odd` is "", "formula" or "formula_no_value".
    """

    text: str = ""
    day: date | None = None
    number: bool = False
    odd: str = ""


EMPTY = Cell()


def cell(value: Any, *, formula: bool = False) -> Cell:
    """A cell of a spreadsheet by what its file holds; a formula by the value that was saved with it."""
    if value is None:
        return Cell(odd="formula_no_value") if formula else EMPTY
    odd = "formula" if formula else ""
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), day=value.date(), odd=odd)
    if isinstance(value, date):
        return Cell(value.isoformat(), day=value, odd=odd)
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(str(value), number=True, odd=odd)
    return Cell(tidy(str(value).strip()), odd=odd)
