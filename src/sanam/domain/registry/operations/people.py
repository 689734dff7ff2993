"""People: searched for before they are added, corrected with their history kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry import homes, names, queries
from sanam.domain.registry.models import CareCircle, Change, Duplicate, Identifier, Person
from sanam.domain.registry.operations import elsewhere, facts
from sanam.domain.registry.permissions import check_can, check_sees, check_sees_field
from sanam.domain.registry.rights import marks
from sanam.domain.registry.words import ENTERED_BY, FIELD_NAMES, FactGroup, How, IdentifierKind, Life, NoNumber, Sex
from sanam.domain.teams.words import Can

CORRECTABLE = (
    *("prefix", "given", "family", "nickname", "sex", "birth", "life", "life_on", "phone"),
    *("marital", "nation", "religion", "occupation"),
)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is known of a person about to be added; no number needs a reason, and that is an equal choice."""

    given: str
    family: str
    area_code: str
    prefix: str = ""
    nickname: str = ""
    sex: str = ""
    birth: PartialDate | None = None
    phone: str = ""
    house_no: str = ""
    number: str = ""
    why_no_number: str = ""


@transaction.atomic
def add(
    *, by: Actor, new: NewPerson, different_from: Sequence[Person] = (), reason: str = "", how: How = How.TOLD
) -> Person:
    """Add a person after looking for them.

    When people alike are found, the caller says they are different ones and why; a whole number already known here
    is a conflict to decide on, never a second record made in passing. Raises Refused with the people to look at.
    """
    check_can(by, Can.ADD_PEOPLE)
    _check_new(by, new)
    _check_decided(by, new, different_from, reason)
    now = clock.now()
    person = Person(
        prefix=new.prefix,
        given=new.given,
        family=new.family,
        nickname=new.nickname,
        sex=new.sex,
        birth=new.birth.iso() if new.birth else "",
        phone=new.phone,
        household=homes.house_at(new.area_code, new.house_no),
        area_code=new.area_code,
        created_at=now,
        updated_at=now,
    )
    names.index(person, new.house_no)
    person.save(force_insert=True)
    _identifier(person, new).save()
    homes.begin(person, since="", source=how.value)
    CareCircle.objects.create(person=person, seat_id=by.ref, role=ENTERED_BY, from_on=clock.today())
    _write_decisions(by, person, different_from, reason)
    if new.number:
        elsewhere.note_same_number(by=by, person=person, number=national_id.read_national_id(new.number))
    journal.record(by=by, did="person.added", to=person.ref, details={"area": new.area_code})
    for fact in (FactGroup.IDENTITY, FactGroup.ADDRESS):
        facts.confirm(by=by, person=person, fact=fact, on=clock.today(), how=how)
    return person


@transaction.atomic
def correct(
    *,
    by: Actor,
    person: Person,
    values: Mapping[str, str],
    version: int,
    how: How,
    on: date,
    because: str = "",
) -> Person:
    """Correct fields of a person, keeping what each was; the fact groups touched were seen to hold on that day.

    Raises Refused when somebody else changed the person since the form was opened: both values are shown, none lost.
    """
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    changed = {name: value for name, value in values.items() if getattr(person, name) != value}
    _check_correction(by, changed)
    if person.version != version and changed:
        raise Refused(
            "registry.changed_meanwhile",
            "มีคนแก้ข้อมูลคนนี้หลังจากที่คุณเปิดหน้า ดูค่าล่าสุดก่อน แล้วแก้อีกครั้ง",
            "Somebody changed this person after you opened the page; look at what it is now, then correct it.",
            details={"version": person.version},
        )
    label = because or how.value
    Change.objects.bulk_create(_change(by, person, name, value, label) for name, value in changed.items())
    for name, value in changed.items():
        setattr(person, name, value)
    _save_corrected(person)
    journal.record(by=by, did="person.corrected", to=person.ref, details={"fields": sorted(changed)})
    for fact in dict.fromkeys(FIELD_NAMES[name][2] for name in changed):
        facts.confirm(by=by, person=person, fact=fact, on=on, how=how)
    return person


def _check_new(by: Actor, new: NewPerson) -> None:
    if not new.given.strip():
        raise BadInput("registry.no_name", "ขอชื่อสักชื่อ ชื่อเล่นก็ได้", "A name, please; a nickname will do.")
    homes.check_place(by, new.area_code)
    _check_birth(new.birth)
    if new.number:
        _check_not_erased(national_id.read_national_id(new.number))
    elif new.why_no_number not in list(NoNumber):
        raise BadInput(
            "registry.no_number",
            "ใส่เลขบัตร หรือเลือกว่าไม่มีเลขเพราะอะไร",
            "Write the number, or choose why there is none.",
        )
    if new.sex not in ("", *Sex):
        raise BadInput("registry.sex", "เลือกเพศจากที่มีให้", "Choose one of the sexes offered.")


def _check_not_erased(number: str) -> None:
    """Who was erased comes back by hand only once their tombstone is lifted, as they come back by a file."""
    if marks.tombstones_of(number):
        raise Refused(
            "registry.was_erased",
            "คนที่ถือเลขนี้เคยขอให้ลบข้อมูล ถ้าเจ้าตัวกลับมาขอรับการดูแล ขอให้เลขานุการหรือผู้ดูแลทะเบียนเอาเครื่องหมายออกก่อน"
            " ที่หน้า คำขอเรื่องข้อมูลส่วนตัว หัวข้อ ที่เคยลบ แล้วจึงเพิ่มใหม่",
            "Whoever holds this number asked to be erased. If they came back to be cared for, ask the secretary or the"
            " registrar to lift the mark first, on the requests page under the erased; then add them anew.",
        )


def _check_decided(by: Actor, new: NewPerson, different_from: Sequence[Person], reason: str) -> None:
    number = national_id.read_national_id(new.number) if new.number else ""
    alike = queries.similar(by, given=new.given, family=new.family, number=number)
    undecided = [one for one in alike if one.pk not in {known.pk for known in different_from}]
    if undecided or (alike and not reason.strip()):
        raise Refused(
            "registry.possible_duplicate",
            "อาจมีคนนี้อยู่แล้ว ดูทีละคน แล้วบอกว่าคนละคนเพราะอะไร",
            "This person may already be here: look at each, and say why it is somebody else.",
            details={"people": [str(one.pk) for one in alike]},
        )


def _identifier(person: Person, new: NewPerson) -> Identifier:
    if new.number:
        return Identifier.of(person, IdentifierKind.NATIONAL, national_id.read_national_id(new.number))
    return Identifier(person=person, kind=IdentifierKind.NATIONAL, why_none=new.why_no_number)


def _write_decisions(by: Actor, person: Person, others: Sequence[Person], reason: str) -> None:
    Duplicate.objects.bulk_create(
        Duplicate(
            first=other,
            second=person,
            basis="asked",
            decision="different",
            reason=reason.strip(),
            by_ref=by.ref,
            at=clock.now(),
        )
        for other in others
    )


def _check_correction(by: Actor, changed: Mapping[str, str]) -> None:
    if unknown := set(changed) - set(CORRECTABLE):
        raise BadInput("registry.field", f"แก้ช่อง {min(unknown)} ไม่ได้", f"The field {min(unknown)} cannot be corrected.")
    for name in changed:
        check_sees_field(by, Person.privacy[name])
    if "given" in changed and not changed["given"].strip():
        raise BadInput("registry.no_name", "ขอชื่อสักชื่อ ชื่อเล่นก็ได้", "A name, please; a nickname will do.")
    if changed.get("birth"):
        _check_birth(PartialDate.from_iso(changed["birth"]))
    if changed.get("life", "alive") not in list(Life):
        raise BadInput("registry.life", "เลือกสถานะจากที่มีให้", "Choose one of the states offered.")


def _check_birth(birth: PartialDate | None) -> None:
    if birth and birth.earliest() > clock.today():
        raise BadInput(
            "registry.birth_to_come",
            "วันเกิดยังมาไม่ถึง ดูปี พ.ศ. อีกครั้ง",
            "That birth date has not come yet; look at the year again.",
        )


def _change(by: Actor, person: Person, name: str, value: str, source: str) -> Change:
    old = getattr(person, name)
    return Change(
        person=person,
        field=name,
        old=old,
        new=value,
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
        source=source,
    )


def _save_corrected(person: Person) -> None:
    names.index(person, person.household.house_no if person.household else "")
    person.version += 1
    person.updated_at = clock.now()
    person.save()
