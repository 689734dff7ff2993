"""Reads: what comes back by itself, to a seat and to the next gathering, until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Action, Gathering, OpenQuestion
from sanam.domain.gatherings.talk_words import UNFINISHED, WAITING
from sanam.domain.teams.handover import Open
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.words import BodyKind, Can

MOST = 5
SECRETARIES = ("district_secretary", "regional_secretary")


@dataclass(frozen=True, slots=True)
class Back:
    """What came back to a seat: its questions, nobody's questions for a secretary, and what it said it would do."""

    questions: Sequence[OpenQuestion]
    unowned: Sequence[OpenQuestion]
    actions: Sequence[Action]

    def __bool__(self) -> bool:
        return bool(self.questions or self.unowned or self.actions)


def come_back(actor: Actor, limit: int = MOST) -> Back:
    """What came back to the seat acting, oldest first."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        return Back((), (), ())
    own = _waiting().filter(owner_id=UUID(actor.ref))
    mine = Action.objects.filter(owner_id=UUID(actor.ref), state__in=UNFINISHED).select_related("gathering", "owner")
    return Back(list(own[:limit]), _unowned(actor, limit), list(mine.order_by("due_on", "id")[:limit]))


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


def _unowned(actor: Actor, limit: int) -> list[OpenQuestion]:
    """Questions nobody owns, for the secretary of the body that left them open."""
    seat = Seat.objects.filter(id=actor.ref, role__in=SECRETARIES).select_related("body").first()
    if seat is None:
        return []
    left = Q(gathering__body__in=_looked_after(seat.body))
    if seat.body.kind == BodyKind.DISTRICT:
        left |= Q(gathering__body=None)
    return list(_waiting().filter(left, owner=None)[:limit])


def _looked_after(body: Body) -> list[Body]:
    """A body and those beneath it, down to the next that has a secretary of its own."""
    children: dict[object, list[Body]] = {}
    for one in Body.objects.exclude(parent=None).exclude(kind=BodyKind.DISTRICT):
        children.setdefault(one.parent_id, []).append(one)
    found, beneath = [body], [body]
    while beneath:
        beneath = [child for one in beneath for child in children.get(one.pk, [])]
        found += beneath
    return found
