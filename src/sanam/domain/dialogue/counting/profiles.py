"""What one leg stresses: its dots as shares, every person one voice however many dots they put.

Integers and fractions throughout: whether two shares are equal must not hang on the last bit of a sum.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sanam.domain.dialogue.counting.ballots import Dot
from sanam.domain.dialogue.counting.refusals import refusal

Person = Mapping[str, int]
"""The dots of one person, by goal."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One leg: how many people put how many dots, the mean of their shares by goal, and of their squares."""

    people: int
    dots: int
    shares: Mapping[str, Fraction]
    squares: Mapping[str, Fraction]

    def error(self, goal: str, mean: Fraction) -> float:
        """Standard error of a share: between people, but never less than so many dots thrown singly would have.

        Without that floor three people who put the same dots would have no error at all.
        """
        thrown = mean * (1 - mean) / self.dots
        if self.people < 2:
            return math.sqrt(thrown)
        between = (self.squares[goal] - self.shares[goal] ** 2) / (self.people - 1)
        return math.sqrt(max(between, thrown))


def people_of(dots: Iterable[Dot], groups: Mapping[str, str]) -> dict[str, Person]:
    """The dots of everyone who put any; raises BadInput for the first row that cannot be meant."""
    said: dict[tuple[str, str], int] = {}
    for row, (participant, goal, count) in enumerate(dots, 1):
        if count < 0:
            raise refusal("counting.unknown_dots", row)
        if participant not in groups:
            raise refusal("counting.no_group", row)
        if said.setdefault((participant, goal), count) != count:
            raise refusal("counting.two_dots", row)
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for (participant, goal), count in said.items():
        people[participant][goal] = count
    return {participant: own for participant, own in people.items() if any(own.values())}


def profile(people: Sequence[Person], goals: Iterable[str]) -> Profile:
    """The profile of a leg's people; each has put at least one dot."""
    sums: dict[tuple[str, int], int] = Counter()
    squares: dict[tuple[str, int], int] = Counter()
    for own in people:
        total = sum(own.values())
        for goal, count in own.items():
            sums[goal, total] += count
            squares[goal, total] += count * count
    shares = {goal: Fraction(0) for goal in goals}
    of_squares = dict(shares)
    for (goal, total), count in sums.items():
        shares[goal] += Fraction(count, total * len(people))
        of_squares[goal] += Fraction(squares[goal, total], total * total * len(people))
    return Profile(len(people), sum(sum(own.values()) for own in people), shares, of_squares)
