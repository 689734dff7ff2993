"""The words of an explanation: what was compared, how well it agrees, how alike two records are in all."""

from __future__ import annotations

from sanam.domain.registry.words import Word


class Compared(Word):
    """What of two records is compared."""

    GIVEN = "given", "ชื่อ", "given name"
    FAMILY = "family", "นามสกุล", "family name"
    BIRTH = "birth", "วันเกิด", "birth date"
    SEX = "sex", "เพศ", "sex"
    PLACE = "place", "ที่อยู่", "place"
    NUMBER = "number", "เลขประจำตัว", "national ID"


class Degree(Word):
    """How well it agrees."""

    SAME = "same", "ตรงกัน", "the same"
    SWAPPED = "swapped", "ชื่อกับนามสกุลสลับช่องกัน", "given and family name changed places"
    HEARD = "heard", "เขียนต่างกัน อ่านเหมือนกัน", "written differently, sounds the same"
    CLOSE = "close", "ต่างกันตัวสองตัว", "a letter or two apart"
    HOUSE = "house", "บ้านเดียวกัน", "the same house"
    VILLAGE = "village", "หมู่บ้านเดียวกัน", "the same village"
    TAMBON = "tambon", "ตำบลเดียวกัน", "the same sub-district"
    TWINS = "twins", "เกิดวันเดียวกัน บ้านเดียวกัน คนละชื่อ อย่างแฝด", "one day, one house, two names, as twins have"
    TURNED = "turned", "วันกับเดือนสลับกัน", "day and month changed places"
    YEAR = "year", "ปีตรงกัน บันทึกหนึ่งรู้แค่ปี", "the same year; one of them knows only that"
    SLIP = "slip", "วันเดือนตรงกัน ปีต่างกันหนึ่งหรือสิบปี", "the same day and month, one or ten years apart"
    DIGIT = "digit", "ต่างกันเลขตัวเดียว", "one digit apart"
    NEAR = "near", "ปีเดียวกัน คนละวัน", "the same year, another day"
    GENERATION = "generation", "ห่างกันคนละรุ่น", "a generation apart"
    DIFFERS = "differs", "ไม่ตรงกัน", "differs"
    UNKNOWN = "unknown", "เทียบไม่ได้ มีบันทึกที่ไม่ได้บอก", "cannot be told: one of them is silent"

    @property
    def sign(self) -> str:
        """Whether it speaks for one person: "agrees", "nearly", "differs", or "unknown"."""
        if self in (Degree.TWINS, Degree.GENERATION, Degree.DIFFERS):
            return "differs"
        if self is Degree.UNKNOWN:
            return "unknown"
        return "agrees" if self in (Degree.SAME, Degree.HOUSE, Degree.VILLAGE) else "nearly"


class Likeness(Word):
    """How alike two records are, all in all; a chance said as people say it."""

    GREAT = "great", "คล้ายกันมาก", "very much alike"
    FAIR = "fair", "ค่อนข้างคล้ายกัน", "rather alike"
    SLIGHT = "slight", "คล้ายกันอยู่บ้าง", "somewhat alike"

    @classmethod
    def of(cls, score: float) -> Likeness:
        """The word for a chance between 0 and 1."""
        return cls.GREAT if score >= 0.95 else cls.FAIR if score >= 0.6 else cls.SLIGHT
