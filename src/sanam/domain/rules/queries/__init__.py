"""What this room tells whoever asks."""

from sanam.domain.rules.queries.proposals import (
    ClauseLine,
    amendment,
    amendments,
    base_of,
    going_on,
    lines,
    objection,
    proposal,
    visible,
)
from sanam.domain.rules.queries.rounds import (
    LegRow,
    Standing,
    a_round,
    decision,
    objections,
    own_answer,
    rounds_of,
    stands,
)
from sanam.domain.rules.queries.waiting import Waits, to_test, waiting

__all__ = [
    "ClauseLine",
    "LegRow",
    "Standing",
    "Waits",
    "a_round",
    "amendment",
    "amendments",
    "base_of",
    "decision",
    "going_on",
    "lines",
    "objection",
    "objections",
    "own_answer",
    "proposal",
    "rounds_of",
    "stands",
    "to_test",
    "visible",
    "waiting",
]
