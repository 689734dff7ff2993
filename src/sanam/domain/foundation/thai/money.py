"""Money in whole satang, so that sums are exact. 100 satang are one baht."""

from __future__ import annotations

import re
from typing import NewType

from sanam.domain.foundation.refused import BadInput, Language
from sanam.domain.foundation.thai.digits import to_arabic

Satang = NewType("Satang", int)

_AMOUNT = re.compile(
    r"(?P<minus>[-−–]?)\s?฿?\s?(?P<baht>\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(?P<satang>\d{1,2})0*|\.-)?"
    r"\s?(?:บาท(?:ถ้วน)?|baht|THB)?",
    re.IGNORECASE | re.ASCII,
)


def to_satang(text: str) -> Satang:
    """The amount in what was written: "12,500.50", "๑๒,๕๐๐ บาท", "฿500", "500.-", "−20". Baht, not satang.

    BadInput for anything else, and for fractions of a satang: nothing is rounded.
    """
    found = _AMOUNT.fullmatch(to_arabic(text).strip())
    if not found:
        raise BadInput(
            "money.unreadable",
            "อ่านจำนวนเงินนี้ไม่ออก ลองเขียนแบบ 12,500.50",
            "This amount could not be read; try 12,500.50.",
        )
    baht = int(found["baht"].replace(",", ""))
    satang = baht * 100 + int((found["satang"] or "").ljust(2, "0"))
    return Satang(-satang if found["minus"] else satang)


def say_baht(satang: Satang | int, language: Language = "th") -> str:
    """ "12,500.50 บาท"; whole baht without the point, "12,500 บาท"; below nothing a true minus, "−20 บาท"."""
    baht, rest = divmod(abs(satang), 100)
    amount = f"{baht:,}.{rest:02d}" if rest else f"{baht:,}"
    return f"{'−' if satang < 0 else ''}{amount} {'baht' if language == 'en' else 'บาท'}"
