"""What can be odd about one row of a list, and what was done about it. A sentence never holds the value."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.interfaces.files.f43.problems import KINDS as OF_THE_43_FILES
from sanam.interfaces.files.f43.problems import Kind

_SHARED = (
    *("bad_date", "buddhist_year", "partial_date", "future_date", "before_1880"),
    *("cid_missing", "cid_length", "cid_dummy", "cid_check_digit", "phone", "too_long"),
)

KINDS: dict[str, Kind] = {
    "no_name": Kind(
        "แถวนี้ไม่มีชื่อ จึงยังไม่อ่าน",
        "The row has no name, so it was not read.",
        row_left_out=True,
    ),
    "no_place": Kind(
        "ไม่รู้ว่าคนนี้อยู่ตำบลไหน จึงยังไม่อ่านแถวนี้",
        "Nothing says in which sub-district this person lives, so the row was not read.",
        row_left_out=True,
    ),
    "outside": Kind(
        "ที่อยู่อยู่นอกพื้นที่ของที่นั่งนี้ จึงยังไม่อ่านแถวนี้",
        "The address is outside this seat's area, so the row was not read.",
        row_left_out=True,
    ),
    "unknown_tambon": Kind(
        "ไม่พบตำบลในช่อง {column} หรือมีหลายตำบลชื่อนี้ ใช้พื้นที่ที่บอกตอนส่งถ้ามี",
        "The sub-district in {column} is not known, or several have that name; the place named when sending was used.",
    ),
    "unknown_village": Kind(
        "ไม่พบหมู่ในช่อง {column} ของตำบลนี้ เก็บไว้แค่ระดับตำบล",
        "The sub-district has no village of the number in {column}; only the sub-district was kept.",
    ),
    "id_zero_lost": Kind(
        "เลขบัตรในช่อง {column} เหลือ 12 หลัก โปรแกรมตารางอาจตัดเลข 0 ข้างหน้าทิ้ง ไม่เดาให้ เก็บคนนี้ไว้โดยยังไม่ใช้เลขนี้",
        "The ID in {column} has 12 digits, perhaps a leading 0 was dropped; kept without it, nothing guessed.",
    ),
    "id_scientific": Kind(
        "เลขบัตรในช่อง {column} กลายเป็นเลขยกกำลัง หลักท้ายหายไปแล้ว ไม่เดาให้ เก็บคนนี้ไว้โดยยังไม่ใช้เลขนี้",
        "The ID in {column} became a power of ten and lost its last digits; kept without it, nothing guessed.",
    ),
    "phone_zero_lost": Kind(
        "เบอร์โทรในช่อง {column} อาจถูกตัดเลข 0 ข้างหน้า ไม่เดาให้ เก็บแถวนี้ไว้โดยไม่มีเบอร์นี้",
        "The phone in {column} may have lost its leading 0; the row was kept without it, nothing guessed.",
    ),
    "formula": Kind(
        "ช่อง {column} เป็นสูตร ใช้ค่าที่บันทึกไว้ล่าสุด ไม่คำนวณใหม่",
        "{column} is a formula; the value saved with it was used, nothing was computed.",
    ),
    "formula_no_value": Kind(
        "ช่อง {column} เป็นสูตรที่ไม่มีค่าบันทึกไว้ ถือว่าไม่ทราบ",
        "{column} is a formula without a saved value; it was read as not known.",
    ),
    "age_only": Kind(
        "ช่อง {column} บอกแค่อายุ ซึ่งบอกวันเกิดไม่ได้ เก็บไว้ในแถวเดิม",
        "{column} gives an age only, which tells no birth date; it was kept with the row.",
    ),
    "sex": Kind(
        "อ่านเพศในช่อง {column} ไม่ออก ถือว่าไม่ทราบ",
        "The sex in {column} could not be read; it is not known.",
    ),
    "disability_type": Kind(
        "อ่านประเภทความพิการในช่อง {column} ไม่ออก เก็บคนนี้ไว้โดยไม่ใช้ช่องนี้",
        "The type of disability in {column} could not be read; the person was kept without it.",
    ),
    "id_conflict": OF_THE_43_FILES["id_conflict"],
    "alike": Kind(
        "ชื่อและวันเกิดเข้ากันได้กับคนที่มีอยู่แล้ว เก็บแยกไว้ให้คนตัดสินว่าคนเดียวกันไหม",
        "Name and birth date fit somebody already here; kept apart for a human to decide.",
    ),
    **{code: OF_THE_43_FILES[code] for code in _SHARED},
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What was odd at one place: the sheet, the row as the spreadsheet numbers it, the column by letter and header."""

    file: str
    line: int
    column: str
    code: str

    @property
    def th(self) -> str:
        """The sentence in Thai."""
        return KINDS[self.code].th.format(column=self.column)

    @property
    def en(self) -> str:
        """The sentence in English."""
        return KINDS[self.code].en.format(column=self.column)
