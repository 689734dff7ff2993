"""Why a whole export is turned away: one sentence each, in both languages, and nothing was read in.

The reference page of refusals is made from this table. `{file}` is one of the known file names,
never what a stranger wrote in the zip.
"""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

MOST_BYTES = 8 * 1024**3
RATIO_FREE_BYTES = 10 * 1024**2
MOST_RATIO = 200
MOST_COLUMNS = 500
LONGEST_LINE = 1024**2

_AGAIN = "ลองส่งออกหรือคัดลอกมาใหม่"

REFUSALS: dict[str, tuple[str, str]] = {
    "f43.no_file": (
        "ไม่พบไฟล์ หรือเปิดไฟล์ไม่ได้ ลองดูชื่อและที่อยู่ของไฟล์อีกครั้ง",
        "The file is not there or cannot be opened; look at its name and place again.",
    ),
    "f43.not_a_zip": (
        "ไฟล์นี้ไม่ใช่ zip ส่งไฟล์ zip ตามที่โปรแกรมส่งออก 43 แฟ้มทำให้",
        "This is not a zip; send the zip that the 43-file export made.",
    ),
    "f43.truncated": (
        f"ไฟล์ zip มาไม่ครบหรือเสียหายระหว่างทาง {_AGAIN}",
        "The zip is incomplete or was damaged on its way; export or copy it again.",
    ),
    "f43.encrypted": (
        "ไฟล์ zip ใส่รหัสผ่านไว้ เปิดรหัสออกก่อนแล้วส่งใหม่",
        "The zip has a password; take the password off and send it again.",
    ),
    "f43.compression": (
        "ไฟล์ zip บีบอัดด้วยวิธีที่เราไม่เปิด ทำ zip แบบธรรมดา (Deflate) แล้วส่งใหม่",
        "The zip is packed by a method we do not open; make an ordinary one (Deflate).",
    ),
    "f43.path": (
        f"ในไฟล์ zip มีชื่อแฟ้มที่ชี้ออกนอกที่ของตัวเอง จึงไม่เปิด {_AGAIN}",
        "The zip holds a name that points outside its own folder, so it was not opened; export it again.",
    ),
    "f43.overlap": (
        f"ในไฟล์ zip มีแฟ้มที่ซ้อนทับกันหรือบอกขนาดไม่ตรง จึงไม่เปิด {_AGAIN}",
        "Files in the zip overlap or give a wrong size, so it was not opened; export it again.",
    ),
    "f43.bomb": (
        f"ในไฟล์ zip มีแฟ้มที่คลายแล้วใหญ่ผิดปกติ (เกิน {MOST_RATIO} เท่า) จึงไม่เปิด {_AGAIN}",
        f"A file in the zip unpacks to over {MOST_RATIO} times its size; it was not opened; export it again.",
    ),
    "f43.too_big": (
        "คลายไฟล์ zip แล้วรวมกันเกิน 8 GB แบ่งส่งทีละหน่วยบริการ",
        "The zip unpacks to more than 8 GB in all; send one hospital at a time.",
    ),
    "f43.too_many": (
        "ในไฟล์ zip มีแฟ้มมากผิดปกติ ส่งเฉพาะ 43 แฟ้ม",
        "The zip holds far too many files; send the 43 files only.",
    ),
    "f43.zip_inside": (
        "ในไฟล์ zip มีแต่ zip ซ้อนอยู่หลายไฟล์หรือหลายชั้น ส่ง zip ข้างในมาทีละไฟล์",
        "The zip holds several zips, or zips within zips; send the inner ones one at a time.",
    ),
    "f43.no_known_file": (
        "ในไฟล์ zip ไม่มีแฟ้มใดของ 43 แฟ้ม เช่น PERSON.txt",
        "None of the 43 files, such as PERSON.txt, is in the zip.",
    ),
    "f43.nul": (
        f"แฟ้ม {{file}} ไม่ใช่ข้อความล้วน (มีไบต์ NUL) {_AGAIN}เป็น UTF-8 หรือ TIS-620",
        "{file} is not plain text (it holds NUL bytes); export it again as UTF-8 or TIS-620.",
    ),
    "f43.too_many_columns": (
        f"แฟ้ม {{file}} มีแถวที่เกิน {MOST_COLUMNS} คอลัมน์ {_AGAIN}",
        f"{{file}} has a row of more than {MOST_COLUMNS} columns; export it again.",
    ),
    "f43.line_too_long": (
        f"แฟ้ม {{file}} มีบรรทัดที่ยาวเกิน 1 ล้านตัวอักษร {_AGAIN}",
        "{file} has a line of more than a million characters; export it again.",
    ),
    "f43.no_header": (
        "แฟ้ม {file} ไม่มีชื่อคอลัมน์คั่นด้วย | ในบรรทัดแรก จึงไม่รู้ว่าค่าใดเป็นของคอลัมน์ใด ส่งออกใหม่แบบมีหัวคอลัมน์",
        "{file} has no column names separated by | in its first line; export it again with a header.",
    ),
    "f43.missing_column": (
        "แฟ้ม {file} ไม่มีคอลัมน์ {column} จึงบอกไม่ได้ว่าแถวใดเป็นของใคร ส่งออกใหม่ให้มีคอลัมน์นี้",
        "{file} has no {column} column, so no row can be told from another; export it again with it.",
    ),
    "f43.same_column_twice": (
        "แฟ้ม {file} มีคอลัมน์ {column} สองครั้ง จึงไม่รู้ว่าจะเชื่อช่องใด ส่งออกใหม่ให้เหลือช่องเดียว",
        "{file} has the column {column} twice, so we cannot tell which to believe; export it again with one.",
    ),
}


def refusal(code: str, *, file: str = "", column: str = "") -> BadInput:
    """The BadInput to raise for `code`, with the file and column it is about."""
    thai, english = REFUSALS[code]
    return BadInput(
        code,
        thai.format(file=file, column=column),
        english.format(file=file, column=column),
        details={name: value for name, value in (("file", file), ("column", column)) if value},
    )
