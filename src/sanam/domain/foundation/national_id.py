"""The 13-digit Thai national ID: read, checked, masked.

A person is never turned away for lacking one, or for one that does not check: the registry keeps
"no number, because …" and numbers that look wrong, flagged.

The check digit is (11 − (Σ dᵢ × (13 − i), i = 0…11) mod 11) mod 10. It misses some slips: the third digit
weighs 11, which is 0, so it is not checked at all, and remainders 0 and 10 give the same digit.
"""

from __future__ import annotations

import re

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.digits import to_arabic

_SEPARATORS = re.compile(r"[\s.\-‐‑‒–—−_/\u200b]+")
_NO_OFFICE = "98"


def check_digit(first12: str) -> int:
    """The 13th digit that belongs to the first twelve."""
    if len(first12) != 12 or not (first12.isascii() and first12.isdigit()):
        raise ValueError("twelve Arabic digits are needed")
    weighed = sum(int(digit) * weight for digit, weight in zip(first12, range(13, 1, -1), strict=True))
    return (11 - weighed % 11) % 10


def clean(text: str) -> str:
    """The 13 digits of what was written, with any separators and either numerals; BadInput otherwise.

    The shape only: a number whose last digit does not fit is returned too, for the caller to flag.
    """
    digits = _SEPARATORS.sub("", to_arabic(text))
    if len(digits) == 13 and digits.isascii() and digits.isdigit():
        return digits
    raise BadInput(
        "national_id.not_13_digits",
        "เลขประจำตัวประชาชนมี 13 หลัก ลองดูบัตรอีกครั้ง หรือเลือก ไม่มีเลข",
        'A national ID has 13 digits; look at the card again, or choose "no number".',
    )


def is_valid(text: str) -> bool:
    """Whether this is 13 digits and the last one fits the others."""
    try:
        digits = clean(text)
    except BadInput:
        return False
    return check_digit(digits[:12]) == int(digits[12])


def read_national_id(text: str) -> str:
    """The 13 digits, when the last one fits too; BadInput says what to look at."""
    digits = clean(text)
    if is_valid(digits):
        return digits
    raise BadInput(
        "national_id.check_digit",
        "เลขหลักสุดท้ายไม่ตรงกับเลขอื่น ลองดูบัตรอีกครั้ง หรือเลือก ไม่มีเลข",
        'The last digit does not fit the others; look at the card again, or choose "no number".',
    )


def mask(text: str) -> str:
    """The kind and the registration office, the rest hidden: "3-9305-xxxxx-xx-x"."""
    digits = clean(text)
    return f"{digits[0]}-{digits[1:5]}-xxxxx-xx-x"


def is_invented(text: str) -> bool:
    """Whether no office can have issued it: offices start with a province, and 98 is none."""
    return clean(text)[1:3] == _NO_OFFICE


def nobody(sequence: int, kind: int = 3) -> str:
    """A number for samples and tests that can belong to nobody, and whose last digit fits.

    `sequence` 0 … 999,999,999; `kind` is the first digit, 1 … 8.
    """
    if not (0 <= sequence <= 999_999_999 and 1 <= kind <= 8):
        raise ValueError("sequence has at most nine digits and kind is 1 to 8")
    first12 = f"{kind}{_NO_OFFICE}{sequence:09d}"
    return f"{first12}{check_digit(first12)}"
