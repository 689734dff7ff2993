"""Thai names of tables and columns, and of the codes within them; what has none yet keeps the name it is stored by."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.gatherings import asked
from sanam.domain.registry.rights.words import Asked, Asker, Channel, IdentitySeen, RefusalGround, RequestState
from sanam.domain.registry.words import (
    FIELD_NAMES,
    Basis,
    FactGroup,
    Group,
    How,
    IdentifierKind,
    Life,
    NoNumber,
    Residency,
    Sex,
)

TABLES = {
    "registry.Person": "ตัวตน",
    "registry.Identifier": "เลขประจำตัว",
    "registry.Residence": "เคยอยู่และอยู่ที่ไหน",
    "registry.GroupMembership": "กลุ่ม",
    "registry.Confirmation": "ใครยืนยันว่าข้อมูลยังจริง",
    "registry.CareCircle": "ใครอยู่ในวงดูแล",
    "registry.Change": "อะไรเคยเป็นอะไร",
    "registry.Conflict": "แฟ้มบอกต่างจากที่ไปดูมา",
    "registry.Duplicate": "บันทึกที่เคยสงสัยว่าเป็นคนเดียวกัน",
    "registry.SourceRow": "แถวจากแฟ้มของหน่วยบริการ",
    "registry.SubjectRequest": "คำขอของคุณ",
    "registry.Restriction": "ที่ระงับใช้ตามสิทธิของคุณ",
    "registry.LegalHold": "เหตุตามกฎหมายที่ต้องเก็บไว้",
}
COLUMNS = {name: th for name, (th, _en, _group) in FIELD_NAMES.items()} | {
    "household": "บ้าน",
    "house_no": "บ้านเลขที่",
    "road": "ถนน",
    "place": "พื้นที่",
    "created_at": "เพิ่มเมื่อ",
    "updated_at": "แก้ล่าสุดเมื่อ",
    "kind": "ชนิด",
    "sealed": "ค่า",
    "why_none": "ไม่มีเลขเพราะ",
    "registered": "ตามทะเบียนบ้าน",
    "actual": "อยู่จริง",
    "from_on": "ตั้งแต่",
    "to_on": "ถึง",
    "source": "ที่มา",
    "group": "กลุ่ม",
    "card_until": "บัตรหมดอายุ",
    "since": "ตั้งแต่",
    "until": "ถึง",
    "ended_because": "สิ้นสุดเพราะ",
    "basis": "รู้ได้อย่างไร",
    "fact": "เรื่อง",
    "on": "วันที่",
    "how": "วิธี",
    "by_label": "โดย",
    "by": "โดย",
    "role": "บทบาท",
    "seat": "ที่นั่ง",
    "field": "ช่อง",
    "old": "เดิม",
    "new": "ใหม่",
    "at": "เมื่อ",
    "kept": "ที่เก็บไว้",
    "offered": "ที่แฟ้มบอก",
    "decision": "ตัดสินว่า",
    "batch": "อ่านจาก",
    "file": "แฟ้ม",
    "line": "บรรทัด",
    "hospital": "หน่วยบริการ",
    "key": "เลขของหน่วยบริการ",
    "stamped_at": "แฟ้มลงเวลา",
    "read_on": "อ่านเข้าเมื่อ",
    "did": "ทำอะไร",
    "told": "รายละเอียด",
    "times": "กี่ครั้ง",
    "last": "ล่าสุด",
    "received_on": "รับคำขอเมื่อ",
    "due_on": "ต้องตอบภายใน",
    "answered_on": "ตอบเมื่อ",
    "answer": "คำตอบ",
    "wanted": "ขอว่า",
    "state": "สถานะ",
    "asker": "ใครขอ",
    "channel": "ขอทางไหน",
    "identity_seen": "ยืนยันตัวอย่างไร",
    "because": "เพราะ",
    "th": "ข่าว",
    "said": "อ่านได้ว่า",
    "raw": "ทั้งแถว",
    "house": "เลขบ้านของหน่วยบริการ",
    "name": "ชื่อ",
    "organisation": "กลุ่มหรือหน่วยงาน",
    "leg": "ขา",
    "came_by": "ได้ชื่อมาอย่างไร",
    "told_on": "บอกคุณเมื่อ",
    "gathering": "วงคุย",
    "held_on": "วันที่คุย",
    "asked_on": "ชวนเมื่อ",
    "way": "ชวนอย่างไร",
    "draw": "จับฉลากครั้งที่",
    "signed": "เซ็นอย่างไร",
    "first_time": "มาครั้งแรก",
}
_CODED = {
    "sex": (Sex,),
    "life": (Life,),
    "residency": (Residency,),
    "group": (Group,),
    "basis": (Basis,),
    "fact": (FactGroup,),
    "how": (How,),
    "kind": (IdentifierKind, Asked),
    "why_none": (NoNumber,),
    "state": (RequestState,),
    "channel": (Channel, asked.Channel),
    "came_by": (asked.CameBy,),
    "way": (asked.Way,),
    "said": (asked.Answer,),
    "signed": (asked.Source,),
    "asker": (Asker,),
    "identity_seen": (IdentitySeen,),
    "ground": (RefusalGround,),
}


_DAYS = {"birth", "life_on", "from_on", "to_on", "since", "until", "card_until", "held_on"}
_DONE = {
    "person.added": "เพิ่มเข้าทะเบียน",
    "person.corrected": "แก้ข้อมูล",
    "fact.confirmed": "ยืนยันว่าข้อมูลยังจริง",
    "person.asked_for": "ถามหาจากนอกพื้นที่",
    "person.handed_over": "รวมข้อมูลเป็นไฟล์ให้",
    "request.received": "รับคำขอ",
    "eligible.added": "เพิ่มชื่อในรายชื่อ",
    "eligible.told": "บอกเจ้าของชื่อว่ามีชื่ออยู่",
    "listed.handed_over": "รวมข้อมูลเป็นไฟล์ให้",
    "listed.corrected": "แก้ชื่อหรือเบอร์",
    "conflict.decided": "ตัดสินว่าใครถูก",
}


def said(column: str, value: str) -> str:
    """A code in Thai words where the column has a closed list, a field's name in Thai, else the value itself."""
    if column == "field":
        return COLUMNS.get(value, value)
    if column == "did":
        return _DONE.get(value, value)
    if column == "area_code" and value:
        return areas.said(value, "th")
    if column in _DAYS and value:
        return _day(value)
    for words in _CODED.get(column, ()):
        if value in list(words):
            return words(value).th
    return value


def _day(value: str) -> str:
    try:
        return say_date(PartialDate.from_iso(value))
    except (ValueError, BadInput):  # as somebody's file wrote it
        return value
