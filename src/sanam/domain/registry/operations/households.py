"""Households: the volunteer a file proposes is confirmed by a human, declined, or somebody else is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Household
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can


@transaction.atomic
def give_to_volunteer(*, by: Actor, household: Household, seat: Seat) -> Household:
    """Confirm which volunteer's seat looks after a household; never one's own seat, never outside one's area."""
    _give(by, [household], seat)
    return household


@transaction.atomic
def give_many(*, by: Actor, households: Sequence[Household], seat: Seat) -> list[Household]:
    """Confirm one volunteer's seat for several households, as one deed; the seat hears how many."""
    _give(by, households, seat)
    notices.tell(
        by=by,
        seat=str(seat.pk),
        kind="household.given",
        about=f"seat:{seat.pk}",
        th=f"เรารับดูแลเพิ่ม {len(households)} หลัง จาก {by.label}",
        en=f"{len(households)} more houses are ours to look after, from {by.in_english}.",
        path="/people/",
    )
    return list(households)


@transaction.atomic
def take_from_volunteer(*, by: Actor, household: Household) -> Household:
    """The house has no volunteer any more; its people leave that seat's lists unless it is in their circle."""
    _check(by, [household])
    before, household.volunteer_seat = household.volunteer_seat_id, None
    household.save(update_fields=["volunteer_seat"])
    _record(by, household, "household.volunteer_taken_away", {"seat": str(before)})
    return household


@transaction.atomic
def decline(*, by: Actor, households: Sequence[Household]) -> list[Household]:
    """Say that whom the file proposes is not the volunteer of these houses; the same proposal is not made again."""
    _check(by, households)
    for one in households:
        one.volunteer_declined = one.volunteer_hint
        _record(by, one, "household.proposal_declined", {})
    Household.objects.bulk_update(households, ["volunteer_declined"])
    return list(households)


def _give(by: Actor, households: Sequence[Household], seat: Seat) -> None:
    _check(by, households, str(seat.pk))
    if not all(seat.mandate.reach is Reach.ASSIGNED and seat.mandate.covers(one.area_code) for one in households):
        raise BadInput(
            "registry.not_a_volunteer_here",
            "ที่นั่งนั้นไม่ได้ดูแลหมู่บ้านนี้ เลือก อสม. ของหมู่บ้านเดียวกัน",
            "That seat does not look after this village; choose a volunteer of the same one.",
        )
    for one in households:
        one.volunteer_seat = seat
        _record(by, one, "household.volunteer_confirmed", {"seat": str(seat.pk)})
    Household.objects.bulk_update(households, ["volunteer_seat"])


def _check(by: Actor, households: Sequence[Household], seat: str = "") -> None:
    check_can(by, Can.CORRECT_PEOPLE)
    within = by.mandate.reach is Reach.AREA and all(by.mandate.covers(one.area_code) for one in households)
    if not within or seat == by.ref:
        raise NotAllowed(
            "registry.not_yours_to_give",
            "มอบบ้านหลังนี้ให้ที่นั่งนั้นไม่ได้ ขอให้ผู้จัดการการดูแลของพื้นที่ช่วย",
            "This seat cannot give that household; the care manager of the area can.",
        )


def _record(by: Actor, household: Household, did: str, details: dict[str, str]) -> None:
    journal.record(by=by, did=did, to=f"household:{household.pk}", details=details)
