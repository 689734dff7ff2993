"""Thai numerals and Arabic ones. Both are read everywhere; the reader chooses which are shown."""

from __future__ import annotations

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai(text: str) -> str:
    """Every Arabic digit as a Thai one: "12 พ.ย." → "๑๒ พ.ย."; the rest untouched."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """Every Thai digit as an Arabic one: "๑๒ พ.ย." → "12 พ.ย."; the rest untouched."""
    return text.translate(_TO_ARABIC)
