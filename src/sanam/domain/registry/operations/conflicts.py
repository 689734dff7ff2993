"""Conflicts: a file and somebody who was there disagree, and a human says whose word holds."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import names
from sanam.domain.registry.models import Change, Conflict, Person
from sanam.domain.registry.operations.people import CORRECTABLE
from sanam.domain.registry.permissions import check_can, check_sees, check_sees_field
from sanam.domain.teams.words import Can

KEPT, TAKEN = "kept", "taken"
TAKEABLE = frozenset({*CORRECTABLE, "residency"})
"""Fields whose offered value can be taken as it stands; a house or a number is written down anew, with care."""


@transaction.atomic
def decide(*, by: Actor, conflict: Conflict, take: bool) -> Conflict:
    """Keep what somebody saw, or take what the file says; both stay in the history. Decided once.

    Taking the file's word makes no fact fresh: nobody has been there.
    """
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, conflict.person)
    check_sees_field(by, Person.privacy.get(conflict.field, Privacy.PERSONAL))
    # as the living record has it: one of two alike may have stayed behind in a merge
    same = {"person": conflict.person, "field": conflict.field, "offered": conflict.offered}
    conflict = Conflict.objects.select_for_update(of=("self",)).select_related("person").get(**same)
    if conflict.decision:
        raise Refused(
            "registry.decided",
            "เรื่องนี้มีคนตัดสินไปแล้ว ดูผลในประวัติได้",
            "This has been decided already; the history shows how.",
        )
    if take:
        _take(by, conflict)
    conflict.decision, conflict.by_ref = TAKEN if take else KEPT, by.ref
    conflict.save(update_fields=["decision", "by_ref"])
    journal.record(
        by=by,
        did="conflict.decided",
        to=conflict.person.ref,
        details={"field": conflict.field, "decision": conflict.decision},
    )
    return conflict


def _take(by: Actor, conflict: Conflict) -> None:
    if conflict.field not in TAKEABLE:
        raise BadInput(
            "registry.not_taken_so",
            "เรื่องนี้เอาตามแฟ้มทันทีไม่ได้ ไปแก้ที่อยู่หรือเลขบัตรที่หน้าของเขา",
            "This cannot be taken as it stands; correct the address or the number on the person's page.",
        )
    person = Person.objects.select_for_update(of=("self",)).select_related("household").get(pk=conflict.person_id)
    Change.objects.create(
        person=person,
        field=conflict.field,
        old=getattr(person, conflict.field),
        new=conflict.offered,
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
        source="43 แฟ้ม",
    )
    setattr(person, conflict.field, conflict.offered)
    names.index(person, person.household.house_no if person.household else "")
    person.version += 1
    person.updated_at = clock.now()
    person.save()
