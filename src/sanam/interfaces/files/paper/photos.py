"""Photo lines: `photo , 2048x1152 pixel , 181,877 bytes.`, however they are spaced and bulleted."""

from __future__ import annotations

import re

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Photo

_LINE = re.compile(
    r"[•*·\-–]?\s*(?:photo|ภาพ)\s*,?\s*([\d,]+)\s*[x×*]\s*([\d,]+)\s*(?:pixels?|px)\s*,?\s*([\d,]+)\s*bytes?\s*\.?",
    re.IGNORECASE,
)


def read_photo(line: str) -> Photo | None:
    """The photo a line lists, or None."""
    found = _LINE.fullmatch(to_arabic(line).strip())
    return Photo(*(int(part.replace(",", "")) for part in found.groups())) if found else None


def write_photo(photo: Photo) -> str:
    return f"  • photo  , {photo.width}x{photo.height} pixel , {photo.bytes:,} bytes."
