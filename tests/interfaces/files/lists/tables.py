"""Small spreadsheets, made as a district office makes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADER = ("ที่", "ชื่อ-สกุล", "เลขประจำตัวประชาชน", "ว/ด/ป เกิด", "บ้านเลขที่", "หมู่", "ตำบล", "ประเภทความพิการ", "โทร", "เบี้ย")


def workbook(path: Path, rows: Sequence[Sequence[Any]], *, header: Sequence[str] = HEADER, above: int = 0) -> Path:
    """An .xlsx with this header, `above` rows of merged titles before it."""
    book = Workbook()
    sheet = book.active
    for number in range(1, above + 1):
        sheet.append(["ทะเบียนคนพิการ อบต. สมมติ ปีงบประมาณ ๒๕๗๐"])
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=8)
    for row in (header, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def row(**said: Any) -> list[Any]:
    """A row below HEADER; only what a test cares about needs saying."""
    usual = {"order": 1, "name": "นางเอียด ทองนุ่น", "number": "", "birth": "2 มี.ค. 2485", "house": "47", "moo": "5"}
    usual |= {"tambon": "พนางตุง", "disability": "", "phone": "", "money": 800}
    return list((usual | said).values())
