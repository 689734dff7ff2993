"""Spreadsheets as a municipality keeps them: one that is read in, and one that was sent by mistake and taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts, undo
from sanam.domain.registry.words import FactGroup, How
from sanam.interfaces.files.lists import intake

HEADER = ("ที่", "ชื่อ-สกุล", "เลขประจำตัวประชาชน", "ว/ด/ป เกิด", "บ้านเลขที่", "หมู่", "ประเภทความพิการ", "โทร", "เบี้ยต่อเดือน")
TITLES = ("ทะเบียนผู้รับเบี้ยความพิการ (ข้อมูลสมมติ)", "ปีงบประมาณ ๒๕๗๐")
NEW = (
    ("นางสาวลำดวน ทองสมมติ", 970_001, "๑๒ มี.ค. ๒๕๑๐", "88/1", "1", "ทางการเห็น", "0000071001"),
    ("นายเจริญ ทองสมมติ", 970_002, "5/6/2498", "88/1", "1", "ทางการเคลื่อนไหว", ""),
    ("ด.ช.ปัญญา ทองสมมติ", 970_003, "2558", "90", "2", "ออทิสติก, สติปัญญา", ""),
    ("นางแวว", None, "", "91", "2", "", "71004"),
)
_ORDINAL = 970_100


def read_spreadsheets(by: Actor) -> None:
    """Read a list in as this seat, with a few people known already; take another one back."""
    found = [row.person for row in registry.find(by, registry.Filters(group="disabled")).rows if not row.person.phone]
    known = found[:4]
    for one in known[:2]:  # somebody has been there: what the list says of the telephone is for a human to decide
        facts.confirm(by=by, person=one, fact=FactGroup.ADDRESS, on=clock.today() - timedelta(days=20), how=How.VISIT)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ทะเบียนเบี้ยความพิการ 2570.xlsx"
        _write(path, [*map(_known, known), *map(_new, NEW)])
        intake.read_in(by=by, path=path, area=by.mandate.areas[0])
        wrong = Path(folder) / "รายชื่ออบรม อสม. (ส่งผิด).xlsx"
        _write(
            wrong,
            [_new((f"นายทดลองที่{to_thai(str(n))} ทองสมมติ", _ORDINAL + n, "", "", "", "", "")) for n in range(1, 9)],
        )
        batch = intake.read_in(by=by, path=wrong, area=by.mandate.areas[0])["batch"]
        undo.take_back(by=by, batch=registry.batch(by, batch), because="รายชื่อคนมาอบรม ไม่ใช่ทะเบียนคนที่ดูแล")


def _write(path: Path, rows: list[tuple[Any, ...]]) -> None:
    book = Workbook()
    sheet = book.active
    for at, title in enumerate(TITLES, 1):
        sheet.append([title])
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(HEADER))
    for row in (HEADER, *((number, *cells, 800) for number, cells in enumerate(rows, 1))):
        sheet.append(list(row))
    book.save(path)


def _known(person: Any) -> tuple[Any, ...]:
    """Somebody of the register, as the municipality writes them: the telephone is another one."""
    born = person.born
    birth = f"{born.day or 1}/{born.month or 1}/{born.year + 543}" if born else ""
    house = person.household.house_no if person.household else ""
    moo = to_thai(str(int(person.area_code[6:8]))) if len(person.area_code) > 6 else ""
    number = next((one.number for one in person.identifiers.all()), "")
    return person.full_name, number, birth, house, moo, "", "0000079999"


def _new(one: tuple[Any, ...]) -> tuple[Any, ...]:
    name, sequence, *rest = one
    return (name, national_id.nobody(sequence) if sequence else "", *rest)
