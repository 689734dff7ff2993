"""Where Thai may break: names, bodies and terms stay whole, a number keeps its unit and ๆ its word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sanam.domain.foundation.thai.calendar import MONTHS

NBSP = "\u00a0"
_DIGIT = "[0-9๐-๙]"
_UNITS = (
    *("คน", "ครั้ง", "ปี", "เดือน", "วัน", "ชั่วโมง", "นาที", "น.", "บาท"),
    *("บ้าน", "หลัง", "เรื่อง", "ข้อ", "ภาพ", "แห่ง", "ขา", "คู่"),
)
_BEFORE = ("หมู่", "ข้อ", "ฉบับที่", "ครั้งที่", "ภาพที่", "เลขที่", "หมู่ที่", "มาตรา", "พ.ศ.")
# words of this house that a dictionary does not know, and places whose names it would cut
_TERMS = ("วงคุย", "ครบวง", "สนามพลัง", "กลุ่มเปราะบาง", "ควนขนุน", "พนางตุง", "ทะเลน้อย", "มะกอกเหนือ")
# what a report counts, never cut in two
_COUNTED = ("เสียชีวิต", "คนไร้บ้าน", "คนไร้สถานะ", "คนยากลำบาก", "ภาวะพึ่งพิง", "ผู้สูงอายุ", "คนพิการ")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_REPEATED = re.compile(r"\s*ๆ")
_WITH_UNIT = re.compile(rf"(?<={_DIGIT}) +(?={_any(_UNITS)})")
_NUMBERED = re.compile(rf"({_any(_BEFORE)}) +(?={_DIGIT})")
_MONTH = _any(name for month in MONTHS for name in (month.th, month.th_short))
_WHOLE = re.compile(
    rf"{_DIGIT}{{1,2}} (?:{_MONTH}) {_DIGIT}{{2,4}}"
    r"|(?:[เแ]?[ก-ฮ][ิี]?[ก-ฮ]{0,3}\.)+(?:[ก-๙]{1,24}(?![ก-๙]))?"  # รพ.สต.พนางตุง, ต.ทะเลน้อย, พ.ย.
    rf"|{_any([*_TERMS, *_COUNTED])}"
)


def together(text: str) -> str:
    """The text with no-break spaces where a number meets its unit and where ๆ follows its word."""
    return _NUMBERED.sub(rf"\1{NBSP}", _WITH_UNIT.sub(NBSP, _REPEATED.sub(f"{NBSP}ๆ", text)))


def typeset(text: str) -> SafeString:
    """Running text, escaped, with what must not be cut in `<span class="keep">`."""
    escaped = together(str(conditional_escape(text)))
    return mark_safe(_WHOLE.sub(r'<span class="keep">\g<0></span>', escaped))  # noqa: S308 - escaped above


def whole(parts: Iterable[str]) -> SafeString:
    """Parts that each stay on one line, with breaks only between them."""
    return format_html_join(" ", '<span class="keep">{}</span>', ((together(part),) for part in parts if part))
