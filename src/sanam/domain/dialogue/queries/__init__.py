"""What this room tells whoever asks."""

from sanam.domain.dialogue.queries.hosting import Cards, cards
from sanam.domain.dialogue.queries.outcome import Outcome, by_code, common_goals, goals_of, last_code, outcome
from sanam.domain.dialogue.queries.progress import Progress, helpers, mark_of, more_than_heads, progress
from sanam.domain.dialogue.queries.rooms import Rooms, at_gathering, card, line, now_for, room, rooms_of, visible
from sanam.domain.dialogue.queries.rows import Rows, rows

__all__ = [
    "Cards",
    "Outcome",
    "Progress",
    "Rooms",
    "Rows",
    "at_gathering",
    "by_code",
    "card",
    "cards",
    "common_goals",
    "goals_of",
    "helpers",
    "last_code",
    "line",
    "mark_of",
    "more_than_heads",
    "now_for",
    "outcome",
    "progress",
    "room",
    "rooms_of",
    "rows",
    "visible",
]
