"""Dates as the 43 files write them: YYYYMMDD and YYYYMMDDHHMMSS, in the common era when all is well.

The code beside each answer is a kind of problem, or "" when there was none.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.digits import to_arabic

THAILAND = timezone(timedelta(hours=7), "+07:00")
_BUDDHIST_FROM, _ERA = 2400, 543
_FIRST_YEAR = 1880
_NOT_DIGITS = re.compile(r"[\s:T/.\-]+")


@lru_cache(maxsize=1 << 16)
def read_day(text: str, today: date, *, birth: bool = False) -> tuple[PartialDate | None, str]:
    """One day, month or year.

    A `birth` on 1 January is a year only: the dictionary says to write an unknown day so. 00 for a day or
    a month is what is not known. A year after 2400 is Buddhist and is turned. Zeros alone are an empty cell.
    """
    digits = _digits(text)
    if not digits.strip("0"):
        return None, ""
    if len(digits) not in (8, 12, 14) or not digits.isdigit():
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
    return known, "buddhist_year" if buddhist else "" if written_whole else "partial_date"


@lru_cache(maxsize=1 << 14)
def read_stamp(text: str, today: date) -> tuple[datetime | None, str]:
    """When a row was last saved, aware, in Thai time; not one after tomorrow, which would win for ever."""
    digits = _digits(text)
    if not digits.strip("0"):
        return None, ""
    if len(digits) not in (8, 12, 14) or not digits.isdigit():
        return None, "bad_date"
    buddhist = int(digits[:4]) > _BUDDHIST_FROM
    if buddhist:
        digits = f"{int(digits[:4]) - _ERA:04d}{digits[4:]}"
    try:
        stamp = datetime.fromisoformat(f"{digits[:8]}T{digits[8:]:0<6}").replace(tzinfo=THAILAND)
    except ValueError:
        return None, "bad_date"
    if stamp.year < _FIRST_YEAR:
        return None, "before_1880"
    if stamp.date() > today + timedelta(days=1):
        return None, "future_date"
    return stamp, "buddhist_year" if buddhist else ""


def _digits(text: str) -> str:
    """The digits alone, of what is plainly a date with separators or Thai numerals."""
    if text.isascii() and text.isdigit():
        return text
    return _NOT_DIGITS.sub("", to_arabic(text)) if len(text) >= 8 else text
