"""Holding back: a person is kept and not used for what they objected to, until that is lifted again."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import withheld
from sanam.domain.registry.models import Restriction, SubjectRequest
from sanam.domain.registry.permissions import check_can, check_sees, for_their_rights, not_here
from sanam.domain.registry.rights.answering import check_said, decide, ours
from sanam.domain.registry.rights.words import (
    ANSWERED_BY_HOLDING_BACK,
    EVERY_PURPOSE,
    Asked,
    LiftedOn,
    RequestState,
)
from sanam.domain.teams.words import Can


@transaction.atomic
def hold_back(*, by: Actor, request: SubjectRequest, text: str, purposes: Collection[str] = ()) -> SubjectRequest:
    """Do what a restriction or an objection asks, and answer it, in one deed; `text` is the answer and the reason kept.

    A restriction holds back every use. An objection names its `purposes`, of `withheld.OBJECTABLE`. From the next
    request on, only who answers for people's rights sees somebody held back from care.
    """
    request = ours(by, request)
    check_said(text)
    person = request.subject
    if person is None:
        raise not_here()
    answered = decide(by, request, RequestState.ANSWERED, answer=text.strip(), answered_on=clock.today())
    already = set(withheld.lasting().filter(person=person).values_list("purpose", flat=True))
    asked = _purposes(request, purposes)
    Restriction.objects.bulk_create(
        Restriction(
            person=person,
            request=request,
            purpose=purpose,
            because=text.strip(),
            since=clock.today(),
            by_ref=by.ref,
            by_label=by.label,
            by_member=by.member,
        )
        for purpose in asked
        if purpose not in already
    )
    journal.record(by=by, did="person.held_back", to=person.ref, details={"purposes": list(asked)})
    return answered


@transaction.atomic
def lift(*, by: Actor, restriction: Restriction, on: str, because: str) -> Restriction:
    """Let a person be seen and cared for again: because they say so, or because the reason has passed.

    That the reason has passed is for another member to say than who held them back. Raises NotAllowed to the same one,
    Refused when it was lifted before.
    """
    check_can(by, Can.ANSWER_REQUESTS)
    check_sees(for_their_rights(by), restriction.person)
    if on not in list(LiftedOn):
        raise BadInput("registry.lifted_on", "เลือกว่าเลิกระงับเพราะใครบอก", "Choose on whose word it is lifted.")
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    found = Restriction.objects.select_for_update(of=("self",)).select_related("person").get(pk=restriction.pk)
    if found.lifted_at is not None:
        raise Refused("registry.lifted", "เลิกระงับไปแล้ว", "This was lifted already.")
    if on == LiftedOn.PASSED and (not by.member or by.member == found.by_member):
        raise NotAllowed(
            "registry.lift_two_members",
            "คนที่ระงับไว้บอกเองไม่ได้ว่าเหตุหมดแล้ว ให้เจ้าตัวบอก หรือให้อีกคนที่ตอบคำขอได้เป็นผู้ดู",
            "Whoever held them back cannot say alone that the reason has passed: the person can, or another member who"
            " answers requests.",
        )
    found.lifted_at, found.lifted_on, found.lifted_because = clock.now(), str(on), because.strip()[:300]
    found.lifted_by_ref, found.lifted_by_label = by.ref, by.label
    found.save()
    journal.record(
        by=by, did="person.back_in_use", to=found.person.ref, details={"purpose": found.purpose, "on": str(on)}
    )
    return found


def _purposes(request: SubjectRequest, purposes: Collection[str]) -> tuple[str, ...]:
    if request.asked not in ANSWERED_BY_HOLDING_BACK:
        raise Refused(
            "registry.not_to_hold_back",
            "ระงับใช้ได้เมื่อเขาขอระงับหรือคัดค้าน",
            "Somebody is held back when they asked for that, or objected.",
        )
    if request.asked is Asked.RESTRICTION:
        return (EVERY_PURPOSE,)
    if not purposes or set(purposes) - set(withheld.OBJECTABLE):
        raise BadInput("registry.objects_to", "เลือกว่าเขาคัดค้านเรื่องใด", "Choose what they object to.")
    return tuple(sorted(set(purposes)))
