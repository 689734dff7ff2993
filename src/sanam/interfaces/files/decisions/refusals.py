"""Why such a document is turned away: one sentence with its place, in both languages."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

LARGEST = 8 * 1024 * 1024

REFUSALS: dict[str, tuple[str, str]] = {
    "decisions.no_file": (
        "ไม่พบไฟล์ {file} หรือเปิดไม่ได้ ลองดูชื่อและที่อยู่อีกครั้ง",
        "The file {file} is not there or cannot be opened; look at its name and place again.",
    ),
    "decisions.too_big": (
        "ไฟล์ {file} ใหญ่เกิน 8 MB ไม่ใช่มติของคณะหนึ่ง",
        "The file {file} is over 8 MB; that is no decision of one body.",
    ),
    "decisions.not_json": (
        "ไฟล์ {file} อ่านเป็น JSON ไม่ได้ บรรทัด {line} ตัวที่ {column}",
        "The file {file} cannot be read as JSON, line {line} column {column}.",
    ),
    "decisions.not_text": (
        "ไฟล์ {file} ไม่ใช่ข้อความ บันทึกเป็น JSON UTF-8 แล้วลองใหม่",
        "The file {file} is not text; save it as JSON in UTF-8 and try again.",
    ),
    "decisions.same_key": (
        "ไฟล์ {file} มี “{key}” สองครั้งในที่เดียวกัน เก็บไว้ครั้งเดียว",
        "The file {file} says “{key}” twice in one place; keep one of them.",
    ),
    "decisions.not_object": (
        "{where_th}: ต้องเป็นกลุ่มของค่า {{…}} ไม่ใช่ {found}",
        "{where_en}: an object {{…}} must stand here, not {found}.",
    ),
    "decisions.missing": (
        "{where_th}: ยังไม่มี “{key}”",
        "{where_en}: “{key}” is missing.",
    ),
    "decisions.kind": (
        "{where_th}: “{key}” ต้องเป็น{kind_th} ไม่ใช่ {found}",
        "{where_en}: “{key}” must be {kind_en}, not {found}.",
    ),
}


def refusal(code: str, **said: object) -> BadInput:
    """The BadInput to raise for `code`, its sentences filled in."""
    thai, english = REFUSALS[code]
    return BadInput(code, thai.format(**said), english.format(**said))
