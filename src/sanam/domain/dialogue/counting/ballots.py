"""Rows of votes made countable: each checked, each voice once, names in an order of their own.

Two different votes by one participant on one statement are refused, not settled by which came last: a file has no
clock, and the answer would hang on the order of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sanam.domain.dialogue.counting.refusals import refusal
from sanam.domain.foundation.thai.text import by_name

AGREE, PASS, DISAGREE = 1, 0, -1

Vote = tuple[str, str, int]
"""Participant, statement, and 1 agree, −1 disagree or 0 pass."""
Dot = tuple[str, str, int]
"""Participant, goal, and how many dots on it."""
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ballots:
    """Every voice once. `who`, `what` and `vote` stand side by side, in no order that anything may hang on."""

    participants: tuple[str, ...]
    """Those who voted at all."""
    statements: tuple[str, ...]
    legs: tuple[str, ...]
    """Every declared leg, also one of which nobody voted."""
    leg_of: Places
    """Place among `legs`, for each of `participants`."""
    who: Places
    what: Places
    vote: Places

    def counts(self) -> Places:
        """How many of each leg said what of each statement: (statement, leg, disagree · pass · agree)."""
        shape = len(self.statements), len(self.legs), 3
        places = np.ravel_multi_index((self.what, self.leg_of[self.who], self.vote + 1), shape)
        return np.bincount(places, minlength=int(np.prod(shape))).reshape(shape)


def gathered(votes: Iterable[Vote], groups: Mapping[str, str]) -> Ballots:
    """Check rows and make them countable; raises BadInput for the first that cannot be meant."""
    said: dict[tuple[str, str], int] = {}
    for row, (participant, statement, vote) in enumerate(votes, 1):
        if vote not in (AGREE, PASS, DISAGREE):
            raise refusal("counting.unknown_vote", row)
        if participant not in groups:
            raise refusal("counting.no_group", row)
        if said.setdefault((participant, statement), vote) != vote:
            raise refusal("counting.two_votes", row)
    return _in_order(said, groups)


def _in_order(said: Mapping[tuple[str, str], int], groups: Mapping[str, str]) -> Ballots:
    participants = tuple(sorted({participant for participant, _ in said}))
    statements = tuple(sorted({statement for _, statement in said}, key=by_name))
    legs = tuple(sorted(set(groups.values()), key=by_name))
    person, idea, leg = _places(participants), _places(statements), _places(legs)
    who = np.fromiter((person[one] for one, _ in said), np.int64, len(said))
    what = np.fromiter((idea[one] for _, one in said), np.int64, len(said))
    vote = np.fromiter(said.values(), np.int64, len(said))
    leg_of = np.array([leg[groups[one]] for one in participants], np.int64)
    return Ballots(participants, statements, legs, leg_of, who, what, vote)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}
