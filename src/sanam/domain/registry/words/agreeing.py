"""Consents and emergencies."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class ConsentHow(Word):
    """How a person gave an answer; each but a signature needs somebody who was there."""

    SIGNED = "signed", "ลงชื่อเอง", "signed"
    THUMB = "thumb", "พิมพ์ลายนิ้วมือต่อหน้าพยาน", "thumbprint before a witness"
    SPOKEN = "spoken", "พูดต่อหน้าพยาน", "spoken before a witness"
    GUARDIAN = "guardian", "ผู้ปกครองหรือผู้อนุบาลให้แทน", "given by a guardian"


class GuardianAs(Word):
    """As what somebody may answer in another's place (PDPA section 20); a relative as such is not among them."""

    PARENT = "parent", "ผู้ใช้อำนาจปกครองของเด็ก", "holder of parental power"
    CURATOR = "curator", "ผู้อนุบาลตามคำสั่งศาล", "guardian by a court's order"
    ASSISTANT = "assistant", "ผู้พิทักษ์ตามคำสั่งศาล", "curator by a court's order"


class ConsentEnd(Word):
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"
    RENEWED = "renewed", "ต่ออายุแล้ว", "renewed"


class Verdict(Word):
    """What the keeper of a record says of an emergency opening."""

    RIGHT = "right", "เปิดถูกแล้ว", "rightly opened"
    NOT_RIGHT = "not_right", "ไม่ควรเปิด", "should not have been opened"


ADULT_FROM = 20
"""Years of age from which a person answers for themselves (Civil and Commercial Code section 19)."""
