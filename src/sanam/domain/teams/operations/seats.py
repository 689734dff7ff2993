"""Seats: a role in a body, with the mandate it carries."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Body, Leg, Organisation, Seat
from sanam.domain.teams.permissions import check_can_set_up
from sanam.domain.teams.words import ROLES


@transaction.atomic
def set_up(
    *,
    by: Actor,
    body: Body,
    leg: Leg,
    organisation: Organisation,
    role: str,
    areas: Sequence[str],
    title_th: str = "",
    title_en: str = "",
) -> Seat:
    """Set up a seat with its role's own mandate over the areas given (DOPA code prefixes)."""
    check_can_set_up(by)
    if leg.body_id != body.id:
        raise BadInput("teams.leg_of_another_body", "ขานี้เป็นของคณะอื่น", "That leg belongs to another body.")
    if role not in ROLES:
        raise BadInput("teams.role", f"ไม่รู้จักบทบาท {role}", f"There is no role called {role}.")
    mandate = ROLES[role]
    seat = Seat.objects.create(
        body=body,
        leg=leg,
        organisation=organisation,
        role=role,
        title_th=title_th or mandate.th,
        title_en=title_en or mandate.en,
        capabilities=sorted(mandate.capabilities),
        reach=mandate.reach.value,
        areas=list(areas),
        fields=sorted(mark.value for mark in mandate.fields),
    )
    journal.record(by=by, did="teams.seat_set_up", to=f"seat:{seat.id}", details={"role": role, "areas": list(areas)})
    return seat
