"""A closed round as the plain document that `sanam decide` reads, and the answer the engine gives to it.

What was asked is written down whole: the legs as they stood at the close, and each answer that stood then. So anyone
can count again, here or from the file, and `verify` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from sanam.domain.rules import deciding
from sanam.domain.rules.answer_words import STOPS, Value
from sanam.domain.rules.models import Objection, Response, Round
from sanam.domain.rules.standing import Legged
from sanam.domain.rules.words import ObjectionState

Document = dict[str, Any]


def asked(one: Round, responses: Sequence[Response], legs: Iterable[Legged]) -> Document:
    """What is counted. A seat that answered and stands empty since is counted as filled: its word was given."""
    answered = {response.seat_id: response.leg_id for response in responses}
    counts: dict[str, dict[str, int]] = {}
    for legged in legs:
        spoke = {seat for seat, leg in answered.items() if leg == legged.leg.pk}
        seats = {seat.pk for seat in legged.seats} | spoke
        counts[legged.leg.name_th] = {"seats": len(seats), "filled": len(legged.filled | spoke)}
    settled = settled_at_close(one)
    return {
        "legs": counts,
        "method": one.proposal.method,
        "call": one.call,
        "quorum": str(deciding.QUORUM),
        "responses": [_response(response, settled) for response in responses],
    }


def _response(response: Response, settled: Mapping[Any, str]) -> Document:
    said: Document = {"leg": response.leg.name_th, "seat": str(response.seat_id), "value": response.value}
    said["assisted"] = response.assisted
    stops = Value(response.value) in STOPS and response.seat_id in settled
    return said | ({"objection": settled[response.seat_id]} if stops else {})


def settled_at_close(one: Round) -> dict[Any, str]:
    """{seat id: how its last objection was settled} by the round's close; seats whose objection stood are left out."""
    until: datetime | None = one.closed_at
    found = Objection.objects.filter(proposal=one.proposal_id, response__round__number__lte=one.number)
    last = {objection.seat_id: objection for objection in found.order_by("id")}
    return {
        seat: objection.state
        for seat, objection in last.items()
        if objection.state != ObjectionState.OPEN
        and (until is None or (objection.settled_at is not None and objection.settled_at <= until))
    }


def count(document: Document) -> deciding.Decision:
    """Count such a document; raises BadInput for one that cannot be counted."""
    legs = [deciding.Leg(name, said["seats"], said["filled"]) for name, said in document["legs"].items()]
    responses = [
        deciding.Response(
            leg=said["leg"],
            seat=said["seat"],
            value=said["value"],
            assisted=said["assisted"],
            objection=ObjectionState(said.get("objection", ObjectionState.OPEN)),
        )
        for said in document["responses"]
    ]
    quorum = Fraction(document["quorum"])
    return deciding.decide(legs, deciding.Method(document["method"]), document["call"], responses, quorum=quorum)


def told(decision: deciding.Decision) -> Document:
    """The answer, under the names that `sanam decide` gives it."""
    return {
        "result": str(decision.result),
        "reason": str(decision.reason),
        "why": {"th": deciding.why(decision, "th"), "en": deciding.why(decision, "en")},
        "quorum": {
            "legs": len(decision.legs),
            "need": decision.need,
            "heard": decision.heard,
            "met": decision.quorate,
        },
        "missing_legs": list(decision.missing),
        "not_bound": list(decision.not_bound),
        "share": None if decision.share is None else str(decision.share),
        "legs": {
            one.leg.name: {
                "seats": one.leg.seats,
                "filled": one.leg.filled,
                "answered": one.answered,
                "assisted": one.assisted,
                "said": dict(sorted(one.said.items())),
                "missing": one.missing,
            }
            for one in decision.legs
        },
    }
