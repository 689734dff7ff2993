"""From responses to a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from sanam.domain.rules.deciding.figures import Decision, Leg, LegCount, Response
from sanam.domain.rules.deciding.hearing import check_legs, counted
from sanam.domain.rules.deciding.methods import STANDS_IN_THE_WAY
from sanam.domain.rules.deciding.refusals import refusal
from sanam.domain.rules.deciding.words import Method, Reason, Result

QUORUM = Fraction(3, 4)
"""The part of the legs that must be heard."""
LOWEST_QUORUM = Fraction(1, 2)
FIRST_CALL, LAST_CALL = 1, 2
SECOND_CALL_DAYS = (7, 14)
"""The second call ends so many days after the first, at the soonest and at the latest."""
PROVISIONAL_DAYS = 90
"""So long a provisional decision stands; each missing leg may reopen it once."""


def decide(
    legs: Sequence[Leg], method: Method, call: int, responses: Iterable[Response], *, quorum: Fraction = QUORUM
) -> Decision:
    """Count a decision: the same answers in any order give the same; raises BadInput for what cannot be counted.

    `legs` three to six, vacant ones among them; `call` 1 or 2; `quorum` the part of all legs that must be heard.
    """
    check_legs(legs)
    if call not in (FIRST_CALL, LAST_CALL):
        raise refusal("deciding.call", call=call)
    if not LOWEST_QUORUM <= quorum <= 1:
        raise refusal("deciding.quorum", quorum=quorum)
    heard = counted(legs, method, responses)
    need = ceil(quorum * len(legs))
    short = sum(not one.missing for one in heard) < need
    return Decision(method, call, need, heard, *_outcome(method, call, heard, short=short))


def _outcome(method: Method, call: int, legs: tuple[LegCount, ...], *, short: bool) -> tuple[Result, Reason]:
    """A short first call decides nothing, not even a no: who was not heard is asked again first."""
    if short and call == FIRST_CALL and method is not Method.SENSE_CHECK:
        return Result.SECOND_CALL, Reason.SHORT_CALL
    if reason := STANDS_IN_THE_WAY[method](legs):
        return Result.NOT_ADOPTED, reason
    return (Result.PROVISIONAL, Reason.SHORT_CALL) if short else (Result.ADOPTED, Reason.CARRIED)
