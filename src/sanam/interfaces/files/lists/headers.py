"""What a column means, by the words districts write above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.lists.cells import Cell
from sanam.interfaces.files.lists.refusals import refusal

LOOKED_AT = 30
"""Rows from the top among which the header is looked for; titles stand above it."""

AS_WRITTEN: dict[str, tuple[str, ...]] = {
    "full_name": ("ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อนามสกุล", "ชื่อ - สกุล", "ชื่อและนามสกุล", "full name", "fullname"),
    "prefix": ("คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม", "prename", "prefix", "title"),
    "given": ("ชื่อ", "ชื่อตัว", "ชื่อจริง", "name", "first name", "firstname", "given name", "fname"),
    "family": ("นามสกุล", "สกุล", "ชื่อสกุล(นามสกุล)", "lname", "last name", "lastname", "surname", "family name"),
    "nickname": ("ชื่อเล่น", "nickname"),
    "number": (
        *("เลขบัตร", "เลขบัตรประชาชน", "เลขที่บัตรประชาชน", "เลขประจำตัวประชาชน", "เลขประจำตัว", "เลขประจำตัว 13 หลัก"),
        *(
            "เลขบัตรประจำตัวประชาชน",
            "หมายเลขบัตรประชาชน",
            "บัตรประชาชน",
            "เลข 13 หลัก",
            "cid",
            "pid13",
            "national id",
            "id card",
        ),
    ),
    "birth": (
        *("วันเกิด", "วันเดือนปีเกิด", "วัน/เดือน/ปีเกิด", "ว/ด/ป เกิด", "ว/ด/ปเกิด", "วดป.เกิด", "วดป เกิด", "ว.ด.ป. เกิด"),
        *("ว.ด.ป.เกิด", "ปีเกิด", "birth", "birthday", "birth date", "birthdate", "date of birth", "dob"),
    ),
    "age": ("อายุ", "อายุ(ปี)", "age"),
    "sex": ("เพศ", "sex", "gender"),
    "house_no": ("บ้านเลขที่", "เลขที่บ้าน", "เลขที่", "ที่อยู่เลขที่", "house", "house no", "house number", "houseno"),
    "moo": ("หมู่", "หมู่ที่", "ม.", "หมู่บ้านที่", "moo", "village no", "village"),
    "tambon": ("ตำบล", "ต.", "แขวง", "tambon", "subdistrict", "sub-district"),
    "amphoe": ("อำเภอ", "อ.", "เขต", "amphoe", "ampur", "district"),
    "address": ("ที่อยู่", "ที่อยู่ปัจจุบัน", "ที่อยู่ตามทะเบียนบ้าน", "address"),
    "phone": (
        *("โทร", "โทร.", "โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "เบอร์", "มือถือ", "หมายเลขโทรศัพท์", "เบอร์ติดต่อ"),
        *("phone", "mobile", "tel", "telephone"),
    ),
    "disability": ("ประเภทความพิการ", "ความพิการ", "ประเภทพิการ", "พิการ", "disability", "disabtype"),
    "disability_since": ("วันที่พิการ", "วันที่ออกบัตรคนพิการ", "วันออกบัตร"),
    "dependence": ("ภาวะพึ่งพิง", "กลุ่มภาวะพึ่งพิง", "ระดับพึ่งพิง", "ติดเตียง/ติดบ้าน/ติดสังคม", "ติดบ้าน/ติดเตียง", "dependence"),
    "carer": ("ผู้ดูแล", "ชื่อผู้ดูแล", "ผู้ดูแลหลัก", "carer", "caregiver"),
    "order": ("ที่", "ลำดับ", "ลำดับที่", "no", "no.", "#"),
    "note": ("หมายเหตุ", "อื่นๆ", "note", "remark"),
}

KEPT_ONLY = frozenset({"carer", "order", "note", "age"})
"""Understood, and kept with the row: the registry has no field for them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its letter, its header as written, and what it was understood as ("" for nothing)."""

    place: int
    letter: str
    header: str
    meaning: str

    @property
    def said(self) -> str:
        """How an error table names it."""
        return f"{self.letter} {self.header}"[:40]


@dataclass(frozen=True, slots=True)
class Header:
    """The header row: its number from 1, and its columns; `by` finds one by its meaning."""

    row: int
    columns: tuple[Column, ...]

    @property
    def by(self) -> dict[str, Column]:
        return {column.meaning: column for column in self.columns if column.meaning}


def find(rows: Iterable[Sequence[Cell]]) -> Header:
    """The row of the first ones in which the most columns are understood; raises BadInput where there is none."""
    best: Header | None = None
    for number, row in enumerate(rows, 1):
        if number > LOOKED_AT:
            break
        header = Header(number, tuple(_columns(row)))
        if best is None or len(header.by) > len(best.by):
            best = header
    if best is None or not best.by.keys() & {"full_name", "given"} or len(best.by) < 2:
        raise refusal("list.no_header")
    meanings = [column.meaning for column in best.columns if column.meaning and column.meaning not in KEPT_ONLY]
    if len(meanings) != len(set(meanings)):
        raise refusal("list.same_column_twice")
    return best


def _columns(row: Sequence[Cell]) -> Iterable[Column]:
    for place, one in enumerate(row):
        if one.text:
            yield Column(place, get_column_letter(place + 1), one.text, _MEANINGS.get(_plain(one.text), ""))


def _plain(header: str) -> str:
    return re.sub(r"[\s.\-_*:/()]+", "", to_arabic(header)).lower()


_MEANINGS = {_plain(word): meaning for meaning, words in AS_WRITTEN.items() for word in words}
