"""Bytes into text: the encodings Thai offices use, and a clear no to what is not text."""

from __future__ import annotations

import codecs

from sanam.domain.foundation.refused import BadInput

LARGEST = 2 * 1024 * 1024
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# A PDF or RTF can be made of nothing but letters, and still is no text.
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")


def decode(data: bytes | str) -> str:
    """The text of a page, with plain line ends; raises BadInput for what is empty, too large or not text."""
    if len(data) > LARGEST:
        raise BadInput(
            "paper.too_big", "หน้านี้ใหญ่เกิน 2 MB ไม่ใช่รายงานวงคุย", "The page is over 2 MB; it is no meeting report."
        )
    text = data if isinstance(data, str) else _text(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").removeprefix("\ufeff")
    if "\x00" in text:
        raise _not_text()
    if not text.strip():
        raise BadInput("paper.empty", "หน้านี้ว่างเปล่า ไม่มีอะไรให้อ่าน", "The page is empty; there is nothing to read.")
    return text


def _text(data: bytes) -> str:
    if data.startswith(_OTHER_KINDS):
        raise _not_text()
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _mostly_words(text) and not (encoding.startswith("utf-16-") and _swapped(text)):
            return text
    # A page cut off in the middle of a letter is still a page.
    torn = data.decode("utf-8", errors="replace")
    if b"\x00" not in data and _mostly_words(torn):
        return torn
    raise _not_text()


def _encodings(data: bytes) -> tuple[str, ...]:
    """What the bytes may be written in, likeliest first; zeros without a mark can only be UTF-16."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    if marked:
        return (marked,)
    return ("utf-16-le", "utf-16-be") if b"\x00" in data else ("utf-8", "cp874")


def _mostly_words(text: str) -> bool:
    odd = sum(
        char == "\ufffd" or not (char.isprintable() or char in "\n\r\t\f\v\xa0\u200b\u200c\u200d\u2028\u2029\ufeff")
        for char in text
    )
    return odd <= len(text) // 50


def _swapped(text: str) -> bool:
    """Whether the two bytes of each letter were taken the wrong way round."""
    return sum(char > "\u2fff" for char in text) > len(text) // 5


def _not_text() -> BadInput:
    return BadInput(
        "paper.not_text",
        "ไฟล์นี้ไม่ใช่ข้อความ ใช้ไฟล์ข้อความของหน้ารายงาน",
        "This file is not text; use the text of the report's page.",
    )
