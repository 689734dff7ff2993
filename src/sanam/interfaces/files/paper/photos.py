"""Photo lines: `photo , 2048x1152 pixel , 181,877 bytes.`, however they are spaced, bulleted and named."""

from __future__ import annotations

import re

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Photo

_LARGEST = 2**31 - 1
_KILO = 1024
_UNITS = {"b": 1, "ไ": 1, "k": _KILO, "ก": _KILO, "m": _KILO**2, "เ": _KILO**2}
_PIXELS = re.compile(
    r"(\d[\d,]{0,8})\s{0,4}(?:px|พิกเซล)?\s{0,4}[x×✕*]\s{0,4}(\d[\d,]{0,8})\s{0,4}(?:pixels?|px|พิกเซล|จุด)?",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?<![\d.])(?<!\d,)(\d{1,3}(?:[, ]\d{3})+|\d{1,3}(?:\.\d{3})+(?=\s?(?:bytes?|ไบต์))|\d{1,10}(?:\.\d{1,3})?)\s{0,4}"
    r"(bytes?|ไบต์|ไบท์|ki?b|กิโลไบต์|กิโลไบท์|mi?b|เมกะไบต์|เมกะไบท์|b)(?![a-z])",
    re.IGNORECASE,
)
_NAME = r"[\w\-()\[\]ก-๙ ]{0,60}"
_REST = re.compile(
    rf"[•*·●○◦▪■\-–\s]*(?:\d{{1,2}}[.)]\s*)?"
    rf"(?:(?:photos?|images?|pictures?|img|ภาพ(?:ถ่าย|กิจกรรม)?|รูป(?:ภาพ)?)(?:ที่)?[\s:]*{_NAME}|"
    rf"{_NAME}\.(?:jpe?g|png|gif|heic|webp|bmp|tiff?)|)(?:\.\w{{3,4}})?[\s,;:.()/|=\-–]*",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[•*·●\-–\s]*photos?\s*,", re.IGNORECASE)
_NEXT = re.compile(r"(?<=\S)\s*(?=[•*·●]\s*photos?\b)", re.IGNORECASE)


def take_photos(lines: list[str]) -> tuple[tuple[Photo, ...], dict[int, str], list[str]]:
    """The photos, the photo lines that cannot be read (by their place), and the lines with both left empty."""
    photos: list[Photo] = []
    unread: dict[int, str] = {}
    rest = list(lines)
    for at, line in enumerate(lines):
        if len(line) < 4000 and (listed := _photos(line)):
            photos += listed
            rest[at] = ""
        elif _LISTED.match(line):
            unread[at] = line.strip()
            rest[at] = ""
    return tuple(photos), unread, rest


def read_photo(line: str) -> Photo | None:
    """The photo a line lists, or None."""
    plain = to_arabic(line)
    pixels = _PIXELS.search(plain)
    if len(line) > 200 or not pixels:
        return None
    others = plain[: pixels.start()] + "," + plain[pixels.end() :]
    size = _SIZE.search(others)
    if not size or not _REST.fullmatch(others[: size.start()] + "," + others[size.end() :]):
        return None
    photo = Photo(_whole(pixels[1]), _whole(pixels[2]), _bytes(size[1], size[2]))
    return photo if max(photo.width, photo.height, photo.bytes) <= _LARGEST else None


def write_photo(photo: Photo) -> str:
    """The line the founding document would list it in."""
    return f"  • photo  , {photo.width}x{photo.height} pixel , {photo.bytes:,} bytes."


def _photos(line: str) -> list[Photo]:
    """Every photo of a line that lists nothing else."""
    found = [read_photo(part) for part in _NEXT.split(line)]
    return [photo for photo in found if photo] if all(found) else []


def _whole(written: str) -> int:
    return int(written.replace(",", ""))


def _bytes(written: str, unit: str) -> int:
    """How many bytes; "178 KB" counts 1,024 to the kilobyte, as a computer shows it."""
    times = _UNITS[unit[0].lower()]
    grouped = re.sub(r"[, ]|\.(?=\d{3}\b)" if times == 1 else r"[, ]", "", written)
    return round(float(grouped) * times)
