"""Saying dates: พ.ศ. in Thai, both eras in English, and never more than is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.calendar import ERA, MONTHS, WEEKDAYS
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.foundation.thai.partial_date import PartialDate

Style = Literal["short", "long"]
Numerals = Literal["arabic", "thai"]


def say_date(
    d: date | PartialDate, *, style: Style = "short", numerals: Numerals = "arabic", language: Language = "th"
) -> str:
    """ "24 พ.ย. 2569" or, long, "24 พฤศจิกายน 2569"; in English "24 Nov 2026 (2569)".

    What is not known is said: "มี.ค. 2485 ไม่ทราบวัน", "พ.ศ. 2485 ไม่ทราบวันเดือน". `read_date` reads all
    of them back. A datetime is said as its date in Thailand.
    """
    day = _partial(d)
    said = _in_english(day, style) if language == "en" else _in_thai(day, style)
    return to_thai(said) if numerals == "thai" else said


def say_weekday_date(d: date, language: Language = "th", *, numerals: Numerals = "arabic") -> str:
    """ "วันอังคารที่ 24 พฤศจิกายน 2569"; in English "Tuesday 24 November 2026 (2569)"."""
    day = _partial(d)
    th, en = WEEKDAYS[day.earliest().weekday()]
    long = say_date(day, style="long", numerals=numerals, language=language)
    return f"{en} {long}" if language == "en" else f"วัน{th}ที่ {long}"


def say_time(moment: datetime, language: Language = "th") -> str:
    """The hour in Thailand: "09.30 น.", in English "09:30"."""
    local = moment.astimezone(clock.BANGKOK)
    return f"{local:%H:%M}" if language == "en" else f"{local:%H.%M} น."


def say_ago(d: date, today: date, language: Language = "th") -> str:
    """How far a day lies from `today`: in days for two months, then months for two years, then years.

    "วันนี้", "เมื่อวาน", "6 วันก่อน", "34 วันก่อน", "14 เดือนก่อน", "3 ปีก่อน"; to come: "พรุ่งนี้", "อีก 6 วัน".
    """
    near = {0: ("วันนี้", "today"), 1: ("เมื่อวาน", "yesterday"), -1: ("พรุ่งนี้", "tomorrow")}
    days = (today - d).days
    if days in near:
        return near[days][language == "en"]
    number, th, en = _span(min(d, today), max(d, today))
    if language == "en":
        many = f"{number} {en}{'s' if number > 1 else ''}"
        return f"{many} ago" if days > 0 else f"in {many}"
    return f"{number} {th}ก่อน" if days > 0 else f"อีก {number} {th}"


def say_span(start: date, end: date, language: Language = "th") -> str:
    """How long from one day to a later one, as `say_ago` counts: "34 วัน", "14 เดือน", "3 ปี"."""
    number, th, en = _span(start, end)
    return f"{number} {en}{'s' if number > 1 else ''}" if language == "en" else f"{number} {th}"


def _span(start: date, end: date) -> tuple[int, str, str]:
    """The largest unit of which there are at least two, whole ones only."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months >= 24:
        return months // 12, "ปี", "year"
    if months >= 2:
        return months, "เดือน", "month"
    return (end - start).days, "วัน", "day"


def _partial(d: date | PartialDate) -> PartialDate:
    if isinstance(d, PartialDate):
        return d
    return PartialDate.from_date(d.astimezone(clock.BANGKOK).date() if isinstance(d, datetime) else d)


def _in_thai(day: PartialDate, style: Style) -> str:
    if day.month is None:
        return f"พ.ศ. {day.buddhist_year} ไม่ทราบวันเดือน"
    month = MONTHS[day.month - 1].th if style == "long" else MONTHS[day.month - 1].th_short
    if day.day is None:
        return f"{month} {day.buddhist_year} ไม่ทราบวัน"
    return f"{day.day} {month} {day.buddhist_year}"


def _in_english(day: PartialDate, style: Style) -> str:
    years = f"{day.year} ({day.year + ERA})"
    if day.month is None:
        return f"{years}, day and month unknown"
    month = MONTHS[day.month - 1].en if style == "long" else MONTHS[day.month - 1].en_short
    if day.day is None:
        return f"{month} {years}, day unknown"
    return f"{day.day} {month} {years}"
