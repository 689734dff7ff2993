"""Reads: the rooms of a seat's own body that go on, and what those that closed lately came to, as lines."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from sanam.domain.dialogue.queries.carrying import to_be_carried
from sanam.domain.dialogue.queries.rooms import visible
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.teams.lines import Lines, lines
from sanam.domain.teams.words import Can

NEW_FOR = timedelta(days=7)
"""How long what a room came to is news."""
GOING = (RoomStage.PREPARING, RoomStage.VOTING, RoomStage.DOTTING)


def waiting(actor: Actor) -> list[Lines]:
    """Rooms of the body of the seat acting: those that go on, and those that closed within a week.

    Whoever looks after rooms is told of one until they said what goes on of what it left open.
    """
    if not actor.member or not actor.body:
        return []
    ours = visible(actor).filter(body=UUID(actor.body))
    going = ours.filter(Q(ends_at=None) | Q(ends_at__gt=clock.now()), stage__in=GOING)
    closed = ours.filter(stage=RoomStage.CLOSED, closed_at__gte=clock.now() - NEW_FOR)
    found = [lines(going, "room", th="title", at="ends_at", more="stage", most=3)]
    if actor.may(Can.WRITE_GATHERINGS):
        unsaid = to_be_carried(ours)
        found.append(lines(unsaid, "room_waits", th="title", most=3))
        closed = closed.exclude(pk__in=unsaid.values("pk"))
    return [*found, lines(closed, "room_closed", th="title", at="closed_at", most=3)]
