"""Reads: what a body has called together and not held yet."""

from __future__ import annotations

from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Body


def coming(actor: Actor, body: Body, limit: int = 3) -> QuerySet[Gathering]:
    """The next gatherings of a body, the soonest first."""
    planned = visible(actor).filter(body=body, stage=Stage.PLANNED, starts_at__gte=clock.now())
    return planned.order_by("starts_at", "id")[:limit]
