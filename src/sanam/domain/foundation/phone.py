"""Telephone numbers as people write them, and as they are read out.

Kept as digits: Thai numbers as dialled at home (0812345678, 074612345, 1669), numbers abroad as 00 and
the country (0060123456789), for families that live across the border.
"""

from __future__ import annotations

import re

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.digits import to_arabic

_LABEL = re.compile(r"^\s*(?:โทรศัพท์|โทร|มือถือ|tel|phone|mobile)\s*[.:]?\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.\-‐‑‒–—−()/\u200b]+")
_HOME = re.compile(r"0[689]\d{8}|02\d{7}|0[3457]\d{7}|1\d{2,3}")
_ABROAD = re.compile(r"00[1-9]\d{7,14}")
_NOBODYS = re.compile(r"00000\d{5}")


def read_phone(text: str) -> str:
    """The digits of one number, with any separators, either numerals, +66, or the first 0 left out.

    BadInput when it cannot be one telephone number.
    """
    digits = _SEPARATORS.sub("", _LABEL.sub("", to_arabic(text)))
    digits = re.sub(r"^\+", "00", digits)
    digits = re.sub(r"^00660?", "0", digits)
    if not digits.startswith(("0", "1")):
        digits = f"0{digits}"  # a spreadsheet took the first 0 for a number's
    if digits.isascii() and any(form.fullmatch(digits) for form in (_HOME, _ABROAD, _NOBODYS)):
        return digits
    raise BadInput(
        "phone.unreadable",
        "เบอร์โทรศัพท์ยังไม่ครบหรือเกินมา ใส่ทีละเบอร์ เช่น 081-234-5678 หรือ 074-612-345",
        "This is not one whole phone number; write one, such as 081-234-5678 or 074-612-345.",
    )


def say_phone(digits: str) -> str:
    """In the groups people read aloud: 081-234-5678, 074-612-345, 02-123-4567, +60 123456789."""
    if _NOBODYS.fullmatch(digits) or len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    if digits.startswith("00"):
        return f"+{digits[2:4]} {digits[4:]}"
    if len(digits) == 9:
        area = 2 if digits.startswith("02") else 3
        return f"{digits[:area]}-{digits[area : area + 3]}-{digits[area + 3 :]}"
    return digits


def is_undialable(digits: str) -> bool:
    """Whether nobody can be reached at it, so it is fit for samples and tests."""
    return bool(_NOBODYS.fullmatch(digits))


def nobody(n: int) -> str:
    """A number for samples and tests that nobody can dial: 00000 and five digits. `n` is 0 … 99,999."""
    if not 0 <= n <= 99_999:
        raise ValueError("only 100,000 undialable numbers exist")
    return f"00000{n:05d}"
