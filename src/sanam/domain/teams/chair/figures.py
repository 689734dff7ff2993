"""What each leg did, and how long that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SEATS = "seats"
"""The arena that this room knows itself: seats that have a holder."""


@dataclass(frozen=True, slots=True)
class Did:
    """What one leg did in one arena, of what all legs did there together; `of` is above 0."""

    arena: str
    th: str
    en: str
    did: float
    of: float

    @property
    def share(self) -> float:
        """The part of the whole, 0 to 1."""
        return self.did / self.of

    def reaches(self, legs: int) -> float:
        """How much of an equal part this is, at most 1."""
        return min(1.0, legs * self.share)


@dataclass(frozen=True, slots=True)
class LegFigures:
    """One leg: its names, its order from 1, its seats and how many of them have a holder, and what it did."""

    order: int
    th: str
    en: str
    seats: int
    filled: int
    did: tuple[Did, ...]

    @property
    def vacant(self) -> int:
        """Seats that nobody holds."""
        return self.seats - self.filled

    def said(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.th


def length(did: Sequence[Did], legs: int) -> float:
    """The length of a leg among so many, 0 to 1; 0 where nothing is known of any."""
    return sum(one.reaches(legs) for one in did) / len(did) if did else 0.0


def lengths(legs: Sequence[LegFigures]) -> list[float]:
    """The lengths of a body's legs, in their order."""
    return [length(leg.did, len(legs)) for leg in legs]
