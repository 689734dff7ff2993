"""Common goals: what every declared leg can agree to.

Why: a plain share of yes lets a large leg outvote a small one. Here each leg is one factor, so none can be left out.
Formula: gic = (Π_legs (A + 1)/(S + 2))^(1/L); A who agreed, S who saw it, pass included, L how many legs. Then gic^L
is the group-informed consensus of Polis, and three legs compare with five.
Source: Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, Recerca 26(2), there for groups found by clustering.
Floor: each leg has S ≥ 3, else «ขานี้ยังไม่ได้พูด». Common: the floor is met, and of the lowest leg at least half of
those who saw it agreed (A/S ≥ ½, which is the same as (A + 1)/(S + 2) ≥ ½).
Pitfalls: a leg nobody heard counts as ½, neither for nor against; only the floor tells it from a leg that is divided.
Not for: deciding. A common goal is a candidate for a plan or a rule; whoever must keep it says so by consent.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sanam.domain.foundation.thai.text import by_name

FEWEST = 3
"""Voices a leg needs before it has spoken."""
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Tally:
    """What one leg said of one statement."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def seen(self) -> int:
        """Everyone who answered; to pass is to have seen it."""
        return self.agree + self.disagree + self.passed

    @property
    def agreement(self) -> Fraction | None:
        """Of those who saw it, the share who agreed; None when nobody did."""
        return Fraction(self.agree, self.seen) if self.seen else None

    @property
    def has_spoken(self) -> bool:
        return self.seen >= FEWEST


@dataclass(frozen=True, slots=True)
class Lowest:
    """The leg that agrees least, of those of which anybody answered."""

    leg: str
    agreement: Fraction


@dataclass(frozen=True, slots=True)
class Counted:
    """One statement, counted."""

    statement: str
    by_leg: Mapping[str, Tally]
    """Every declared leg, in the order of names."""
    gic: float
    """0 to 1."""
    lowest: Lowest | None
    floor_met: bool
    common: bool

    @property
    def unheard(self) -> tuple[str, ...]:
        """Legs that have not spoken (ขานี้ยังไม่ได้พูด)."""
        return tuple(leg for leg, tally in self.by_leg.items() if not tally.has_spoken)


def counted(statement: str, by_leg: Mapping[str, Tally]) -> Counted:
    """Count one statement; `by_leg` holds every declared leg, those of which nobody voted too."""
    in_order = {leg: by_leg[leg] for leg in sorted(by_leg, key=by_name)}
    lowest = lowest_of(in_order)
    floor_met = bool(in_order) and all(tally.has_spoken for tally in in_order.values())
    common = floor_met and lowest is not None and lowest.agreement >= HALF
    return Counted(statement, in_order, gic(in_order.values()), lowest, floor_met, common)


def gic(tallies: Iterable[Tally]) -> float:
    """The geometric mean over legs of (A + 1)/(S + 2); the same to the last bit in any order of legs."""
    logs = [math.log((one.agree + 1) / (one.seen + 2)) for one in tallies]
    return math.exp(math.fsum(logs) / len(logs)) if logs else 0.0


def lowest_of(by_leg: Mapping[str, Tally]) -> Lowest | None:
    """The leg with the smallest share; of equals, the first by name. None when nobody answered."""
    shares = [Lowest(leg, share) for leg, tally in by_leg.items() if (share := tally.agreement) is not None]
    return min(shares, key=lambda one: one.agreement, default=None)
