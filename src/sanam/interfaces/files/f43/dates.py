"""Dates as the 43 files write them: YYYYMMDD and YYYYMMDDHHMMSS, in the common era when all is well.

The code beside each answer is a kind of problem, or "" when there was none.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.digits import to_arabic

_BUDDHIST_FROM, _ERA = 2400, 543
_FIRST_YEAR = 1880
_NOT_DIGITS = re.compile(r"[\s:T/.\-]+")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ](.*))?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ](.*))?", re.ASCII)


@lru_cache(maxsize=1 << 16)
def read_day(text: str, today: date, *, birth: bool = False) -> tuple[PartialDate | None, str]:
    """One day, month or year.

    Thai order (2/3/2485) is read too, and told. A `birth` on 1 January is a year only: the dictionary says to
    write an unknown day so. 00 for a day or a month is what is not known. A year after 2400 is Buddhist and is
    turned. Zeros alone are an empty cell.
    """
    digits, day_first = _digits(text)
    if not digits.strip("0"):
        return None, ""
    if len(digits) == 4:
        digits += "0000"
    if len(digits) not in (8, 12, 14) or not (digits.isascii() and digits.isdigit()):
        return None, "bad_date"
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    buddhist = year > _BUDDHIST_FROM
    if buddhist:
        year -= _ERA
    if year < _FIRST_YEAR:
        return None, "before_1880"
    if birth and (month, day) == (1, 1):
        month = day = 0
        written_whole = True
    else:
        written_whole = bool(month and day)
    try:
        known = PartialDate(year, month or None, (day or None) if month else None)
    except BadInput:
        return None, "future_date" if year > today.year else "bad_date"
    if known.earliest() > today:
        return None, "future_date"
    odd = "" if written_whole else "partial_date"
    return known, "buddhist_year" if buddhist else "day_first" if day_first else odd


@lru_cache(maxsize=1 << 14)
def read_stamp(text: str, today: date) -> tuple[str, str]:
    """When a row was last saved, as YYYYMMDDHHMMSS; not one after tomorrow, which would win for ever."""
    digits, day_first = _digits(text)
    if not digits.strip("0"):
        return "", ""
    if len(digits) not in (8, 12, 14) or not (digits.isascii() and digits.isdigit()):
        return "", "bad_date"
    buddhist = int(digits[:4]) > _BUDDHIST_FROM
    if buddhist:
        digits = f"{int(digits[:4]) - _ERA:04d}{digits[4:]}"
    try:
        stamp = datetime.fromisoformat(f"{digits[:8]}T{digits[8:]:0<6}")
    except ValueError:
        return "", "bad_date"
    if stamp.year < _FIRST_YEAR:
        return "", "before_1880"
    if stamp.date() > today + timedelta(days=1):
        return "", "future_date"
    return f"{digits:0<14}", "buddhist_year" if buddhist else "day_first" if day_first else ""


def _digits(text: str) -> tuple[str, bool]:
    """The digits alone, year first, of what is plainly a date; and whether the day was written first."""
    if text.isascii() and text.isdigit():
        return text, False
    text = to_arabic(text)
    day_first = _DAY_FIRST.fullmatch(text)
    if parts := day_first or _YEAR_FIRST.fullmatch(text):
        one, month, other, rest = parts.groups("")
        year, day = (other, one) if day_first else (one, other)
        text = f"{year}{month:0>2}{day:0>2}{rest}"
    return _NOT_DIGITS.sub("", text), bool(day_first)
