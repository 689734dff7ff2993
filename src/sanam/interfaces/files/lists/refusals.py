"""Why a whole list is turned away: one sentence each, in both languages, and nothing was read in."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

MOST_UNPACKED = 512 * 1024**2
MOST_COLUMNS = 500
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767

_AGAIN = "ลองเปิดแล้วบันทึกใหม่"

REFUSALS: dict[str, tuple[str, str]] = {
    "list.no_file": (
        "ไม่พบไฟล์ หรือเปิดไฟล์ไม่ได้ ลองดูชื่อและที่อยู่ของไฟล์อีกครั้ง",
        "The file is not there or cannot be opened; look at its name and place again.",
    ),
    "list.kind": (
        "อ่านได้เฉพาะไฟล์ .xlsx หรือ .csv เปิดไฟล์แล้วบันทึกเป็นแบบนี้ก่อน",
        "Only .xlsx and .csv files are read; open the file and save it as one of these.",
    ),
    "list.old_or_locked": (
        "ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) หรือใส่รหัสผ่านไว้ เปิดแล้วบันทึกเป็น .xlsx ที่ไม่มีรหัสผ่าน",
        "This is an old Excel file (.xls) or has a password; save it as .xlsx without one.",
    ),
    "list.damaged": (
        f"ไฟล์มาไม่ครบหรือเสียหาย {_AGAIN}",
        "The file is incomplete or damaged; open it and save it again.",
    ),
    "list.unsafe": (
        f"ในไฟล์มีสิ่งที่ไม่ควรอยู่ในตาราง จึงไม่เปิด {_AGAIN}เป็น .xlsx หรือ .csv ธรรมดา",
        "The file holds what no table should, so it was not opened; save it as a plain .xlsx or .csv.",
    ),
    "list.too_big": (
        "ตารางใหญ่ผิดปกติ แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์",
        "The table is far too big; split it and send one file at a time.",
    ),
    "list.nul": (
        "ไฟล์ CSV นี้ไม่ใช่ข้อความล้วน บันทึกใหม่เป็น CSV UTF-8",
        "This CSV is not plain text; save it again as CSV UTF-8.",
    ),
    "list.too_many_columns": (
        f"ตารางมีเกิน {MOST_COLUMNS} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วบันทึกใหม่",
        f"The table has more than {MOST_COLUMNS} columns; delete those not needed and save it again.",
    ),
    "list.no_header": (
        "หาแถวหัวตารางไม่พบ ต้องมีคอลัมน์ชื่อ และอีกอย่างน้อยหนึ่งคอลัมน์ที่เรารู้จัก เช่น เลขบัตร วันเกิด บ้านเลขที่",
        "No header row was found: there must be a column of names and at least one more that we know, such as the ID.",
    ),
    "list.same_column_twice": (
        "มีสองคอลัมน์ที่บอกเรื่องเดียวกัน จึงไม่รู้ว่าจะเชื่อช่องใด เหลือไว้ช่องเดียวแล้วส่งใหม่",
        "Two columns say the same thing, so we cannot tell which to believe; keep one and send it again.",
    ),
    "list.no_place": (
        "ไม่รู้ว่าคนในรายชื่ออยู่ตำบลไหน เพิ่มคอลัมน์ตำบล หรือบอกพื้นที่ตอนส่ง",
        "Nothing says in which sub-district these people live; add a column, or name the place when sending.",
    ),
}


def refusal(code: str, **details: str) -> BadInput:
    """The BadInput to raise for `code`."""
    thai, english = REFUSALS[code]
    return BadInput(code, thai, english, details=details)
