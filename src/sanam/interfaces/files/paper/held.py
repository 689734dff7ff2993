"""The day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate, find_date
from sanam.domain.foundation.thai.digits import to_arabic

_ANNOUNCED = re.compile(r"วันที่\s*|เมื่อ\s*|วัน(?=จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|date\s*:\s*", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"(?:(?:นัด(?:หมาย|ต่อไป|หน้า|กันอีก|พบกันอีก|ประชุม)|ครั้งหน้า|ครั้งต่อไป|ครั้งถัดไป|คราวหน้า|วงหน้า|พบกันอีก|พบกันใหม่|"
    r"ครั้งก่อน|ครั้งที่แล้ว|คราวที่แล้ว|คราวก่อน|ต่อจาก|ต่อเนื่องจาก|สืบเนื่องจาก|ตามคำสั่ง|ตามหนังสือ|ลงวันที่|เผยแพร่|โพสต์)"
    r"[^\n]{0,40}|(?:ภายใน|ก่อน|จนถึง|ข้อมูล ณ)\s*)$"
)
_MONTH = r"[ก-๙]{1,4}\.\s?[ก-๙]\.?|[ก-๙]{4,12}"
_TWO_MONTHS = re.compile(
    rf"(\d{{1,2}}\s?(?:{_MONTH}))\s?(?:-|–|ถึง)\s?\d{{1,2}}\s?(?:{_MONTH})\s?((?:พ\.ศ\.)?\s?\d{{2,4}})"
)
_MORE_DAYS = re.compile(r"(?<![\d,])(\d{1,2})(?:\s?,\s?\d{1,2}){1,4}(?:\s?(?:และ|-)\s?\d{1,2})?(?=\s?[ก-ฮเ])")
_FIGURES = re.compile(r"(?<![\d.-])(\d{1,2})[.-](\d{1,2})[.-](2[45]\d\d|20\d\d)(?![\d.-])")


def held_on(paragraphs: Sequence[str], today: date | None = None) -> PartialDate | None:
    """The first day that «วันที่» announces, else the first whole date; other meetings' days do not count."""
    found = [day for paragraph in paragraphs for day in _days(paragraph[:4000], today)]
    return next((day for day, announced in found if announced), found[0][0] if found else None)


def _days(paragraph: str, today: date | None) -> list[tuple[PartialDate, bool]]:
    """The days a paragraph names, each with whether a word announces it as the meeting's."""
    text = _usual(to_arabic(paragraph))
    days = []
    at = 0
    while found := find_date(text[at:], today=today):
        day, start, end = found[0], at + found[1], at + found[2]
        before = text[max(0, start - 60) : start]
        announced = bool(_ANNOUNCED.search(text[max(0, start - 8) : start + 12]))
        if not _OTHER_DAY.search(re.split(r"\s{2,}", before)[-1]):
            days.append((day, announced))
        at = end
    return days


def _usual(text: str) -> str:
    """Ranges as their first day, and figures with slashes: the forms in which a date is looked for."""
    text = _TWO_MONTHS.sub(r"\1 \2", text)
    return _FIGURES.sub(r"\1/\2/\3", _MORE_DAYS.sub(r"\1", text))
