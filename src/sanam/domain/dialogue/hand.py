"""A ticket's hand: the cards that are on, in an order of its own, with what it answered; one statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection

from sanam.domain.dialogue.models import Statement, Ticket
from sanam.domain.dialogue.words import CardState

# As it goes to the engine: two hundred phones ask this at once, and composed anew it took five times as long.
_HAND = """SELECT card.id, card.heading, card.text, said.value FROM dialogue_statement card
LEFT JOIN dialogue_vote said ON said.statement_id = card.id AND said.ticket_id = %s
WHERE card.exchange_id = %s AND card.state = %s"""
One = TypeVar("One", Statement, "Card")


@dataclass(frozen=True, slots=True)
class Card:
    """A card as a phone shows it; `said` is 1, -1 or 0, None while it waits."""

    pk: int
    heading: str
    text: str
    said: int | None


@dataclass(frozen=True, slots=True)
class Hand:
    """All cards of a ticket, the first to be shown first."""

    cards: tuple[Card, ...]

    @property
    def answered(self) -> int:
        return sum(one.said is not None for one in self.cards)

    @property
    def is_done(self) -> bool:
        return all(one.said is not None for one in self.cards)

    def find(self, key: int | None) -> Card | None:
        return next((one for one in self.cards if one.pk == key), None)

    def waiting(self, after: Card | None = None) -> Card | None:
        """The next card that waits for an answer: after this one, else from the first."""
        place = self.cards.index(after) + 1 if after else 0
        return next((one for one in self.cards[place:] + self.cards[:place] if one.said is None), None)


def hand(ticket: Ticket) -> Hand:
    """Read it; whoever asks has checked that the ticket is theirs."""
    field = Ticket._meta.pk
    mine, room = (field.get_db_prep_value(one, connection) for one in (ticket.pk, ticket.exchange_id))
    with connection.cursor() as cursor:
        cursor.execute(_HAND, [mine, room, CardState.ON.value])
        return Hand(tuple(in_own_order(ticket, (Card(*row) for row in cursor.fetchall()))))


def in_own_order(ticket: Ticket, statements: Iterable[One]) -> list[One]:
    """Cards in an order that only chance made, the same for one ticket each time, whatever card comes or goes.

    The first card is read with a fresher mind than the last; with as many orders as tickets, that evens out.
    """
    mark = str(ticket.pk)
    return sorted(statements, key=lambda one: hashlib.sha256(f"{mark} {one.pk}".encode()).digest())
