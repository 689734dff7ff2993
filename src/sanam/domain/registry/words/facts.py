"""Fact groups, how somebody came to know, and how current it is."""

from __future__ import annotations

from collections.abc import Mapping

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.word import Word


class FactGroup(Word):
    IDENTITY = "identity", "ตัวตน", "identity"
    ADDRESS = "address", "ที่อยู่", "address"
    CARER = "carer", "คนดูแล", "carer"
    FUNCTION = "function", "กิจวัตร", "daily living"
    HEALTH = "health", "สุขภาพ", "health"
    LIVING = "living", "บ้าน", "living conditions"
    INCOME = "income", "สิทธิ", "income and rights"


ALWAYS_DUE = (FactGroup.IDENTITY, FactGroup.ADDRESS)

MARKED: Mapping[FactGroup, Privacy] = {
    FactGroup.FUNCTION: Privacy.SENSITIVE,
    FactGroup.HEALTH: Privacy.SENSITIVE,
    FactGroup.INCOME: Privacy.INCOME,
}
"""Fact groups of which nobody can say that they still hold who may not see facts of their mark."""


class How(Word):
    """How somebody came to know that a fact holds."""

    VISIT = "visit", "ไปเยี่ยมที่บ้าน", "home visit"
    PHONE = "phone", "โทรถาม", "by phone"
    PAPER = "paper", "ดูเอกสาร", "saw a document"
    TOLD = "told", "เจ้าตัวหรือครอบครัวบอก", "told by the person or family"


class State(Word):
    FRESH = "fresh", "สด", "fresh"
    AGEING = "ageing", "เริ่มเก่า", "ageing"
    STALE = "stale", "เก่า", "stale"
    UNKNOWN = "unknown", "ไม่รู้", "unknown"


FIELD_NAMES: dict[str, tuple[str, str, FactGroup]] = {
    "prefix": ("คำนำหน้า", "prefix", FactGroup.IDENTITY),
    "given": ("ชื่อ", "given name", FactGroup.IDENTITY),
    "family": ("นามสกุล", "family name", FactGroup.IDENTITY),
    "nickname": ("ชื่อเล่น", "nickname", FactGroup.IDENTITY),
    "sex": ("เพศ", "sex", FactGroup.IDENTITY),
    "birth": ("วันเกิด", "birth date", FactGroup.IDENTITY),
    "life": ("สถานะ", "status", FactGroup.IDENTITY),
    "life_on": ("วันที่ของสถานะ", "date of status", FactGroup.IDENTITY),
    "moved_to": ("ย้ายไปที่", "moved to", FactGroup.ADDRESS),
    "residency": ("การอยู่อาศัย", "residency", FactGroup.ADDRESS),
    "household_id": ("บ้าน", "household", FactGroup.ADDRESS),
    "area_code": ("พื้นที่", "place", FactGroup.ADDRESS),
    "marital": ("สถานภาพ", "marital status", FactGroup.IDENTITY),
    "nation": ("สัญชาติ", "nationality", FactGroup.IDENTITY),
    "religion": ("ศาสนา", "religion", FactGroup.IDENTITY),
    "occupation": ("อาชีพ", "occupation", FactGroup.INCOME),
    "phone": ("โทรศัพท์", "phone", FactGroup.ADDRESS),
    "national_id": ("เลขประจำตัว", "national ID", FactGroup.IDENTITY),
}
"""Fields a file or a hand may change: Thai name, English name, and the fact group each belongs to."""
