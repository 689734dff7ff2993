"""Luck that a seed repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """A source of luck with the throws this package needs."""

    def chance(self, share: float) -> bool:
        """True for about `share` (0 … 1) of the throws."""
        return self.random() < share

    def pick(self, things: Sequence[T]) -> T:
        """Any of them, evenly."""
        return things[int(len(things) * self.random())]

    def favour(self, things: Sequence[T], how_much: float = 2.0) -> T:
        """Any of them, the first ones more often; 1.0 would be evenly."""
        return things[int(len(things) * self.random() ** how_much)]

    def by_share(self, shares: Mapping[T, float]) -> T:
        """One key, by its share; the shares need not add up to one."""
        left = self.random() * sum(shares.values())
        for thing, share in shares.items():
            left -= share
            if left < 0:
                return thing
        return thing

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int((high - low + 1) * self.random())


def dice_for(seed: int, *purpose: str) -> Dice:
    """Dice of their own for one purpose, so that a change in one place leaves the others as they were."""
    return Dice("/".join((str(seed), *purpose)))
