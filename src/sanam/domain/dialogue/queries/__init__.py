"""What this room tells whoever asks."""

from sanam.domain.dialogue.phones import of_door, of_ticket
from sanam.domain.dialogue.queries.bringing import (
    Party,
    cards,
    goals,
    in_own_order,
    offered_by,
    own_party,
    parties,
    party,
    party_of,
    room,
)
from sanam.domain.dialogue.queries.entrance import Entrance, Helper, LegIn, entrance
from sanam.domain.dialogue.queries.phones import (
    door,
    last_door,
    own_answers,
    own_dots,
    ticket_by_own_code,
    ticket_of,
)

__all__ = [
    "Entrance",
    "Helper",
    "LegIn",
    "Party",
    "cards",
    "door",
    "entrance",
    "goals",
    "in_own_order",
    "last_door",
    "of_door",
    "of_ticket",
    "offered_by",
    "own_answers",
    "own_dots",
    "own_party",
    "parties",
    "party",
    "party_of",
    "room",
    "ticket_by_own_code",
    "ticket_of",
]
