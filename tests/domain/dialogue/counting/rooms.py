"""Rooms of voices, as plain rows: a published one, and any a test can think of."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from sanam.domain.dialogue.counting import Tally, Vote

POLIS = Path(__file__).with_name("polis_2dhnep37ie.csv")
"""Votes counted by group, and the consensus that the Polis server gave: conversation 2dhnep37ie, 27 people, 57
statements, from the test data of red-dwarf (commit 4dbbab1). Counts only, no texts and no people."""

Counts = Mapping[str, Mapping[str, Tally]]
"""By statement and leg."""


def polis() -> tuple[Counts, dict[str, float]]:
    """The published counts, and the published consensus of each statement."""
    with POLIS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["statement"]: {f"g{at}": _tally(row, at) for at in range(3)} for row in rows}, {
        row["statement"]: float(row["consensus"]) for row in rows
    }


def _tally(row: Mapping[str, str], at: int) -> Tally:
    agree, disagree, seen = (int(row[f"{name}{at}"]) for name in ("agree", "disagree", "seen"))
    return Tally(agree, disagree, seen - agree - disagree)


def rows_of(counts: Counts) -> tuple[list[Vote], dict[str, str]]:
    """Votes that give these counts, and the group of each participant."""
    votes: list[Vote] = []
    for statement, by_leg in counts.items():
        for leg, tally in by_leg.items():
            said = [1] * tally.agree + [-1] * tally.disagree + [0] * tally.passed
            votes += [(f"{leg}-{person}", statement, vote) for person, vote in enumerate(said)]
    return votes, {person: person.partition("-")[0] for person, _, _ in votes}


def by_hand(votes: list[Vote], groups: Mapping[str, str], statement: str) -> Fraction:
    """The published consensus, counted one voice at a time."""
    product = Fraction(1)
    for leg in set(groups.values()):
        said = {person: vote for person, about, vote in votes if about == statement and groups[person] == leg}
        product *= Fraction(sum(vote == 1 for vote in said.values()) + 1, len(said) + 2)
    return product
