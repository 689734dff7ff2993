"""What this room tells whoever asks."""

from sanam.domain.dialogue.hand import Card, Hand, in_own_order
from sanam.domain.dialogue.models import CommonGoal
from sanam.domain.dialogue.phones import of_door, of_ticket
from sanam.domain.dialogue.queries.bringing import (
    Party,
    cards,
    goals,
    offered_by,
    own_party,
    parties,
    party,
    party_of,
    room,
    side_by_side,
)
from sanam.domain.dialogue.queries.deck import Deck, deck
from sanam.domain.dialogue.queries.entrance import Entrance, Helper, LegIn, entrance
from sanam.domain.dialogue.queries.lines import waiting
from sanam.domain.dialogue.queries.outcome import (
    Outcome,
    by_code,
    common_goal,
    common_goals,
    goals_of,
    last_code,
    outcome,
)
from sanam.domain.dialogue.queries.phones import (
    door,
    hand,
    last_door,
    own_dots,
    ticket_by_own_code,
    ticket_of,
)
from sanam.domain.dialogue.queries.progress import Progress, mark_of, progress
from sanam.domain.dialogue.queries.rooms import (
    Rooms,
    at_gathering,
    card,
    code_of,
    hosted,
    line,
    rooms_of,
    visible,
)
from sanam.domain.dialogue.queries.rows import Rows, rows

__all__ = [
    "Card",
    "CommonGoal",
    "Deck",
    "Entrance",
    "Hand",
    "Helper",
    "LegIn",
    "Outcome",
    "Party",
    "Progress",
    "Rooms",
    "Rows",
    "at_gathering",
    "by_code",
    "card",
    "cards",
    "code_of",
    "common_goal",
    "common_goals",
    "deck",
    "door",
    "entrance",
    "goals",
    "goals_of",
    "hand",
    "hosted",
    "in_own_order",
    "last_code",
    "last_door",
    "line",
    "mark_of",
    "of_door",
    "of_ticket",
    "offered_by",
    "outcome",
    "own_dots",
    "own_party",
    "parties",
    "party",
    "party_of",
    "progress",
    "room",
    "rooms_of",
    "rows",
    "side_by_side",
    "ticket_by_own_code",
    "ticket_of",
    "visible",
    "waiting",
]
