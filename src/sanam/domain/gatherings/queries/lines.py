"""Reads: what of gatherings waits for a seat, as lines: what it said it would do, questions, what is coming."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Action, Invitation, OpenQuestion
from sanam.domain.gatherings.queries.coming import coming_to_us
from sanam.domain.gatherings.talk_words import UNFINISHED, WAITING
from sanam.domain.teams.lines import Lines, lines
from sanam.domain.teams.queries import Nest
from sanam.domain.teams.words import BodyKind, Can

SECRETARIES = ("district_secretary", "regional_secretary")
UNANSWERED = "unanswered"


def secretary_of(actor: Actor) -> bool:
    """Whether nobody's questions come to this seat; who asks for it brings a nest to `waiting`."""
    return actor.role in SECRETARIES


def waiting(actor: Actor, nest: Nest | None = None) -> list[Lines]:
    """What waits for the seat acting; nobody's questions for a secretary, told with the nest of bodies."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        return []
    seat = UUID(actor.ref)
    mine = Action.objects.filter(owner=seat, state__in=UNFINISHED)
    open_still = OpenQuestion.objects.filter(state__in=WAITING)
    found = [
        lines(mine, "action", of="gathering", th="text", at="due_on"),
        lines(open_still.filter(owner=seat), "question", th="text", at="since_on", most=3, counted=True),
    ]
    for coming in coming_to_us(actor):
        found.append(lines(coming, "coming", th="title", at="starts_at", more=_unanswered(seat), most=2))
    if secretary_of(actor) and nest is not None:
        unowned = open_still.filter(_left_to(UUID(actor.body), nest), owner=None)
        found.append(lines(unowned, "unowned", th="text", at="since_on", most=3, counted=True))
    return found


def _unanswered(seat: UUID) -> Case:
    """Whether this seat was asked and has not said yet whether it comes."""
    asked = Invitation.objects.filter(gathering=OuterRef("pk"), seat=seat, answer="")
    return Case(When(Exists(asked), then=Value(UNANSWERED)), default=Value(""))


def _left_to(body: UUID, nest: Nest) -> Q:
    """Nobody's questions come to the secretary of the body that left them, or of the nearest above that has one."""
    left = Q(gathering__body__in=nest.beneath(body, but=BodyKind.DISTRICT))
    return left | Q(gathering__body=None) if nest.bodies[body].kind == BodyKind.DISTRICT else left
