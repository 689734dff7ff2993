"""What can be odd about one line, and what was done about it, in both languages.

The reference page of problems is made from this table. A sentence names the column, never the value:
the error table is read, printed and sent on by people who may not see the person.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem. `row_left_out`: the line was not read as a row; otherwise it was, as is said."""

    th: str
    en: str
    row_left_out: bool = False


KINDS: dict[str, Kind] = {
    # The line as a whole
    "short_row": Kind(
        "แถวนี้มีช่องน้อยกว่าหัวคอลัมน์ ไม่รู้ว่าช่องใดหาย จึงยังไม่อ่าน",
        "The row has fewer cells than the header; which are missing is unknown, so it was not read.",
        row_left_out=True,
    ),
    "long_row": Kind(
        "แถวนี้มีช่องมากกว่าหัวคอลัมน์ อาจมีเครื่องหมาย | อยู่ในข้อความ จึงยังไม่อ่าน",
        "The row has more cells than the header, perhaps a | within a text, so it was not read.",
        row_left_out=True,
    ),
    "encoding": Kind(
        "มีตัวอักษรที่อ่านไม่ออก อ่านแถวนี้ต่อ โดยถือว่าชื่อที่มีตัวอักษรหายยังไม่ทราบ",
        "Some characters could not be read; the row was read, and a name with such a gap is not known.",
    ),
    "empty_file": Kind(
        "แฟ้มนี้ว่างเปล่า ไม่มีแม้แต่หัวคอลัมน์",
        "The file is empty; it has not even a header.",
    ),
    "missing_column": Kind(
        "แฟ้มนี้ไม่มีคอลัมน์ {column} อ่านแฟ้มต่อโดยถือว่าไม่ทราบ",
        "The file has no {column} column; it was read as not known.",
    ),
    "missing_key": Kind(
        "ช่อง {column} ว่าง จึงไม่รู้ว่าแถวนี้เป็นของใคร ยังไม่อ่านแถวนี้",
        "{column} is empty, so whose row this is cannot be known; it was not read.",
        row_left_out=True,
    ),
    "bad_key": Kind(
        "ช่อง {column} ไม่อยู่ในรูปแบบของรหัส จึงยังไม่อ่านแถวนี้",
        "{column} does not have the form of its code, so the row was not read.",
        row_left_out=True,
    ),
    # One value
    "missing_value": Kind(
        "ช่อง {column} ควรมีค่าแต่ว่างอยู่ เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "{column} should have a value; the row was kept and this is not known.",
    ),
    "bad_code": Kind(
        "ค่าในช่อง {column} ไม่มีในรายการรหัส เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "{column} is not in its list of codes; the row was kept and this is not known.",
    ),
    "address_type": Kind(
        "ช่อง {column} ไม่บอกว่าเป็นที่อยู่ตามทะเบียนบ้านหรือที่ติดต่อได้ จึงยังไม่ใช้แถวนี้",
        "{column} does not say whether one is registered or found there, so the row was not used.",
        row_left_out=True,
    ),
    "disability_type": Kind(
        "ช่อง {column} ไม่ใช่ความพิการประเภท 1 ถึง 7 จึงยังไม่ใช้แถวนี้",
        "{column} is none of the seven types of disability, so the row was not used.",
        row_left_out=True,
    ),
    "no_scheme": Kind(
        "ช่อง {column} ไม่บอกรหัสสิทธิการรักษา จึงยังไม่ใช้แถวนี้",
        "{column} gives no code of a right to treatment, so the row was not used.",
        row_left_out=True,
    ),
    "unknown_scheme": Kind(
        "รหัสสิทธิในช่อง {column} ยังไม่มีชื่อในรายการของเรา เก็บไว้ตามรหัส (บอกเฉพาะแถวแรกที่พบ)",
        "The right's code in {column} has no name in our list; it was kept by its code (told once a code).",
    ),
    "diagnosis": Kind(
        "ช่อง {column} ไม่ใช่รหัสโรค ICD-10 จึงยังไม่ใช้แถวนี้",
        "{column} is no ICD-10 code, so the row was not used.",
        row_left_out=True,
    ),
    "bad_count": Kind(
        "ช่อง {column} ควรเป็นจำนวนนับ เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "{column} should be a count; the row was kept and this is not known.",
    ),
    "too_long": Kind(
        "ข้อความในช่อง {column} ยาวเกินไป เก็บไว้เท่าที่พอ",
        "The text in {column} is too long; it was cut.",
    ),
    # Dates
    "bad_date": Kind(
        "วันที่ในช่อง {column} ไม่มีในปฏิทิน เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "The date in {column} is in no calendar; the row was kept and the date is not known.",
    ),
    "buddhist_year": Kind(
        "ช่อง {column} เขียนเป็นปี พ.ศ. แปลงเป็น ค.ศ. ให้แล้ว",
        "{column} has a Buddhist year; it was turned into the common era.",
    ),
    "day_first": Kind(
        "ช่อง {column} เขียนวันไว้หน้า อ่านเป็น วัน/เดือน/ปี ให้แล้ว",
        "{column} puts the day first; it was read as day, month, year.",
    ),
    "partial_date": Kind(
        "ช่อง {column} ไม่บอกวันหรือเดือน เก็บไว้เท่าที่รู้",
        "{column} gives no day or no month; it was kept as far as it is known.",
    ),
    "future_date": Kind(
        "วันที่ในช่อง {column} ยังมาไม่ถึง เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "The date in {column} has not come yet; the row was kept and the date is not known.",
    ),
    "before_1880": Kind(
        "วันที่ในช่อง {column} ก่อน พ.ศ. 2423 เก็บแถวนี้ไว้โดยถือว่าไม่ทราบ",
        "The date in {column} is before 1880; the row was kept and the date is not known.",
    ),
    # National IDs: a person is kept with any of these, and flagged
    "cid_missing": Kind(
        "ไม่มีเลขประจำตัวประชาชน เก็บคนนี้ไว้และทำเครื่องหมายให้ตามต่อ",
        "There is no national ID; the person was kept, marked to be followed up.",
    ),
    "cid_length": Kind(
        "เลขประจำตัวประชาชนไม่ครบ 13 หลัก เก็บคนนี้ไว้โดยยังไม่ใช้เลขนี้",
        "The national ID does not have 13 digits; the person was kept without it.",
    ),
    "cid_dummy": Kind(
        "เลขประจำตัวประชาชนเป็นเลขที่ใส่แทนไว้ เก็บคนนี้ไว้และไม่ใช้เลขนี้จับคู่คน",
        "The national ID is a stand-in; the person was kept, and it is not used to tell people apart.",
    ),
    "cid_check_digit": Kind(
        "เลขประจำตัวประชาชนหลักสุดท้ายไม่ตรงกับเลขอื่น เก็บไว้และทำเครื่องหมายให้ตรวจ",
        "The last digit of the national ID does not fit; it was kept, marked to be checked.",
    ),
    "relative_id": Kind(
        "เลขประจำตัวในช่อง {column} อ่านไม่ได้ เก็บแถวนี้ไว้โดยไม่ใช้เลขนี้",
        "The ID in {column} could not be read; the row was kept without it.",
    ),
    # Telephone, house, place
    "phone": Kind(
        "เบอร์โทรในช่อง {column} ไม่ครบหรือเกินมา เก็บแถวนี้ไว้โดยไม่มีเบอร์นี้",
        "{column} does not hold whole phone numbers; the row was kept without it.",
    ),
    "house_id": Kind(
        "เลขรหัสประจำบ้านในช่อง {column} ไม่ใช่ 11 หลัก เก็บแถวนี้ไว้โดยไม่ใช้เลขนี้",
        "The house ID in {column} does not have 11 digits; the row was kept without it.",
    ),
    "area_code": Kind(
        "รหัสจังหวัด อำเภอ ตำบล หรือหมู่ยังไม่ครบหรือไม่ถูก (ช่อง {column}) เก็บแถวนี้ไว้โดยยังไม่รู้หมู่บ้าน",
        "The province, district, tambon or village code ({column}) is not whole or no place's; kept without it.",
    ),
    "abolished_area": Kind(
        "ตำบลนี้เปลี่ยนรหัสแล้ว ใช้รหัสปัจจุบันให้ และเก็บรหัสเดิมไว้",
        "This tambon has a new code; that was used, and the old one kept.",
    ),
    "swapped_point": Kind(
        "ละติจูดกับลองจิจูดสลับกัน สลับกลับให้แล้ว",
        "Latitude and longitude stood in each other's place; they were put right.",
    ),
    "bad_point": Kind(
        "พิกัดไม่อยู่ในประเทศไทยหรือไม่ครบคู่ เก็บแถวนี้ไว้โดยไม่มีพิกัด",
        "The point is not in Thailand, or half of it is missing; the row was kept without it.",
    ),
    # Found only when the row was applied
    "id_conflict": Kind(
        "เลขบัตรตรงกับคนอื่นที่ชื่อ เพศ หรือวันเกิดไม่ตรงกัน เก็บแยกไว้ให้คนตัดสิน",
        "The national ID is another person's, of other name, sex or birth; kept apart for a human to decide.",
    ),
    "unknown_person": Kind(
        "ยังไม่รู้จักคนนี้ ไม่อยู่ในแฟ้ม PERSON หรือแค่มารับบริการจากนอกเขต จึงยังไม่ได้ใช้แถวนี้",
        "This person is not known: not in PERSON, or only served here; the row was not used.",
        row_left_out=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What was odd at one place. `line` counts from 1, the header's; `column` is "" for the whole line.

    `folder` tells files of one name apart, where a zip holds several.
    """

    file: str
    line: int
    column: str
    code: str
    folder: str = ""

    @property
    def th(self) -> str:
        """The sentence in Thai."""
        said = KINDS[self.code].th.format(column=self.column)
        return f"{said} (โฟลเดอร์ {self.folder})" if self.folder else said

    @property
    def en(self) -> str:
        """The sentence in English."""
        said = KINDS[self.code].en.format(column=self.column)
        return f"{said} (folder {self.folder})" if self.folder else said

    @property
    def message(self) -> str:
        """The sentence in both languages, under the name the command line prints."""
        return f"{self.th} / {self.en}"

    @property
    def row_left_out(self) -> bool:
        """Whether the line was not read as a row."""
        return KINDS[self.code].row_left_out
