"""Groups: somebody belongs to a vulnerable group, on a basis, and no longer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import GroupMembership, Person
from sanam.domain.registry.permissions import check_can, check_sees, check_sees_field
from sanam.domain.registry.words import KINDS, Basis, Group
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Belongs:
    """A group, its kind where the group has kinds, since when, on what basis, and how long a card lasts."""

    group: Group
    kind: str = ""
    basis: Basis = Basis.SEEN
    since: PartialDate | None = None
    card_until: PartialDate | None = None


@transaction.atomic
def note(*, by: Actor, person: Person, belongs: Belongs) -> GroupMembership:
    """Note that a person belongs to a group; one that had ended begins anew. An elder is one by birth date."""
    _check(by, person)
    _check_kind(belongs)
    check_sees_field(by, Privacy.SENSITIVE)
    membership, _ = GroupMembership.objects.update_or_create(
        person=person,
        group=belongs.group,
        kind=belongs.kind,
        defaults={
            "basis": belongs.basis,
            "since": belongs.since.iso() if belongs.since else "",
            "card_until": belongs.card_until.iso() if belongs.card_until else "",
            "until": "",
            "source": f"seat:{by.ref}",
            "ended_because": "",
        },
    )
    journal.record(by=by, did="group.noted", to=person.ref, details={"group": belongs.group, "kind": belongs.kind})
    return membership


@transaction.atomic
def end(*, by: Actor, membership: GroupMembership, because: str) -> GroupMembership:
    """Say that somebody no longer belongs to a group, and why; it stays in the history, and no file undoes it."""
    _check(by, membership.person)
    check_sees_field(by, Privacy.SENSITIVE)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    # as the living record has it: one of two alike may have stayed behind in a merge
    same = {"person": membership.person, "group": membership.group, "kind": membership.kind}
    membership = GroupMembership.objects.select_related("person").get(**same)
    membership.until = clock.today().isoformat()
    membership.ended_because = because.strip()[:200]
    membership.save(update_fields=["until", "ended_because"])
    journal.record(
        by=by, did="group.ended", to=membership.person.ref, details={"group": membership.group, "kind": membership.kind}
    )
    return membership


def _check(by: Actor, person: Person) -> None:
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)


def _check_kind(belongs: Belongs) -> None:
    kinds = KINDS.get(belongs.group, {})
    if belongs.group is Group.ELDER:
        raise BadInput(
            "registry.elder_by_birth",
            "ผู้สูงอายุนับจากวันเกิดเอง ไม่ต้องเพิ่ม ถ้าวันเกิดไม่ตรงให้แก้วันเกิด",
            "An older person is one by birth date; correct the birth date instead.",
        )
    if (kinds and belongs.kind not in kinds) or (belongs.kind and not kinds):
        raise BadInput("registry.kind", "เลือกประเภทจากที่มีให้", "Choose one of the kinds offered.")
