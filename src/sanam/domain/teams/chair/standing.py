"""Where the posts stand, and how the seat lies on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, pi, sin

from sanam.domain.teams.words import FEWEST_LEGS, MOST_LEGS

NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class Post:
    """One leg: where it stands on the unit circle (x to the right, y towards the reader), its length, 0 to 1,
    and how high the seat lies above its foot."""

    x: float
    y: float
    length: float
    seat: float

    @property
    def gap(self) -> float:
        """By how much the seat lies above its top; below 0 where the leg shows through the seat."""
        return self.seat - self.length


@dataclass(frozen=True, slots=True)
class Standing:
    """The posts in the order of the legs, and the plane of the seat: z = level + b·x + c·y."""

    posts: tuple[Post, ...]
    level: float
    b: float
    c: float

    def at(self, x: float, y: float) -> float:
        """How high the seat lies above a place on the floor."""
        return self.level + self.b * x + self.c * y

    @property
    def slope(self) -> float:
        """How steep the seat is: height by distance, 0 where it lies level."""
        return hypot(self.b, self.c)

    @property
    def towards(self) -> float | None:
        """Which way it goes down, in degrees: 0 right, 90 towards the reader; None where it lies level."""
        return degrees(atan2(-self.c, -self.b)) % 360 if self.slope > NEARLY else None


def angles(legs: int) -> list[float]:
    """Where each post stands, in degrees: the first in front on the left, the next to its right, and round."""
    if not FEWEST_LEGS <= legs <= MOST_LEGS:
        raise ValueError(f"a chair has {FEWEST_LEGS} to {MOST_LEGS} legs, not {legs}")
    return [(90 + 180 / legs - 360 * at / legs) % 360 for at in range(legs)]


def stand(lengths: Sequence[float]) -> Standing:
    """The chair on legs of these lengths, each 0 to 1; raises ValueError for fewer than three or more than six."""
    many = len(lengths)
    places = [(cos(one * pi / 180), sin(one * pi / 180)) for one in angles(many)]
    level = sum(lengths) / many
    b = 2 / many * sum(one * x for one, (x, _) in zip(lengths, places, strict=True))
    c = 2 / many * sum(one * y for one, (_, y) in zip(lengths, places, strict=True))
    posts = (Post(x, y, one, level + b * x + c * y) for one, (x, y) in zip(lengths, places, strict=True))
    return Standing(tuple(posts), level, b, c)
