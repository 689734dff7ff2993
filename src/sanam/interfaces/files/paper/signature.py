"""The signature: name, position, and the word รายงาน, on one line or on three."""

from __future__ import annotations

import re

from sanam.interfaces.files.paper.page import Signature

_REPORT = "รายงาน"
_BY = re.compile(r"(?:ผู้)?รายงาน\s*(?:โดย)?\s*:?\s*(?P<rest>.+)")
_LAST = re.compile(r"(?P<rest>.+?)\s*[:\-–]?\s*(?:ผู้)?รายงาน\s*\.?")
_POSITION = (
    *("ผู้ช่วย", "เลขานุการ", "เลขา", "ประธาน", "รองประธาน", "กรรมการ", "คณะกรรมการ", "ผู้อำนวยการ", "นายก", "ปลัด"),
    *("สาธารณสุข", "นักวิชาการ", "พยาบาล", "ผู้จัดการ", "ผู้ประสานงาน", "เจ้าหน้าที่", "กำนัน", "ผู้ใหญ่บ้าน", "หัวหน้า"),
    *("อสม.", "นายอำเภอ", "ผู้แทน", "ตัวแทน", "ที่ปรึกษา", "สมาชิก", "ผอ.", "พชอ.", "กขป."),
)


def take_signature(lines: list[str]) -> Signature | None:
    """Read the signature at the end of the lines, and take its lines away; None leaves them as they were."""
    if not lines:
        return None
    for count in (1, 2, 3):
        if len(lines) < count or _REPORT not in " ".join(lines[-count:]):
            continue
        last = "  ".join(line.strip() for line in lines[-count:])
        if signed := _read(last, alone=count == 1):
            del lines[-count:]
            return signed
    return None


def _read(text: str, *, alone: bool) -> Signature | None:
    if len(text) > 160:
        return None
    found = _LAST.fullmatch(text) or _BY.fullmatch(text)
    if not found or not found["rest"].strip():
        return None
    name, position = _split(found["rest"].strip(" :"))
    if name.startswith(_POSITION):
        return None  # the name stands a line higher
    return Signature(name, position) if position or not alone else None


def _split(text: str) -> tuple[str, str]:
    """A name is given and family name; the position begins at two spaces, a comma, or a word for a position."""
    for mark in (r"\s*,\s*", r"\s{2,}"):
        name, *rest = re.split(mark, text, maxsplit=1)
        if rest and len(name.split()) <= 4:
            return name.strip(), " ".join(rest[0].split())
    words = text.split()
    at = next((i for i, word in enumerate(words) if i and word.startswith(_POSITION)), min(2, len(words)))
    return " ".join(words[:at]), " ".join(words[at:])
