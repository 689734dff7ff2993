"""Who may add, correct and confirm."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import NotAllowed, NotHere
from sanam.domain.registry import access
from sanam.domain.registry.models import Assistance, Person
from sanam.domain.teams.words import Can

_DEEDS = {
    Can.ADD_PEOPLE: ("เพิ่มคน", "add people"),
    Can.CORRECT_PEOPLE: ("แก้ข้อมูลคน", "correct what is known of people"),
    Can.CONFIRM_FACTS: ("ยืนยันข้อมูล", "confirm facts"),
    Can.READ_FILES_IN: ("นำแฟ้มเข้า", "read files in"),
    Can.MERGE_PEOPLE: ("รวมบันทึกของคนเดียวกัน", "merge records of one person"),
    Can.BREAK_GLASS: ("เปิดดูกรณีฉุกเฉิน", "look in an emergency"),
    Can.KEEP_CONSENTS: ("บันทึกความยินยอม", "keep consents"),
    Can.ANSWER_REQUESTS: ("ตอบคำขอของเจ้าของข้อมูล", "answer a person's requests about their data"),
    Can.ERASE_PEOPLE: ("ลบข้อมูลของคน", "erase a person"),
    Can.SEE_REPORTS: ("ดูรายงาน", "see reports"),
}


def check_can(actor: Actor, capability: str) -> None:
    """Raises NotAllowed, naming the deed, when the seat's mandate does not hold the capability."""
    if not actor.may(capability):
        th, en = _DEEDS[capability]
        raise NotAllowed(
            "registry.mandate",
            f"ที่นั่งนี้{th}ไม่ได้ ขอให้ผู้จัดการการดูแลหรือเลขานุการช่วยได้",
            f"This seat cannot {en}; the care manager or the secretary can.",
        )


def check_sees(actor: Actor, person: Person) -> None:
    """Raises NotHere for a person outside the seat's scope, in the words used for one who does not exist."""
    if not access.sees(actor, person):
        raise not_here()


def check_sees_field(actor: Actor, mark: Privacy) -> None:
    """Raises NotAllowed when the mandate does not show fields of this mark."""
    if not actor.sees(mark):
        raise NotAllowed(
            "registry.field",
            "ที่นั่งนี้ไม่เห็นข้อมูลช่องนี้ จึงแก้ไม่ได้",
            "This seat does not see that field, so it cannot change it.",
        )


def not_here() -> NotHere:
    """One answer for "no such person" and "not yours to see": the difference would itself tell something."""
    return NotHere("registry.not_here", "ไม่พบคนนี้ในขอบเขตของที่นั่งนี้", "There is no such person within this seat's scope.")


def can_change_note(actor: Actor, assistance: Assistance) -> bool:
    """Whether this seat noted what somebody received, or keeps the register of such people."""
    return actor.may(Can.CONFIRM_FACTS) and (assistance.by_ref == actor.ref or actor.may(Can.CORRECT_PEOPLE))
