"""What goes into a decision, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sanam.domain.rules.deciding.words import Answer, Reason, Result
from sanam.domain.rules.words import Method, ObjectionState


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg on the day of the decision: how many seats it has, how many of them somebody holds, its English name."""

    name: str
    seats: int
    filled: int
    en: str = ""

    @property
    def vacant(self) -> bool:
        """Nobody sits here: the leg is missing, and what is decided does not bind it."""
        return self.filled == 0


@dataclass(frozen=True, slots=True)
class Response:
    """What a seat answered, in any word of the method; `assisted` when somebody else wrote it down for the seat."""

    leg: str
    seat: str
    value: str
    assisted: bool = False
    objection: ObjectionState = ObjectionState.OPEN


@dataclass(frozen=True, slots=True)
class LegCount:
    """What one leg said: `said` how often in the method's own words, `answers` what that means."""

    leg: Leg
    said: Mapping[str, int]
    answers: Mapping[Answer, int]
    assisted: int

    @property
    def answered(self) -> int:
        """How many seats answered."""
        return sum(self.said.values())

    @property
    def missing(self) -> bool:
        """Nobody of this leg was heard, be it vacant or silent."""
        return self.answered == 0

    @property
    def share(self) -> Fraction | None:
        """Yes of yes and no; None where nobody said either."""
        return share([self])


@dataclass(frozen=True, slots=True)
class Decision:
    """A counted decision; `need` and `heard` are legs, `short` those that kept it below a half."""

    method: Method
    call: int
    need: int
    legs: tuple[LegCount, ...]
    result: Result
    reason: Reason

    @property
    def heard(self) -> int:
        """How many legs answered."""
        return sum(not one.missing for one in self.legs)

    @property
    def quorate(self) -> bool:
        """Whether enough legs answered."""
        return self.heard >= self.need

    @property
    def missing(self) -> tuple[str, ...]:
        """Legs not heard, in their order."""
        return tuple(one.leg.name for one in self.legs if one.missing)

    @property
    def not_bound(self) -> tuple[str, ...]:
        """Vacant legs: whatever is decided does not bind them."""
        return tuple(one.leg.name for one in self.legs if one.leg.vacant)

    @property
    def share(self) -> Fraction | None:
        """Yes of yes and no in all legs together; None where nobody said either."""
        return share(self.legs)


def total(legs: tuple[LegCount, ...] | list[LegCount], answer: Answer) -> int:
    """How many seats of these legs answered so."""
    return sum(one.answers.get(answer, 0) for one in legs)


def share(legs: tuple[LegCount, ...] | list[LegCount]) -> Fraction | None:
    """Yes of yes and no in these legs; None where nobody said either."""
    yes, no = total(legs, Answer.FOR), total(legs, Answer.AGAINST)
    return Fraction(yes, yes + no) if yes + no else None
