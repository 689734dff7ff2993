"""Reads: what waits at a seat: rounds it has not answered, proposals it brought, objections it was asked to test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.rules.models import Objection, Proposal, Response, Round
from sanam.domain.rules.policies import OVER
from sanam.domain.rules.there import there
from sanam.domain.rules.words import ObjectionState, ProposalStage
from sanam.domain.teams.handover import Open
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a seat."""

    answers: tuple[Round, ...] = ()
    own: tuple[Proposal, ...] = ()
    carries: tuple[Round, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answers or self.own or self.carries)


def waiting(actor: Actor) -> Waiting:
    """What waits for the seat acting: one statement where nothing does, none for a seat that takes no part."""
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.TAKE_PART_IN_RULES):
        return Waiting()
    carried = _open_rounds().filter(messenger=UUID(actor.ref))
    lists: dict[str, QuerySet[Any]] = {"answers": _unanswered(actor.ref), "own": _own(actor.ref), "carries": carried}
    held = there(UUID(actor.ref), **lists)
    return Waiting(**{name: tuple(found) for name, found in lists.items() if name in held})


def to_test(actor: Actor) -> list[Objection]:
    """Open objections whose circle of three the seat acting is in, and has not said what it finds."""
    found = Objection.objects.filter(state=ObjectionState.OPEN, proposal__ended_at=None).exclude(circle=[])
    mine = {"seat": actor.ref, "harms": None}
    return [
        one
        for one in found.select_related("proposal")
        if any({"seat": asked["seat"], "harms": asked["harms"]} == mine for asked in one.circle)
    ]


def answers_of_a_seat(seat_id: str) -> list[Open]:
    """Rounds that wait for a seat's answer, for a hand-over."""
    return [_open(one.proposal, f"round:{one.pk}", one.opened_at) for one in _unanswered(seat_id)]


def proposals_of_a_seat(seat_id: str) -> list[Open]:
    """Proposals of a seat that have not come to an end, for a hand-over."""
    found = Proposal.objects.filter(author=UUID(seat_id)).exclude(stage__in=OVER).order_by("created_at")
    return [_open(one, one.ref, one.created_at) for one in found]


def _own(seat_id: str) -> QuerySet[Proposal]:
    """Proposals of a seat that wait for a deed of it: to go on talking, or to open the second call."""
    waits = (ProposalStage.DRAFT, ProposalStage.RETURNED, ProposalStage.SECOND_CALL)
    changes = Q(amendments__state="open")
    found = Proposal.objects.filter(Q(stage__in=waits) | changes, author=UUID(seat_id)).exclude(stage__in=OVER)
    return found.exclude(pk__in=_open_rounds().values("proposal")).distinct().order_by("created_at")


def _unanswered(seat_id: str) -> QuerySet[Round]:
    body = Seat.objects.filter(id=seat_id, closed_on=None).values("body")
    answered = Response.objects.filter(round=OuterRef("pk"), seat=UUID(seat_id), replaced_at=None)
    return _open_rounds().filter(~Exists(answered), proposal__body__in=body)


def _open_rounds() -> QuerySet[Round]:
    found = Round.objects.filter(closed_at=None, closes_at__gt=clock.now())
    return found.select_related("proposal").order_by("closes_at", "id")


def _open(proposal: Proposal, ref: str, since: datetime) -> Open:
    day = since.astimezone(clock.BANGKOK).date()
    path = f"/rules/proposals/{proposal.pk}/"
    return Open(ref=ref, th=proposal.title, en=proposal.title, path=path, since=day)
