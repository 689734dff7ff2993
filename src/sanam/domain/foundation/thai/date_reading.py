"""Reading dates as people write them: Thai or Arabic numerals, พ.ศ. or ค.ศ., words, short forms, figures.

A year past any of the common era that can be meant is พ.ศ., unless its era is written. A year of two
figures is พ.ศ. 25xx, or 24xx when 25xx has not come yet; beside an English month it could be of either
era, so it is refused.
"""

from __future__ import annotations

import re
from datetime import date

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai import date_forms
from sanam.domain.foundation.thai.calendar import ERA
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.foundation.thai.partial_date import LAST_YEAR, PartialDate

_BUDDHIST = ("พ", "B")


def read_date(text: str, *, today: date | None = None) -> PartialDate:
    """The date somebody wrote, as far as it says; a time of day after it is passed over.

    `today` (the clock's, unless given) settles years of two figures. BadInput, in one sentence, when it
    is no date, or one in no calendar.
    """
    plain = " ".join(to_arabic(text).replace("\u200b", "").split())
    for form in date_forms.ALONE:
        if found := form.fullmatch(plain):
            return _date_of(found, today or clock.today())
    raise BadInput(
        "date.unreadable",
        "อ่านวันที่นี้ไม่ออก ลองเขียนแบบ 24 พ.ย. 2569 หรือถ้ารู้แค่ปี เขียน พ.ศ. 2485",
        "This date could not be read; try 24 Nov 2026, or only the year if that is all you know.",
    )


def find_date(text: str, *, today: date | None = None) -> tuple[PartialDate, int, int] | None:
    """The first full date in running text, and where it starts and ends there ("วันที่" included).

    Of "10-11 มกราคม 2563" it is the 10th. What looks like a date but is in no calendar is passed over.
    """
    plain = to_arabic(text)
    found = (match for form in date_forms.INSIDE for match in form.finditer(plain))
    for match in sorted(found, key=re.Match.start):
        try:
            day = _date_of(match, today or clock.today())
        except BadInput:
            continue
        if day.precision == "day":
            return day, match.start(), match.end()
    return None


def _date_of(found: re.Match[str], today: date) -> PartialDate:
    parts = found.groupdict()
    named = next((name for name, value in parts.items() if value and name[:2] in ("th", "en")), "")
    month = int(named[2:]) if named else _figure(parts.get("month"))
    year = _year_of(parts, today, in_english=named.startswith("en"))
    if (echo := parts.get("echo")) and int(echo) - ERA != year:
        raise BadInput(
            "date.two_years",
            f"ปี ค.ศ. {year} คือ พ.ศ. {year + ERA} แต่ในวงเล็บเขียน {echo} ลองดูอีกครั้ง",
            f"{year} is {year + ERA} in the Buddhist era, but the brackets say {echo}.",
        )
    return PartialDate(year, month, _figure(parts.get("day")))


def _figure(written: str | None) -> int | None:
    """The number, or None for what forms leave as "-" or 00."""
    return int(written) or None if written and written != "-" else None


def _year_of(parts: dict[str, str | None], today: date, *, in_english: bool) -> int:
    """The year in the common era."""
    written, era = parts["year"] or "", (parts.get("era") or "").upper()
    year = int(written)
    if len(written) == 4:
        buddhist = era.startswith(_BUDDHIST) if era else year > LAST_YEAR
        return year - ERA if buddhist else year
    if in_english and not era:
        raise BadInput(
            "date.two_figure_year",
            "ปีสองหลักกับเดือนภาษาอังกฤษเป็นได้ทั้ง พ.ศ. และ ค.ศ. เขียนปีให้ครบสี่หลัก",
            "Two figures for a year could be of either era here; write all four.",
        )
    this_century = 2000 if era and not era.startswith(_BUDDHIST) else 2500 - ERA
    year += this_century
    return year if year <= today.year else year - 100
