"""Households: the volunteer a file proposes is confirmed by a human."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Household
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can


@transaction.atomic
def give_to_volunteer(*, by: Actor, household: Household, seat: Seat) -> Household:
    """Confirm which volunteer's seat looks after a household; never one's own seat, never outside one's area."""
    check_can(by, Can.CORRECT_PEOPLE)
    within = by.mandate.reach is Reach.AREA and by.mandate.covers(household.area_code)
    if not within or str(seat.pk) == by.ref:
        raise NotAllowed(
            "registry.not_yours_to_give",
            "มอบบ้านหลังนี้ให้ที่นั่งนั้นไม่ได้ ขอให้ผู้จัดการการดูแลของพื้นที่ช่วย",
            "This seat cannot give that household; the care manager of the area can.",
        )
    household.volunteer_seat = seat
    household.save(update_fields=["volunteer_seat"])
    journal.record(
        by=by,
        did="household.volunteer_confirmed",
        to=f"household:{household.pk}",
        details={"seat": str(seat.pk)},
    )
    return household
