"""A decision as documents, plain values for JSON. What was asked, to be counted again, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from sanam.domain.foundation.refused import Language
from sanam.domain.rules.deciding.deciding import PROVISIONAL_DAYS, QUORUM, SECOND_CALL_DAYS
from sanam.domain.rules.deciding.figures import Decision, Leg, LegCount, Response
from sanam.domain.rules.deciding.methods import below_half
from sanam.domain.rules.deciding.sentences import why
from sanam.domain.rules.deciding.words import Answer, Result
from sanam.domain.rules.words import Method, ObjectionState

Document = dict[str, Any]


def asked(
    legs: Sequence[Leg], method: Method, call: int, responses: Sequence[Response], *, quorum: Fraction = QUORUM
) -> Document:
    """What was asked and answered; `Asked.of` reads it back the same."""
    return {
        "legs": {leg.name: _asked(leg) for leg in legs},
        "method": str(method),
        "call": call,
        "quorum": str(quorum),
        "responses": [_response(one) for one in responses],
    }


def _asked(leg: Leg) -> Document:
    counts = {"seats": leg.seats, "filled": leg.filled}
    return counts | {"en": leg.en} if leg.en else counts


def _response(one: Response) -> Document:
    said = {"leg": one.leg, "seat": one.seat, "value": one.value, "assisted": one.assisted}
    return said if one.objection is ObjectionState.OPEN else said | {"objection": str(one.objection)}


def told(decision: Decision, language: Language) -> Document:
    """What came of it; shares are fractions as text, exact, null where nobody said yes or no."""
    return {
        "result": str(decision.result),
        "missing_legs": list(decision.missing),
        "why": why(decision, language),
        "reason": str(decision.reason),
        "method": str(decision.method),
        "call": decision.call,
        "quorum": {"legs": len(decision.legs), "need": decision.need, "heard": decision.heard, "met": decision.quorate},
        "share": _text(decision.share),
        "below_half": list(below_half(decision.legs)) if decision.method is Method.TWO_THIRDS else [],
        "not_bound": list(decision.not_bound),
        "legs": {one.leg.name: _leg(one) for one in decision.legs},
        **_next(decision),
    }


def kept(decision: Decision) -> Document:
    """What came of it as it is written down for good: as `told`, with its sentence in each language."""
    return told(decision, "th") | {"why": {"th": why(decision, "th"), "en": why(decision, "en")}}


def _leg(one: LegCount) -> Document:
    return {
        "seats": one.leg.seats,
        "filled": one.leg.filled,
        "answered": one.answered,
        "assisted": one.assisted,
        "said": dict(sorted(one.said.items())),
        **{str(meant): one.answers.get(meant, 0) for meant in Answer},
        "share": _text(one.share),
        "missing": one.missing,
    }


def _next(decision: Decision) -> Document:
    """What the calendar holds now, where it holds anything."""
    if decision.result is Result.SECOND_CALL:
        return {"second_call_days": list(SECOND_CALL_DAYS)}
    if decision.result is Result.PROVISIONAL:
        return {"provisional_days": PROVISIONAL_DAYS, "may_reopen_once": list(decision.missing)}
    return {}


def _text(share: Fraction | None) -> str | None:
    return None if share is None else str(share)
