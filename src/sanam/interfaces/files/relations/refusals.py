"""Why such a file is turned away: one sentence each, in both languages."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

LARGEST = 64 * 1024 * 1024
MOST_NAMES = 1_000
"""A district's bodies have some hundred seats; beyond this a minute would become an hour."""

REFUSALS: dict[str, tuple[str, str]] = {
    "relations.no_file": (
        "ไม่พบไฟล์ {file} หรือเปิดไม่ได้ ลองดูชื่อและที่อยู่อีกครั้ง",
        "The file {file} is not there or cannot be opened; look at its name and place again.",
    ),
    "relations.too_big": (
        "ไฟล์ {file} ใหญ่เกิน 64 MB เกินกว่าที่อำเภอหนึ่งจะมี",
        "The file {file} is over 64 MB; that is more than a district has.",
    ),
    "relations.not_text": (
        "ไฟล์ {file} ไม่ใช่ตารางข้อความ บันทึกเป็น CSV UTF-8 แล้วลองใหม่",
        "The file {file} is not a table of text; save it as CSV UTF-8 and try again.",
    ),
    "relations.empty": (
        "ไฟล์ {file} ไม่มีแถวข้อมูล",
        "The file {file} has no rows of data.",
    ),
    "relations.no_column": (
        "ไฟล์ {file} แถว {line}: ไม่มีหัวคอลัมน์ {column} เติมหัวคอลัมน์ในแถวแรกแล้วลองใหม่",
        "In {file}, line {line}: no header says {column}; name the columns in the first line and try again.",
    ),
    "relations.one_column": (
        "ไฟล์ {file} แถว {line} มีช่องเดียว ต้องมีอย่างน้อยสองช่อง",
        "In {file}, line {line} has one cell; at least two are needed.",
    ),
    "relations.blank": (
        "ไฟล์ {file} แถว {line} มีช่องว่าง เติมให้ครบหรือลบแถวนั้น",
        "In {file}, line {line} has an empty cell; fill it or delete the line.",
    ),
    "relations.two_legs": (
        "ไฟล์ {file} แถว {line}: {name} อยู่สองขา เลือกไว้ขาเดียว",
        "In {file}, line {line}: {name} is in two legs; keep one of them.",
    ),
    "relations.no_leg": (
        "มี {count} ชื่อในเส้นเชื่อมที่ไม่มีขาใน {file} เช่น {name} เพิ่มให้ครบหรือแก้ชื่อให้ตรงกัน",
        "{count} names of the ties have no leg in {file}, such as {name}; add them or spell them alike.",
    ),
    "relations.two_groups": (
        "ไฟล์ {file} แถว {line}: คนเดียวกันอยู่สองกลุ่ม เลือกไว้กลุ่มเดียว",
        "In {file}, line {line}: one participant is in two groups; keep one of them.",
    ),
    "relations.two_days": (
        "ไฟล์ {file} แถว {line}: {name} มีสองวันที่ เลือกไว้วันเดียว",
        "In {file}, line {line}: {name} has two dates; keep one of them.",
    ),
    "relations.no_day": (
        "ไฟล์ {file} แถว {line}: อ่านวันที่ไม่ออก เขียนเป็น ปี-เดือน-วัน หรือ วัน/เดือน/ปี",
        "In {file}, line {line}: the date cannot be read; write year-month-day or day/month/year.",
    ),
    "relations.too_many": (
        "มี {count} ชื่อ คำสั่งนี้อ่านได้ไม่เกิน {most} ชื่อ",
        "There are {count} names; this reads at most {most}.",
    ),
}


def refusal(code: str, **said: object) -> BadInput:
    """The BadInput to raise for `code`, its sentences filled in."""
    thai, english = REFUSALS[code]
    return BadInput(code, thai.format(**said), english.format(**said))
