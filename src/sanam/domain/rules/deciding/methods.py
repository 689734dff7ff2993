"""Each method as one question: what keeps these answers from being a yes? None where nothing does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from sanam.domain.rules.deciding.figures import LegCount, share, total
from sanam.domain.rules.deciding.words import Answer, Method, Reason

OVERALL = Fraction(2, 3)
IN_EVERY_LEG = Fraction(1, 2)

Legs = tuple[LegCount, ...]


def consent(legs: Legs) -> Reason | None:
    """Nobody's objection is open, and somebody consents."""
    return _unless_stopped(legs, Reason.OBJECTION)


def consensus(legs: Legs) -> Reason | None:
    """Nobody blocks, and somebody agrees; who stands aside stands in nobody's way."""
    return _unless_stopped(legs, Reason.BLOCK)


def _unless_stopped(legs: Legs, stopped: Reason) -> Reason | None:
    if total(legs, Answer.AGAINST):
        return stopped
    return None if total(legs, Answer.FOR) else Reason.NOBODY_FOR


def two_thirds(legs: Legs) -> Reason | None:
    """Two thirds of all yes and no, and half of them in every leg that said either."""
    overall = share(legs)
    if not overall:
        return Reason.NOBODY_FOR
    if overall < OVERALL:
        return Reason.OVERALL_SHORT
    return Reason.LEG_SHORT if below_half(legs) else None


def below_half(legs: Legs) -> tuple[str, ...]:
    """The legs in which fewer than half of yes and no are yes."""
    return tuple(one.leg.name for one in legs if one.share is not None and one.share < IN_EVERY_LEG)


STANDS_IN_THE_WAY: Mapping[Method, Callable[[Legs], Reason | None]] = {
    Method.CONSENT: consent,
    Method.CONSENSUS: consensus,
    Method.TWO_THIRDS: two_thirds,
    Method.SENSE_CHECK: lambda legs: Reason.ASKS_ONLY,
}
