"""What this room tells whoever asks."""

from sanam.domain.dialogue.queries.deck import Deck, deck
from sanam.domain.dialogue.queries.outcome import Outcome, by_code, common_goals, goals_of, last_code, outcome
from sanam.domain.dialogue.queries.progress import Progress, helpers, mark_of, more_than_heads, progress
from sanam.domain.dialogue.queries.rooms import Rooms, at_gathering, card, hosted, line, now_for, rooms_of, visible
from sanam.domain.dialogue.queries.rows import Rows, rows

__all__ = [
    "Deck",
    "Outcome",
    "Progress",
    "Rooms",
    "Rows",
    "at_gathering",
    "by_code",
    "card",
    "deck",
    "common_goals",
    "goals_of",
    "helpers",
    "hosted",
    "last_code",
    "line",
    "mark_of",
    "more_than_heads",
    "now_for",
    "outcome",
    "progress",
    "rooms_of",
    "rows",
    "visible",
]
