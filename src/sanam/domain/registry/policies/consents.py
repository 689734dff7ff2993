"""What is allowed now: whether a purpose may be asked about, whose answer counts, and how long it lasts."""

from __future__ import annotations

from datetime import date

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.partial_date import age_in_years
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.models import Person
from sanam.domain.registry.purposes import ASKED
from sanam.domain.registry.words import ADULT_FROM, ConsentHow, GuardianAs

_DAYS_IN_A_MONTH = 365.25 / 12


def check_is_asked(purpose: str) -> None:
    """Raises BadInput for a purpose that does not rest on consent: asking would make believe that "no" counts."""
    if purpose not in ASKED:
        raise BadInput(
            "registry.not_by_consent",
            "เรื่องนี้ไม่ได้อาศัยความยินยอม จึงไม่ถาม ดูเหตุตามกฎหมายได้ในหน้าเรื่องที่ใช้ข้อมูล",
            "That does not rest on consent, so it is not asked; the page of purposes says what it rests on.",
        )


def check_can_answer(person: Person) -> None:
    """Raises Refused for somebody who has died: nobody consents in their place."""
    if person.life == "dead":
        raise Refused(
            "registry.cannot_answer",
            "เขาเสียชีวิตแล้ว จึงไม่มีใครให้ความยินยอมแทนได้",
            "They have died; nobody can consent in their place.",
        )


def check_answer(person: Person, how: str, *, witness: str, guardian: str, guardian_as: str) -> None:
    """Raises BadInput for an answer that would not count: a child's own, one nobody witnessed, a relative's as such."""
    if how not in list(ConsentHow):
        raise BadInput("registry.consent_how", "เลือกว่าให้อย่างไร", "Choose how it was given.")
    if needs_guardian(person) and how != ConsentHow.GUARDIAN:
        raise BadInput(
            "registry.child",
            f"เขาอายุไม่ถึง {ADULT_FROM} ปี ต้องมีผู้ปกครองให้แทน และถามตัวเขาด้วย",
            f"They are under {ADULT_FROM}: a guardian answers, and they are asked too.",
        )
    if how == ConsentHow.GUARDIAN:
        _check_guardian(person, guardian, guardian_as)
    if how != ConsentHow.SIGNED and not witness.strip():
        raise BadInput("registry.no_witness", "ขอชื่อพยานที่อยู่ด้วย", "Name the witness who was there.")


def check_last_day(until: date) -> None:
    """Raises BadInput for a last day that has passed, or lies further away than the dial allows."""
    most = parameters.values()["consents.longest"].value
    if until < clock.today():
        raise BadInput(
            "registry.consent_over", "วันสุดท้ายผ่านไปแล้ว เลือกวันใหม่", "That last day has passed; choose another."
        )
    if (until - clock.today()).days > most * _DAYS_IN_A_MONTH + 1:
        raise BadInput(
            "registry.consent_too_long",
            f"ยินยอมได้นานที่สุด {most:g} เดือน แล้วถามใหม่",
            f"A consent lasts {most:g} months at most; then we ask again.",
        )


def needs_guardian(person: Person) -> bool:
    """Whether somebody is not of age; a birth of which only the year is known counts from its first day."""
    return person.born is not None and age_in_years(person.born, clock.today()) < ADULT_FROM


def _check_guardian(person: Person, guardian: str, guardian_as: str) -> None:
    if not guardian.strip() or guardian_as not in list(GuardianAs):
        raise BadInput(
            "registry.no_guardian",
            "ขอชื่อผู้ให้แทน และให้แทนในฐานะอะไร ญาติที่ดูแลแต่ไม่มีคำสั่งศาลยังให้แทนไม่ได้",
            "Who answers for them, and as what? A relative who cares without a court's order cannot.",
        )
    if guardian_as == GuardianAs.PARENT and not needs_guardian(person):
        raise BadInput(
            "registry.parent_of_adult",
            "เขาโตแล้ว พ่อแม่ให้แทนไม่ได้ ถ้าเขาตัดสินใจเองไม่ได้ ต้องเป็นผู้อนุบาลตามคำสั่งศาล",
            "They are of age: a parent cannot answer; one who cannot decide needs a guardian by a court's order.",
        )
