"""Bytes into text: the encodings Thai offices use, and a clear no to what is not text."""

from __future__ import annotations

import codecs

from sanam.domain.foundation.refused import BadInput

LARGEST = 2 * 1024 * 1024
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(data: bytes | str) -> str:
    """The text of a page, with plain line ends; raises BadInput for what is empty, too large or not text."""
    if len(data) > LARGEST:
        raise BadInput(
            "paper.too_big", "หน้านี้ใหญ่เกิน 2 MB ไม่ใช่รายงานวงคุย", "The page is over 2 MB; it is no meeting report."
        )
    text = data if isinstance(data, str) else _text(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if "\x00" in text:
        raise _not_text()
    if not text.strip():
        raise BadInput("paper.empty", "หน้านี้ว่างเปล่า ไม่มีอะไรให้อ่าน", "The page is empty; there is nothing to read.")
    return text


def _text(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    if not marked and b"\x00" in data:
        raise _not_text()
    for encoding in (marked,) if marked else ("utf-8", "cp874"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _mostly_words(text):
            return text
    raise _not_text()


def _mostly_words(text: str) -> bool:
    odd = sum(not (char.isprintable() or char in "\n\r\t\u200b\u200c\u200d\ufeff") for char in text)
    return odd <= len(text) // 50


def _not_text() -> BadInput:
    return BadInput(
        "paper.not_text",
        "ไฟล์นี้ไม่ใช่ข้อความ ใช้ไฟล์ข้อความของหน้ารายงาน",
        "This file is not text; use the text of the report's page.",
    )
