"""Reads: what a body has called together and not held yet."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Gathering, Invitation
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Body


def coming_to_us(actor: Actor) -> tuple[QuerySet[Gathering], QuerySet[Gathering]]:
    """What is still to come of the body of the seat acting; and what else the seat was asked to."""
    planned = visible(actor).filter(stage=Stage.PLANNED, starts_at__gte=clock.now())
    asked = Invitation.objects.filter(seat=UUID(actor.ref)).values("gathering")
    ours = UUID(actor.body)
    return planned.filter(body=ours), planned.filter(pk__in=asked).exclude(body=ours)


def coming(actor: Actor, body: Body, limit: int = 3) -> QuerySet[Gathering]:
    """The next gatherings of a body, the soonest first."""
    planned = visible(actor).filter(body=body, stage=Stage.PLANNED, starts_at__gte=clock.now())
    return planned.order_by("starts_at", "id")[:limit]
