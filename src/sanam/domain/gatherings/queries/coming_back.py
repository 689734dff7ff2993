"""Reads: what comes back by itself to the next gathering, and at a seat that changes hands, until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.gatherings.models import Action, Gathering, OpenQuestion
from sanam.domain.gatherings.talk_words import UNFINISHED, WAITING
from sanam.domain.teams.handover import Open
from sanam.domain.teams.words import BodyKind

MOST = 5


def questions_at(gathering: Gathering) -> QuerySet[OpenQuestion]:
    """The questions earlier gatherings of the same circle left open, oldest first."""
    earlier = Q(gathering__held_on__lte=gathering.held_on) if gathering.held_on else Q()
    return _waiting().filter(_same_circle(gathering), earlier).exclude(gathering=gathering)


def actions_at(gathering: Gathering) -> QuerySet[Action]:
    """What we said at earlier gatherings of the same circle that we would do, and have not done, by its day."""
    earlier = Q(gathering__held_on__lte=gathering.held_on) if gathering.held_on else Q()
    found = Action.objects.filter(_same_circle(gathering), earlier, state__in=UNFINISHED)
    return (
        found.exclude(gathering=gathering).select_related("owner__organisation", "gathering").order_by("due_on", "id")
    )


def questions_of_a_seat(seat_id: str) -> Sequence[Open]:
    """The open questions a seat owns, for its hand-over."""
    return [
        Open(one.ref, one.text, one.text, f"/gatherings/questions/{one.pk}/", one.since_on)
        for one in _waiting().filter(owner_id=UUID(seat_id))
    ]


def actions_of_a_seat(seat_id: str) -> Sequence[Open]:
    """What a seat said it would do and has not done, for its hand-over; dated by when it is due."""
    found = Action.objects.filter(owner_id=UUID(seat_id), state__in=UNFINISHED).order_by("due_on", "id")
    return [Open(one.ref, one.text, one.text, f"/gatherings/{one.gathering_id}/review/", one.due_on) for one in found]


def _waiting() -> QuerySet[OpenQuestion]:
    found = OpenQuestion.objects.filter(state__in=WAITING).select_related(
        "gathering", "owner__organisation", "owner__leg"
    )
    return found.order_by("since_on", "id")


def _same_circle(gathering: Gathering) -> Q:
    """Gatherings of the same body; a page read in names no body, and comes back to the district's board."""
    same = Q(gathering__body=gathering.body_id)
    if gathering.body_id is None or (gathering.body and gathering.body.kind == BodyKind.DISTRICT):
        same |= Q(gathering__body=None)
    return same
