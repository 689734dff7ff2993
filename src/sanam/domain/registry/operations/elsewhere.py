"""Elsewhere: whether somebody is known outside one's scope, asked without learning where."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry import access, asking
from sanam.domain.registry.models import Duplicate, Person
from sanam.domain.registry.models.person import holders_of
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can

ASKED = "elsewhere.asked"


@dataclass(frozen=True, slots=True)
class Sought:
    """A whole national ID, or a name with a full birth date: less would be fishing."""

    number: str = ""
    given: str = ""
    family: str = ""
    birth: PartialDate | None = None


@transaction.atomic
def ask(*, by: Actor, sought: Sought) -> bool:
    """Whether there may be a record elsewhere, and nothing more: its keepers are told who asks, the person may read it.

    Raises BadInput for too little to go by, Refused after too many questions in a day.
    """
    check_can(by, Can.ADD_PEOPLE)
    _check_enough(sought)
    asking.count(by=by, did=ASKED, asking=_asking(by), dial="people.asked_elsewhere", too_often=_too_often)
    unseen = Person.objects.filter(_meant(sought)).exclude(pk__in=access.visible(by).values("pk"))
    found = list(unseen.order_by("id")[:5])
    for person in found:
        journal.record(by=by, did="person.asked_for", to=person.ref)
        _tell_keepers(by, person)
    return bool(found)


def note_same_number(*, by: Actor, person: Person, number: str) -> bool:
    """Inside the deed that adds somebody: whether a record this actor may not see holds the same whole number.

    Its keepers are told, and the pair waits for somebody who sees both.
    """
    unseen = Person.objects.filter(pk__in=holders_of(number)).exclude(pk=person.pk)
    others = list(unseen.exclude(pk__in=access.visible(by).values("pk")).order_by("id")[:5])
    for other in others:
        Duplicate.objects.create(first=other, second=person, basis="equal_id", at=clock.now())
        journal.record(by=by, did="person.asked_for", to=other.ref)
        _tell_keepers(by, other)
    return bool(others)


def _check_enough(sought: Sought) -> None:
    if sought.number:
        national_id.read_national_id(sought.number)
    elif not (sought.given.strip() and sought.family.strip() and sought.birth and sought.birth.precision == "day"):
        raise BadInput(
            "registry.too_little",
            "ใส่เลขบัตรให้ครบ 13 หลัก หรือชื่อ นามสกุล และวันเกิดเต็ม",
            "Give the whole national ID, or given name, family name and full birth date.",
        )


def _too_often(most: int) -> Refused:
    return Refused(
        "registry.asked_too_often",
        f"วันนี้ที่นั่งนี้ถามครบ {most} ครั้งแล้ว ลองใหม่พรุ่งนี้ หรือโทรหาผู้จัดการการดูแล",
        f"This seat has asked {most} times today; try tomorrow, or call the care manager.",
        status=429,
    )


def _asking(by: Actor) -> str:
    return f"elsewhere:{by.ref}"


def _meant(sought: Sought) -> Q:
    if sought.number:
        return Q(pk__in=holders_of(national_id.read_national_id(sought.number)))
    birth = sought.birth.iso() if sought.birth else ""
    named = Q(search_text__contains=search_key(sought.given)) & Q(search_text__contains=search_key(sought.family))
    return Q(birth=birth, merged_into=None) & named


def _tell_keepers(by: Actor, person: Person) -> None:
    for seat in asking.keepers(person):
        notices.tell(
            by=by,
            seat=str(seat.pk),
            kind="person.asked_for",
            about=person.ref,
            th=f"{by.label} ถามหา {person.full_name} อาจกำลังดูแลคนเดียวกัน ช่วยติดต่อกลับ",
            en=f"{by.in_english} asks about {person.name}: you may be caring for the same person; please get in touch.",
            path=f"/people/{person.pk}/",
        )
