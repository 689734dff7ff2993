"""Emergencies: a person opened for a few hours to whoever holds their whole ID, and the review of it afterwards."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry import access, asking
from sanam.domain.registry.models import CareCircle, Emergency, Person
from sanam.domain.registry.models.person import holders_of
from sanam.domain.registry.permissions import check_can, not_here
from sanam.domain.registry.words import Verdict
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

ASKED = "emergency.asked"
SHORTEST_REASON = 10
MOST = 3
"""Records of one number that are opened together; two hospitals may know somebody by it."""


@transaction.atomic
def break_glass(*, by: Actor, number: str, reason: str) -> list[Person]:
    """Open whoever has this whole ID to this member in this seat for a few hours; nobody found gives an empty list.

    Somebody the seat sees anyway needs no opening. Asking is written down and counted whether somebody was found or
    not. The person's circle and keepers hear of it at once. Raises BadInput for a number that is none or for no reason,
    Refused after too many questions in a day.
    """
    check_can(by, Can.BREAK_GLASS)
    if not by.member:
        raise NotAllowed(
            "registry.emergency_needs_somebody",
            "ต้องเข้าใช้ด้วยบัญชีของตัวเอง จึงเปิดกรณีฉุกเฉินได้",
            "An emergency is opened by somebody signed in with their own account.",
        )
    number = national_id.read_national_id(number)
    if len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(
            "registry.emergency_reason",
            "บอกเหตุผลให้คนที่มาทบทวนเข้าใจ เช่น เกิดอะไร ต้องรู้อะไร",
            "Say why, so that whoever reviews it understands: what happened, what must be known.",
        )
    asking.count(by=by, did=ASKED, asking=_asking(by), dial="emergency.tries", too_often=_too_often)
    found = list(access.standing().filter(pk__in=holders_of(number)).order_by("id")[:MOST])
    seen = set(access.visible(by).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True))
    for person in found:
        if person.pk not in seen:
            _open(by, person, reason.strip()[:300])
    return found


@transaction.atomic
def review(*, by: Actor, emergency: Emergency, verdict: Verdict, words: str) -> Emergency:
    """Say whether an opening was right: a keeper of the record does, never the member who opened it.

    What should not have been opened closes at once. Whoever opened it hears the answer.
    """
    check_can(by, Can.CORRECT_PEOPLE)
    if not access.keeps(by, emergency.person):
        raise not_here()
    if not by.member or emergency.member_ref == by.member:
        raise NotAllowed(
            "registry.own_emergency",
            "คนที่เปิดทบทวนของตัวเองไม่ได้ ต้องให้ผู้ดูแลบันทึกคนอื่นทำ",
            "Nobody reviews what they opened themselves; another keeper does.",
        )
    if not words.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    found = Emergency.objects.select_for_update(of=("self",)).select_related("person").get(pk=emergency.pk)
    if found.verdict:
        raise Refused("registry.reviewed", "มีคนทบทวนเรื่องนี้ไปแล้ว", "Somebody has reviewed this already.")
    found.verdict, found.words = verdict.value, words.strip()[:300]
    found.reviewed_at, found.reviewer_label = clock.now(), by.label
    if verdict is Verdict.NOT_RIGHT:
        found.until = min(found.until, clock.now())
    found.save()
    journal.record(
        by=by,
        did="emergency.reviewed",
        to=found.person.ref,
        details={"verdict": verdict, "words": found.words},
        because=found.ref,
    )
    keepers = [str(one.pk) for one in asking.keepers(found.person)]
    notices.settle(by=by, about=found.ref, kinds=("emergency.opened",), seats=keepers)
    _tell_opener(by, found)
    return found


def _open(by: Actor, person: Person, reason: str) -> None:
    hours = parameters.values()["emergency.hours"].value
    opened = Emergency.objects.create(
        person=person,
        seat_id=by.ref,
        member_ref=by.member,
        by_label=by.label,
        reason=reason,
        opened_at=clock.now(),
        until=clock.now() + timedelta(hours=hours),
    )
    journal.record(by=by, did="emergency.opened", to=person.ref, details={"reason": reason}, because=opened.ref)
    for seat, path in _who_must_hear(person).items():
        notices.tell(
            by=by,
            seat=seat,
            kind="emergency.opened",
            about=opened.ref,
            th=f"{by.label} เปิดดู {person.full_name} กรณีฉุกเฉิน: {reason[:120]}",
            en=f"{by.in_english} opened {person.name} in an emergency: {reason[:120]}",
            path=path,
        )


def _who_must_hear(person: Person) -> dict[str, str]:
    """Seats of the circle and keepers of the place, each with the page to read on: keepers review."""
    today = clock.today()
    places = CareCircle.objects.filter(person=person, left_at=None, from_on__lte=today).exclude(to_on__lt=today)
    ours = Q(pk__in=places.values("seat")) | Q(organisation__in=places.values("organisation"))
    close = [one for one in teams.seats().filter(ours) if access.may_see_by_circle(one, person)]
    heard = {str(one.pk): f"/people/{person.pk}/looks/" for one in close}
    return heard | {str(seat.pk): "/people/emergency/reviews/" for seat in asking.keepers(person)}


def _tell_opener(by: Actor, emergency: Emergency) -> None:
    said = Verdict(emergency.verdict)
    notices.tell(
        by=by,
        seat=str(emergency.seat_id),
        kind="emergency.reviewed",
        about=emergency.ref,
        th=f"ทบทวนการเปิดกรณีฉุกเฉินแล้ว: {said.th} {emergency.words[:160]}",
        en=f"The emergency opening was reviewed: {said.en}. {emergency.words[:160]}",
    )


def _too_often(most: int) -> Refused:
    return Refused(
        "registry.emergency_too_often",
        f"วันนี้ขอเปิดกรณีฉุกเฉินครบ {most} ครั้งแล้ว โทรหาผู้ดูแลทะเบียนของอำเภอ หรือ 1669",
        f"You asked {most} times today; call the district's registrar, or 1669.",
        status=429,
    )


def _asking(by: Actor) -> str:
    """By member, whichever of their seats they sit in."""
    return f"emergency:{by.member or by.ref}"
