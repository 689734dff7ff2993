"""Reads: what a closed room did not resolve and nobody carried on yet."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When

from sanam.domain.dialogue.models import Exchange, Statement
from sanam.domain.dialogue.words import CardState, RoomStage
from sanam.domain.gatherings.policies import WRITTEN_IN


def unresolved(exchange: Any) -> QuerySet[Statement]:
    """The cards of a room, or of an outer one, that are neither common to all nor an open question."""
    return Statement.objects.filter(exchange=exchange, state=CardState.ON, question=None, common_goal=None)


def _waits() -> Q:
    closed = Q(stage=RoomStage.CLOSED, carried_at=None, gathering__stage__in=WRITTEN_IN)
    return closed & Q(Exists(unresolved(OuterRef("pk"))))


def to_be_carried(rooms: QuerySet[Exchange]) -> QuerySet[Exchange]:
    """Those of the rooms that are closed, of which nobody said what goes on, and whose gathering may be written in."""
    return rooms.filter(_waits())


def saying_what_waits(rooms: QuerySet[Exchange]) -> QuerySet[Exchange]:
    """The same rooms, each with `waits`: whether it is one of those `to_be_carried`."""
    return rooms.annotate(waits=Case(When(_waits(), then=True), default=False, output_field=BooleanField()))
