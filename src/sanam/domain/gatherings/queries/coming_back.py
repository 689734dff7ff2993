"""Reads: what comes back by itself, to a seat and to the next gathering, until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerChoices, IntegerField, Q, QuerySet, When, Window
from django.db.models.functions import RowNumber

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Action, Gathering, OpenQuestion
from sanam.domain.gatherings.talk_words import UNFINISHED, WAITING
from sanam.domain.teams.handover import Open
from sanam.domain.teams.queries import Nest
from sanam.domain.teams.words import BodyKind, Can

MOST = 5
SECRETARIES = ("district_secretary", "regional_secretary")


class Lot(IntegerChoices):
    """Whose a waiting question is, for one seat."""

    OWN = 1
    UNOWNED = 2
    OTHERS = 3


@dataclass(frozen=True, slots=True)
class Back:
    """What came back to a seat: its questions, nobody's questions for a secretary, and what it said it would do.

    `more` counts the questions of both that are not listed; `others` are questions that wait for somebody else.
    """

    questions: Sequence[OpenQuestion] = ()
    unowned: Sequence[OpenQuestion] = ()
    actions: Sequence[Action] = ()
    others: Sequence[OpenQuestion] = ()
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.questions or self.unowned or self.actions)


def come_back(actor: Actor, limit: int = MOST, nest: Nest | None = None) -> Back:
    """What came back to the seat acting, oldest first."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        return Back()
    lots: dict[Lot, list[Any]] = {lot: [] for lot in Lot}
    for one in _in_lots(actor, nest, limit):
        lots[Lot(one.lot)].append(one)
    ours = (lots[Lot.OWN], lots[Lot.UNOWNED])
    mine = Action.objects.filter(owner_id=UUID(actor.ref), state__in=UNFINISHED).select_related("gathering", "owner")
    return Back(
        *ours,
        actions=list(mine.order_by("due_on", "id")[:limit]),
        others=lots[Lot.OTHERS],
        more=sum(lot[0].in_all - len(lot) for lot in ours if lot),
    )


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


def _in_lots(actor: Actor, nest: Nest | None, limit: int) -> QuerySet[Any]:
    """The oldest waiting questions of each lot, with their `lot` and how many are `in_all` of it; one statement."""
    cases = [When(owner_id=UUID(actor.ref), then=Lot.OWN)]
    if actor.role in SECRETARIES:
        cases.append(When(_left_to(UUID(actor.body), nest or Nest()), owner=None, then=Lot.UNOWNED))
    found: QuerySet[Any] = _waiting().annotate(lot=Case(*cases, default=Lot.OTHERS, output_field=IntegerField()))
    place = Window(RowNumber(), partition_by="lot", order_by=("since_on", "id"))
    found = found.annotate(place=place, in_all=Window(Count("id"), partition_by="lot"))
    return found.filter(place__lte=limit)


def _left_to(body: UUID, nest: Nest) -> Q:
    """Nobody's questions come to the secretary of the body that left them, or of the nearest above that has one."""
    left = Q(gathering__body__in=nest.beneath(body, but=BodyKind.DISTRICT))
    return left | Q(gathering__body=None) if nest.bodies[body].kind == BodyKind.DISTRICT else left
