"""Reads: what parties bring, and the cards everybody answers, in an order of each one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sanam.domain.dialogue.models import Exchange, Line, Position, Statement, Ticket
from sanam.domain.dialogue.permissions import check_can_see
from sanam.domain.dialogue.words import CardState, Heading
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Leg


@dataclass(frozen=True, slots=True)
class Party:
    """One party with its lines under each heading it said something to."""

    position: Position
    said: tuple[tuple[Heading, tuple[Line, ...]], ...]


Brought = tuple[Position, tuple[Line, ...]]
"""A party, and its lines under one heading."""
COMPARED = (Heading.GOAL, Heading.METHOD, Heading.EMPHASIS)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What parties bring, side by side: under each heading the same legs in the same order, whoever said something.

    `hopes` and `capital` stand beside each other: what each hopes to gain, and what there is in the room to gain it
    from. Which answers which is for people to see.
    """

    legs: tuple[Leg, ...]
    headings: tuple[tuple[Heading, tuple[tuple[Leg, tuple[Brought, ...]], ...]], ...]
    hopes: tuple[Brought, ...]
    capital: tuple[Brought, ...]
    parties: int


def side_by_side(parties: Sequence[Party]) -> SideBySide:
    """The same parties by heading and leg instead of one by one; no statement."""
    legs = tuple(dict.fromkeys(one.position.leg for one in parties))
    by_leg = {leg: [one for one in parties if one.position.leg_id == leg.pk] for leg in legs}
    compared = tuple(
        (heading, tuple((leg, _under(heading, by_leg[leg])) for leg in legs))
        for heading in COMPARED
        if _under(heading, parties)
    )
    return SideBySide(legs, compared, _under(Heading.GAIN, parties), _under(Heading.CAPITAL, parties), len(parties))


def room(actor: Actor, exchange_id: str) -> Exchange:
    """One room, for a seat that sees gatherings; raises NotHere."""
    check_can_see(actor)
    found = Exchange.objects.filter(pk=exchange_id).select_related("body", "gathering").first()
    if found is None:
        raise NotHere("dialogue.no_room", "ไม่พบห้องนี้", "There is no such room.")
    return found


def parties(exchange: Exchange) -> list[Party]:
    """What everybody brings, leg by leg; two statements. Meant to be read by all in the room."""
    positions = Position.objects.filter(exchange=exchange).select_related("leg")
    return [_party(one) for one in positions.prefetch_related("lines").order_by("leg__order", "name")]


def party(exchange: Exchange, name: str) -> Party | None:
    """One party by its name."""
    found = Position.objects.filter(exchange=exchange, name=" ".join(name.split()))
    return next((_party(one) for one in found.prefetch_related("lines")), None)


def party_of(exchange: Exchange, ticket: Ticket) -> Party | None:
    """The party a ticket wrote for."""
    found = Position.objects.filter(exchange=exchange, ticket=ticket).order_by("pk").prefetch_related("lines")
    return next((_party(one) for one in found), None)


def own_party(actor: Actor) -> str:
    """The name under which a seat brings what it brings: its organisation's."""
    check_can_see(actor)
    seat = teams.seat(actor.ref)
    return seat.organisation.name_th if seat else ""


def cards(exchange: Exchange) -> list[Statement]:
    """The cards that are on, by their numbers."""
    return list(Statement.objects.filter(exchange=exchange, state=CardState.ON).order_by("number"))


def offered_by(exchange: Exchange, ticket: Ticket) -> list[Statement]:
    """What a ticket offered, and what became of it."""
    return list(Statement.objects.filter(exchange=exchange, ticket=ticket).order_by("number"))


def goals(exchange: Exchange) -> list[Statement]:
    """What is common to every leg, in its order: where dots may lie."""
    return list(Statement.objects.filter(common_goal__exchange=exchange).order_by("common_goal__order"))


def _under(heading: Heading, parties: Iterable[Party]) -> tuple[Brought, ...]:
    return tuple((one.position, lines) for one in parties for of, lines in one.said if of is heading)


def _party(position: Position) -> Party:
    lines = sorted(position.lines.all(), key=lambda one: (one.order, one.pk))
    said = ((heading, tuple(one for one in lines if one.heading == heading)) for heading in Heading)
    return Party(position, tuple((heading, texts) for heading, texts in said if texts))
