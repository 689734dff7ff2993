"""The forms in which people write dates, as regular expressions over Arabic digits.

Groups: `day` (or "-", "0", "00" for not known), `month` in figures or `th1` … `th12`, `en1` … `en12` in
words, `era`, `year`, and `echo`: the same year in พ.ศ. once more, as we write it in English.
"""

from __future__ import annotations

import re

from sanam.domain.foundation.thai.calendar import MONTHS, WEEKDAYS, Month


def _thai_month(month: Month) -> str:
    """มกราคม, มกรา, ม.ค., ม.ค, ม. ค., มค — and กุมภาพันธ without its silencer, กรกฏาคม with the wrong ฏ."""
    ending = month.th.removeprefix(month.th_bare).replace("์", "์?")
    bare = month.th_bare.replace("ฎ", "[ฎฏ]")
    short = r"\.?\s?".join(letters for letters in month.th_short.split(".") if letters)
    return rf"{bare}(?:{ending})?|{short}\.?"


def _english_month(month: Month) -> str:
    """January, Jan, Jan. — and Sept."""
    rest = month.en.removeprefix(month.en_short) + ("|t" if month.en == "September" else "")
    return rf"{month.en_short}(?:{rest})?(?![a-z])\.?"


_TH = "(?:" + "|".join(f"(?P<th{n}>{_thai_month(month)})" for n, month in enumerate(MONTHS, 1)) + ")"
_EN = "(?:" + "|".join(f"(?P<en{n}>{_english_month(month)})" for n, month in enumerate(MONTHS, 1)) + ")"
_WEEKDAY = "|".join(rf"{th}|{en[:3]}(?:{en[3:]})?\.?" for th, en in WEEKDAYS).replace("บดี", "(?:บดี)?")
_ON = rf"(?:วัน\s?)?(?:(?:{_WEEKDAY})\s?,?\s?)?(?:ที่\s?)?"
_ERA = r"(?P<era>พ\.?\s?ศ\.?|พุทธศักราช|ค\.?\s?ศ\.?|คริสต์ศักราช|B\.?E\.?|A\.?D\.?|C\.?E\.?)"
_YEAR = rf"(?:ปี\s?)?(?:{_ERA}\s?)?(?P<year>\d{{4}}|\d{{2}})"
_DAY = r"(?P<day>\d{1,2})"
# A meeting of several days is held on the first of them.
_DAYS = rf"{_DAY}(?:\s?(?:-|–|ถึง|และ)\s?\d{{1,2}})?"
_GAP = r"\s?[-/.,]?\s?"
_NTH = r"(?:st|nd|rd|th)?(?:\sof)?"
_NO_DAY = r"(?:\s?ไม่(?:ทราบ|รู้)วัน(?:ที่)?)?"
_NO_DAY_NO_MONTH = r"(?:\s?ไม่(?:ทราบ|รู้)วัน(?:ที่)?\s?(?:และ)?เดือน)?"

_THAI_WORDS = rf"{_GAP}(?:เดือน\s?)?{_TH}{_GAP}{_YEAR}"
_ENGLISH_WORDS = rf"{_NTH}{_GAP}{_EN}{_GAP}{_YEAR}"
_MONTH_FIRST = rf"{_ON}{_EN}\s?{_DAY}(?!\d){_NTH}{_GAP}{_YEAR}"
_YEAR_FIRST = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_SLASHES = rf"{_ON}(?P<day>\d{{1,2}}|-)\s?/\s?(?P<month>\d{{1,2}}|-)\s?/\s?{_YEAR}"

_ALONE = (
    rf"{_ON}{_DAY}{_THAI_WORDS}",
    rf"{_ON}{_DAY}{_ENGLISH_WORDS}",
    _MONTH_FIRST,
    _SLASHES,
    _YEAR_FIRST,
    rf"{_ON}{_DAY}\s?[-.]\s?(?P<month>\d{{1,2}})\s?[-.]\s?{_YEAR}",
    r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
    rf"(?:เดือน\s?)?{_TH}{_GAP}{_YEAR}{_NO_DAY}",
    rf"{_EN}{_GAP}{_YEAR}",
    r"(?P<month>\d{1,2})\s?/\s?(?P<year>\d{4})",
    r"(?P<year>\d{4})-(?P<month>\d{2})",
    rf"(?:ปี\s?)?{_ERA}\s?(?P<year>\d{{4}}|\d{{2}}){_NO_DAY_NO_MONTH}",
    rf"(?:ปี\s?)?(?P<year>\d{{4}}){_NO_DAY_NO_MONTH}",
)
_INSIDE = (
    rf"{_ON}{_DAYS}{_THAI_WORDS}",
    rf"{_ON}{_DAYS}{_ENGLISH_WORDS}",
    _MONTH_FIRST,
    _SLASHES,
    _YEAR_FIRST,
)

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_HOURS = rf",?\s(?:เวลา\s?)?{_CLOCK}(?:\s?-\s?{_CLOCK})?(?:\s?(?:น\.?|นาฬิกา))?"
_TIME = rf"(?:{_HOURS}|T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)"
_ECHO = r"\s\((?P<echo>\d{4})\)(?:, (?:day|day and month) unknown)?"

# The whole of what was written: first the forms that say most.
ALONE = tuple(re.compile(rf"(?:เมื่อ|ณ)?\s?{form}(?:{_ECHO})?{_TIME}?", re.IGNORECASE) for form in _ALONE)
# Among other words: figures must stand free, and "1.2.63" is more often a heading than a date.
INSIDE = tuple(re.compile(rf"(?<![\d/.-]){form}(?![\d/:]|\.\d)", re.IGNORECASE) for form in _INSIDE)
