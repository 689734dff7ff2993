"""Who may add, correct and confirm."""

from __future__ import annotations

from dataclasses import replace

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import NotAllowed, NotHere
from sanam.domain.registry import access, withheld
from sanam.domain.registry.models import Assistance, Merge, Person
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
    """For deeds. Raises NotHere for a person outside the seat's scope, in the words used for one who does not exist,
    and NotAllowed for one seen only because of an emergency, which is to look at, or held back by their own right.

    Every deed about a person begins here, so here a late reference finds its way: a record merged away since it
    was read becomes the living one, which is held until the deed is done.
    """
    here = access.shown(actor, access.visible(actor))
    for _ in range(2):  # a merge may be written just while we wait for the record it takes away
        living = here.filter(access.meant_by(person.pk)).select_for_update(of=("self",)).first()
        if living is not None:
            break
    else:
        raise not_here()
    if access.opening(actor, living):
        raise NotAllowed(
            "registry.only_to_look",
            "เปิดกรณีฉุกเฉินดูได้อย่างเดียว ถ้าต้องแก้ ให้ผู้ดูแลบันทึกของคนนี้ทำ",
            "An emergency opening is only to look; whoever keeps this record can change it.",
        )
    if withheld.wholly(living) and not actor.may(withheld.FOR_THEIR_RIGHTS):
        raise held_back()
    if living.pk != person.pk:
        person.become(living)


def for_their_rights(actor: Actor) -> Actor:
    """The same actor, in a deed that is the person's own right: it also reaches whom that right holds back."""
    mandate = actor.mandate
    return replace(actor, mandate=replace(mandate, capabilities=mandate.capabilities | {withheld.FOR_THEIR_RIGHTS}))


def held_back() -> NotAllowed:
    """What is said to who knows that a person is held back, and tries to do something about them all the same."""
    return NotAllowed(
        "registry.held_back",
        "ข้อมูลของคนนี้ระงับใช้ตามสิทธิของเขา ทำได้เฉพาะเรื่องคำขอของเขา ถ้าเหตุหมดไปแล้ว เลิกระงับก่อนได้ที่หน้าของเขา",
        "This person is held back by their own right: only their requests can be dealt with. If the reason has passed,"
        " lift it first on their page.",
    )


def check_can_part(actor: Actor, merge: Merge) -> None:
    """Raises NotHere unless both records of a merge are within the seat's scope: each may be elsewhere once parted;
    NotAllowed where their own right holds them back."""
    both = {merge.kept_id, merge.gone_id}
    here = access.in_scope(actor).filter(pk__in=both)
    if here.count() != len(both):
        raise not_here()
    if withheld.without(here).count() != len(both):
        raise held_back()


def check_may_look(actor: Actor, person: Person) -> None:
    """Raises NotHere for a person this seat may not even look at."""
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


def not_by_consent() -> NotAllowed:
    """What a person's consent does not open to those it names: where facts came from, and who looked."""
    return NotAllowed(
        "registry.not_agreed_to",
        "เรื่องนี้อยู่นอกที่เขายินยอมให้เห็น ถามผู้ดูแลของเขาได้",
        "That is beyond what they agreed to show; ask whoever cares for them.",
    )


def check_beyond_consent(actor: Actor, person: Person) -> None:
    """Raises NotHere for a person this seat may not look at, NotAllowed where it sees them only by their consent:
    relatives, sources and what others gave are more than was agreed to."""
    check_may_look(actor, person)
    if actor.mandate.reach is Reach.SHARED:
        raise not_by_consent()


def not_here() -> NotHere:
    """One answer for "no such person" and "not yours to see": the difference would itself tell something."""
    return NotHere("registry.not_here", "ไม่พบคนนี้ในขอบเขตของที่นั่งนี้", "There is no such person within this seat's scope.")


def can_change_note(actor: Actor, assistance: Assistance) -> bool:
    """Whether this seat noted what somebody received, or keeps the register of such people."""
    return actor.may(Can.CONFIRM_FACTS) and (assistance.by_ref == actor.ref or actor.may(Can.CORRECT_PEOPLE))
