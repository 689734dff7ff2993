"""Reads for a host: how many came in, who was helped, and whether there are more tickets than heads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from sanam.domain.dialogue.models import Exchange, Ticket
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.queries.progress import Progress, progress
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.teams.models import Leg


@dataclass(frozen=True, slots=True)
class LegIn:
    """One leg in the room: tickets, and how many of them somebody was helped to."""

    leg: Leg
    tickets: int
    assisted: int


@dataclass(frozen=True, slots=True)
class Helper:
    """A phone that helped, by the name it gave (none for a host's own help), and how many people. Gone at closing."""

    nickname: str
    is_host: bool
    people: int


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who came into a room. `heads` is the head-count of its gathering, None where nobody counted."""

    legs: tuple[LegIn, ...]
    helpers: tuple[Helper, ...]
    heads: int | None

    @property
    def tickets(self) -> int:
        return sum(one.tickets for one in self.legs)

    @property
    def assisted(self) -> int:
        return sum(one.assisted for one in self.legs)

    @property
    def more_than_heads(self) -> bool:
        """Whether somebody may have come in twice: to be looked at by a human, never acted on by itself."""
        return self.heads is not None and self.tickets > self.heads


def entrance(actor: Actor, exchange: Exchange, told: Progress | None = None) -> Entrance:
    """Who came in by leg, and who helped, for the host; nothing of what anybody answered. `told` is what is known."""
    check_hosts(actor, exchange)
    legs = tuple(LegIn(one.leg, one.heads, one.helped) for one in (told or progress(exchange)).legs)
    return Entrance(legs, _helpers(exchange), _heads(exchange))


def _helpers(exchange: Exchange) -> tuple[Helper, ...]:
    helped = Ticket.objects.filter(Q(helper__isnull=False) | ~Q(by_ref=""), exchange=exchange).exclude(channel="")
    rows = helped.values_list("helper", "helper__nickname", "by_ref").annotate(n=Count("pk")).order_by("-n", "helper")
    return tuple(Helper(nickname or "", helper is None, n) for helper, nickname, _by, n in rows)


def _heads(exchange: Exchange) -> int | None:
    return gatherings.came(exchange.gathering).heads or None if exchange.gathering else None
