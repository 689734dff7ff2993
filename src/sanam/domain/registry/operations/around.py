"""Around: who is around a person and cares for them, and how to reach them; noted, and ended with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Contact, Person, Relationship
from sanam.domain.registry.operations import facts
from sanam.domain.registry.permissions import check_can, check_sees, check_sees_field
from sanam.domain.registry.words import Channel, FactGroup, How, Kin
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody around a person: their record or their name, who they are to them, and whether they care for them."""

    kind: Kin
    other: Person | None = None
    name: str = ""
    cares: bool = False
    since: PartialDate | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach a person, or somebody around them."""

    kind: Channel
    value: str
    note: str = ""


@transaction.atomic
def note(*, by: Actor, person: Person, someone: Someone, how: How, on: date) -> Relationship:
    """Note somebody around a person. A carer noted on a visit makes the carer's fact group fresh as of that day."""
    _check(by, person, on)
    name = _name(by, person, someone)
    cares = someone.cares or someone.kind is Kin.CARER
    noted = Relationship.objects.create(
        person=person,
        other=someone.other,
        name=name,
        kind=someone.kind,
        cares=cares,
        from_on=someone.since.iso() if someone.since else "",
        source=how.value,
        by_label=by.label,
        at=clock.now(),
    )
    if someone.phone:
        _keep(by, person, noted, Way(Channel.PHONE, someone.phone), how, on)
    journal.record(by=by, did="around.noted", to=person.ref, details={"kind": someone.kind, "cares": cares})
    if cares:
        facts.confirm(by=by, person=person, fact=FactGroup.CARER, on=on, how=how)
    return noted


@transaction.atomic
def end(*, by: Actor, relationship: Relationship, because: str, on: PartialDate | None = None) -> Relationship:
    """Say that somebody is no longer around, or cares no longer, and why; it stays in the history with its numbers."""
    _check(by, relationship.person, clock.today())
    relationship = Relationship.objects.select_for_update().select_related("person").get(pk=relationship.pk)
    if relationship.to_on:
        raise Refused("registry.ended_already", "เรื่องนี้จบไปแล้ว", "This has ended already.", status=409)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    relationship.to_on = on.iso() if on else clock.today().isoformat()
    relationship.ended_because = because.strip()[:200]
    relationship.save(update_fields=["to_on", "ended_because"])
    relationship.contacts.filter(ended_on=None).update(ended_on=clock.today())
    journal.record(by=by, did="around.ended", to=relationship.person.ref, details={"kind": relationship.kind})
    return relationship


@transaction.atomic
def note_contact(
    *, by: Actor, person: Person, way: Way, how: How, on: date, whose: Relationship | None = None
) -> Contact:
    """Note a way to reach a person, or somebody around them; a phone number is read with any separators."""
    _check(by, person, on)
    if whose is not None and whose.person_id != person.pk:
        raise BadInput("registry.not_around", "คนนี้ไม่ได้อยู่รอบตัวเขา", "That is not somebody around this person.")
    kept = _keep(by, person, whose, way, how, on)
    journal.record(by=by, did="contact.noted", to=person.ref, details={"kind": way.kind})
    return kept


@transaction.atomic
def end_contact(*, by: Actor, contact: Contact) -> Contact:
    """Say that a number or an address no longer reaches anybody."""
    _check(by, contact.person, clock.today())
    contact.ended_on = contact.ended_on or clock.today()
    contact.save(update_fields=["ended_on"])
    journal.record(by=by, did="contact.ended", to=contact.person.ref, details={"kind": contact.kind})
    return contact


def _check(by: Actor, person: Person, on: date) -> None:
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)
    check_sees_field(by, Privacy.PERSONAL)
    if on > clock.today():
        raise BadInput("registry.future", "วันที่ไปดูยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")


def _name(by: Actor, person: Person, someone: Someone) -> str:
    if someone.other is None:
        if not someone.name.strip():
            raise BadInput("registry.no_name", "ขอชื่อสักชื่อ ชื่อเล่นก็ได้", "A name, please; a nickname will do.")
        return someone.name.strip()[:160]
    check_sees(by, someone.other)
    if someone.other.pk == person.pk:
        raise BadInput("registry.oneself", "เลือกคนอื่นที่ไม่ใช่เจ้าตัว", "Choose somebody other than the person.")
    return someone.other.full_name[:160]


def _keep(by: Actor, person: Person, whose: Relationship | None, way: Way, how: How, on: date) -> Contact:
    value = read_phone(way.value) if way.kind is Channel.PHONE else way.value.strip()[:80]
    if not value:
        raise BadInput("registry.no_contact", "ยังไม่ได้ใส่ทางติดต่อ", "There is no way to reach anybody in it yet.")
    kept, _ = Contact.objects.update_or_create(
        person=person,
        relationship=whose,
        kind=way.kind,
        value=value,
        ended_on=None,
        defaults={"note": way.note.strip()[:120], "seen_on": on, "source": how.value, "by_label": by.label},
    )
    return kept
