"""Reads: how many take part by leg, and how many have finished. Never an answer, nor whose is still missing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import Count, Q

from sanam.domain.dialogue.models import Exchange, Ticket
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.gatherings import queries as gatherings
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


@dataclass(frozen=True, slots=True)
class MoreThanHeads:
    """A leg that has more tickets than heads were counted at the gathering; both numbers, for a host to ask about."""

    leg: Leg
    tickets: int
    heads: int


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
    scene = f"{exchange.stage} {getattr(exchange, 'code', '')}"
    return ".".join(hashlib.sha256(said.encode()).hexdigest()[:12] for said in (scene, str(sorted(counted.items()))))


def helpers(exchange: Exchange) -> list[tuple[Leg, bool, int]]:
    """Who helped how many: the leg, whether a phone of it did or a host, and the number; no name. One statement."""
    helped = Ticket.objects.filter(exchange=exchange).exclude(channel="").select_related("helper__leg", "leg")
    found: dict[object, tuple[Leg, bool, int]] = {}
    for one in helped.order_by("at", "pk"):
        leg, by_phone = (one.helper.leg, True) if one.helper else (one.leg, False)
        key = one.helper_id or (one.by_ref, leg.pk)
        found[key] = (leg, by_phone, found.get(key, (leg, by_phone, 0))[2] + 1)
    return sorted(found.values(), key=lambda row: (row[0].order, -row[2]))


def more_than_heads(exchange: Exchange, of: Progress) -> list[MoreThanHeads]:
    """Legs with more tickets than heads at the gathering, where heads were counted at all."""
    if exchange.gathering is None:
        return []
    came = gatherings.came(exchange.gathering)
    heads = {one.leg.pk: one.heads for one in came.legs if one.leg}
    return [
        MoreThanHeads(one.leg, one.heads, heads.get(one.leg.pk, 0))
        for one in of.legs
        if came.heads and one.heads > heads.get(one.leg.pk, 0)
    ]


def _counts(exchange: Exchange) -> list[tuple[int, int, int, int]]:
    finished = "dotted_at" if exchange.said is RoomStage.DOTTING else "voted_at"
    per = Ticket.objects.filter(exchange=exchange).values_list("leg").order_by("leg")
    return list(per.annotate(heads=Count("id"), done=Count(finished), helped=Count("id", filter=~Q(channel=""))))
