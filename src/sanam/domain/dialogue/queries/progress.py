"""Reads: how many take part by leg, and how many have finished. Never an answer, nor whose is still missing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import Count, Q

from sanam.domain.dialogue.models import Exchange, Ticket
from sanam.domain.dialogue.queries.rooms import code_of
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.teams.models import Leg


@dataclass(frozen=True, slots=True)
class LegProgress:
    """One leg of a room: tickets, those who finished this step, and those somebody helps."""

    leg: Leg
    heads: int
    done: int
    helped: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a room has come."""

    legs: tuple[LegProgress, ...]
    mark: str
    """The same as long as nothing on the wall changes."""

    @property
    def heads(self) -> int:
        return sum(one.heads for one in self.legs)

    @property
    def done(self) -> int:
        return sum(one.done for one in self.legs)

    @property
    def helped(self) -> int:
        return sum(one.helped for one in self.legs)


def progress(exchange: Exchange) -> Progress:
    """Two statements, whatever the number of phones. `exchange` was read by `queries.hosted`."""
    counted = {leg: rest for leg, *rest in _counts(exchange)}
    legs = Leg.objects.filter(body=exchange.body_id).order_by("order", "pk")
    told = tuple(
        LegProgress(leg, *counted.get(leg.pk, (0, 0, 0))) for leg in legs if leg.to_on is None or leg.pk in counted
    )
    return Progress(told, mark(exchange, counted))


def mark_of(exchange: Exchange) -> str:
    """The mark alone, by one statement: what a wall asks every few seconds."""
    return mark(exchange, {leg: rest for leg, *rest in _counts(exchange)})


def mark(exchange: Exchange, counted: dict[int, list[int]]) -> str:
    """The scene (stage and code), a dot, and the counts: a wall whose scene changed is drawn anew as a whole."""
    scene = f"{exchange.stage} {code_of(exchange)}"
    return ".".join(hashlib.sha256(said.encode()).hexdigest()[:12] for said in (scene, str(sorted(counted.items()))))


def _counts(exchange: Exchange) -> list[tuple[int, int, int, int]]:
    finished = "dotted_at" if exchange.said is RoomStage.DOTTING else "voted_at"
    per = Ticket.objects.filter(exchange=exchange).values_list("leg").order_by("leg")
    return list(per.annotate(heads=Count("id"), done=Count(finished), assisted=Count("id", filter=~Q(channel=""))))
