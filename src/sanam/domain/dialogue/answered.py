"""Every answer of a room as plain rows that anybody can count, and what they come to.

A leg of which fewer than three people answered has not spoken: its rows would point at persons, so they are neither
counted, nor kept with the result, nor given away. Its name stays, without a voice, so that no goal is common over its
head. It is the same with one card of which fewer than three of a leg said anything, and with the dots of a leg of
which fewer than three placed any: those rows are left out before anything is counted, so that no figure lets them be
worked out. Participants are numbered in an order that says nothing of when they came.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sanam.domain.dialogue.counting import FEWEST, Dot, Results, Vote, results
from sanam.domain.dialogue.counting.plain import document
from sanam.domain.dialogue.models import Dots, Exchange, Statement, Ticket
from sanam.domain.dialogue.models import Vote as Voted
from sanam.domain.dialogue.words import CardState
from sanam.domain.teams.models import Leg

Row = tuple[UUID, str, int]
"""A ticket, the number of a card, and what it said of it."""


@dataclass(frozen=True, slots=True)
class LegSaid:
    """A leg as it was called when the room closed, how many tickets it had, and whether it spoke."""

    leg: int
    order: int
    group: str
    en: str
    tickets: int
    heard: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """The rows of a room: who of which leg said what. Participants are numbers, statements the numbers of cards."""

    legs: tuple[LegSaid, ...]
    groups: dict[str, str]
    votes: tuple[Vote, ...]
    dots: tuple[Dot, ...]
    digest: str
    """SHA-256 of every answer there is, also of those that are not counted, and of the cards they answered to."""
    digest_of_answers: str
    """The same without the cards, as rooms were closed before these were sealed too."""

    def counted(self) -> Results:
        return results(self.votes, self.groups, self.dots)

    def figures(self) -> dict[str, Any]:
        """What a result keeps: the legs as they were called, and everything that was counted."""
        return {"legs": [asdict(one) for one in self.legs], "counted": document(self.counted())}


def answers(exchange: Exchange, called: Sequence[dict[str, Any]] = ()) -> Answers:
    """Read a room's answers in five statements; `called` are the names of its legs as a result kept them."""
    legs_of = dict(Ticket.objects.filter(exchange=exchange).values_list("pk", "leg"))
    cast = _votes(exchange)
    spoke = Counter(legs_of[ticket] for ticket in {ticket for ticket, _, _ in cast})
    tickets = Counter(legs_of.values())
    legs = tuple(
        LegSaid(**name, tickets=tickets[name["leg"]], heard=spoke[name["leg"]] >= FEWEST)
        for name in _names(exchange, set(tickets), called)
    )
    placed = _dots(exchange)
    group = {one.leg: one.group for one in legs if one.heard}
    heard = sorted((pk for pk, leg in legs_of.items() if leg in group), key=lambda pk: _mixed(exchange.pk, pk))
    number = {pk: f"{at:03}" for at, pk in enumerate(heard, 1)}
    told, lie = _by_three(cast, group, legs_of), _by_three(placed, group, legs_of, whole=True)
    silent = {f"unheard-{one.order}": one.group for one in legs if not one.heard}
    return Answers(
        legs=legs,
        groups={number[pk]: group[legs_of[pk]] for pk in heard} | silent,
        votes=tuple(sorted((number[pk], card, value) for pk, card, value in told)),
        dots=tuple(sorted((number[pk], card, count) for pk, card, count in lie)),
        digest=_sha256([*_lines(legs_of, cast, placed), *_cards(exchange)]),
        digest_of_answers=_sha256(_lines(legs_of, cast, placed)),
    )


def _by_three(rows: list[Row], heard: Collection[int], legs_of: dict[UUID, int], *, whole: bool = False) -> list[Row]:
    """The rows of heard legs that three people or more stand behind: of that leg and card, or of the leg as a whole."""
    placed = [(row, (legs_of[row[0]], "" if whole else row[1])) for row in rows if legs_of[row[0]] in heard]
    people: dict[tuple[int, str], set[UUID]] = defaultdict(set)
    for (pk, _card, _value), cell in placed:
        people[cell].add(pk)
    return [row for row, cell in placed if len(people[cell]) >= FEWEST]


def _votes(exchange: Exchange) -> list[Row]:
    kept = Voted.objects.filter(ticket__exchange=exchange, statement__state=CardState.ON)
    return [(pk, str(card), value) for pk, card, value in kept.values_list("ticket", "statement__number", "value")]


def _dots(exchange: Exchange) -> list[Row]:
    kept = Dots.objects.filter(ticket__exchange=exchange, statement__state=CardState.ON)
    return [(pk, str(card), count) for pk, card, count in kept.values_list("ticket", "statement__number", "count")]


def _names(exchange: Exchange, met: set[int], called: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The legs of the body that stand, and those that ended since somebody answered for them."""
    if called:
        return [{key: one[key] for key in ("leg", "order", "group", "en")} for one in called]
    legs = Leg.objects.filter(body=exchange.body_id).order_by("order", "pk")
    return [
        {"leg": one.pk, "order": one.order, "group": one.name_th, "en": one.name_en}
        for one in legs
        if one.to_on is None or one.pk in met
    ]


def _mixed(exchange: UUID, ticket: UUID) -> bytes:
    return hashlib.sha256(f"{exchange} {ticket}".encode()).digest()


def _lines(legs_of: dict[UUID, int], *rows: list[Row]) -> list[str]:
    return [f"{kind} {pk} {legs_of[pk]} {card} {value}" for kind, of in enumerate(rows) for pk, card, value in of]


def _cards(exchange: Exchange) -> list[str]:
    cards = Statement.objects.filter(exchange=exchange, state=CardState.ON)
    room = f"room {exchange.body_id} {exchange.gathering_id} {exchange.title} {exchange.question}"
    return [room, *(f"card {one.number} {one.heading} {one.text}" for one in cards)]


def _sha256(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
