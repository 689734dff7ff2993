"""Care circles: somebody comes to stand close to a person, and leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry import access
from sanam.domain.registry.models import CareCircle, Person
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.registry.words import Nearness
from sanam.domain.teams.models import Organisation, Seat
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a circle: one of a seat, an organisation, a relative by name; their role, how near, and why."""

    role: str
    nearness: str
    because: str
    seat: Seat | None = None
    organisation: Organisation | None = None
    relative: str = ""
    phone: str = ""
    until: date | None = None


@transaction.atomic
def join(*, by: Actor, person: Person, place: Place) -> CareCircle:
    """Somebody joins a circle. A seat or organisation sees the person by it, so a seat of the whole area adds one."""
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)
    _check_said(place)
    if not place.relative:
        _check_may_open(by)
        _check_not_in_it(person, place)
    joined = CareCircle.objects.create(
        person=person,
        seat=place.seat,
        organisation=place.organisation,
        relative=place.relative.strip(),
        phone=place.phone,
        role=place.role.strip(),
        nearness=place.nearness,
        because=place.because.strip(),
        from_on=clock.today(),
        to_on=place.until,
    )
    journal.record(by=by, did="circle.joined", to=person.ref, details={"place": joined.pk, "who": _who(joined)})
    if place.seat and access.may_see_by_circle(place.seat, person):
        notices.tell(
            by=by,
            seat=str(place.seat.pk),
            kind="circle.joined",
            about=person.ref,
            th=f"{by.label} ชวนเราเข้าวงดูแลของ {person.full_name}",
            en=f"{by.in_english} asked us into the care circle of {person.name}.",
            path=f"/people/{person.pk}/",
        )
    return joined


@transaction.atomic
def leave(*, by: Actor, place: CareCircle, because: str) -> CareCircle:
    """Somebody leaves a circle, and sees nothing by it from the next request on. A seat may leave its own place."""
    own = place.seat_id is not None and str(place.seat_id) == by.ref
    if not own:
        check_can(by, Can.CORRECT_PEOPLE)
        if not place.relative:
            _check_may_open(by)
    check_sees(by, place.person)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    left = CareCircle.objects.select_for_update(of=("self",)).select_related("person").get(pk=place.pk)
    if left.left_at:
        raise Refused("registry.left_already", "ออกจากวงไปแล้ว", "They have left already.")
    left.left_at, left.left_because, left.to_on = clock.now(), because.strip()[:200], clock.today()
    left.save(update_fields=["left_at", "left_because", "to_on"])
    journal.record(by=by, did="circle.left", to=left.person.ref, details={"place": left.pk, "who": _who(left)})
    return left


def _check_said(place: Place) -> None:
    kinds = [one for one in (place.seat, place.organisation, place.relative.strip()) if one]
    if len(kinds) != 1:
        raise BadInput(
            "registry.one_in_a_place",
            "เลือกที่นั่ง หน่วยงาน หรือใส่ชื่อญาติ อย่างใดอย่างหนึ่ง",
            "Choose a seat, an organisation, or name a relative: one of them.",
        )
    if not place.role.strip() or place.nearness not in list(Nearness):
        raise BadInput("registry.circle_role", "บอกว่าช่วยเรื่องอะไร และพบกันบ่อยแค่ไหน", "Say what they do, and how often.")


def _check_may_open(by: Actor) -> None:
    """A place opens the person to whoever takes it: given by a seat that sees the whole area, never to widen itself."""
    if by.mandate.reach is not Reach.AREA:
        raise NotAllowed(
            "registry.not_yours_to_open",
            "ที่นั่งนี้เพิ่มญาติเข้าวงได้ แต่เพิ่มที่นั่งหรือหน่วยงานไม่ได้ ขอให้ผู้จัดการการดูแลช่วย",
            "This seat may add relatives; a seat or organisation is added by the care manager.",
        )


def _check_not_in_it(person: Person, place: Place) -> None:
    there = CareCircle.objects.filter(person=person, seat=place.seat, organisation=place.organisation, left_at=None)
    if there.filter(to_on=None).exists():
        raise Refused("registry.in_the_circle", "อยู่ในวงนี้แล้ว", "They are in this circle already.")


def _who(place: CareCircle) -> str:
    return f"seat:{place.seat_id}" if place.seat_id else f"organisation:{place.organisation_id or ''}"
