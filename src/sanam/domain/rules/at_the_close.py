"""A round at its close as the engine is asked about it: the legs as they stood, and each answer that stood then.

What is written down so is the plain document that `sanam decide` reads: anyone can count it again, and `verify` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sanam.domain.rules import deciding
from sanam.domain.rules.answer_words import STOPS
from sanam.domain.rules.models import Objection, Response, Round
from sanam.domain.rules.standing import Legged
from sanam.domain.rules.words import Method, ObjectionState


def asked(one: Round, responses: Sequence[Response], legs: Iterable[Legged]) -> dict[str, Any]:
    """What is counted, as a document for `deciding.Asked.of`."""
    settled = settled_at_close(one)
    stand = list(legs)
    return deciding.asked(
        [_leg(legged, responses) for legged in [*stand, *_ended_since(stand, responses)]],
        Method(one.proposal.method),
        one.call,
        [_response(response, settled) for response in responses],
        quorum=one.part,
    )


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


def settled_as(response: Response, settled: Mapping[Any, str]) -> ObjectionState:
    """How the objection of an answer stood; open for an answer that is none."""
    stops = response.value in STOPS
    return ObjectionState(settled.get(response.seat_id, ObjectionState.OPEN) if stops else ObjectionState.OPEN)


def _ended_since(stand: Sequence[Legged], responses: Sequence[Response]) -> list[Legged]:
    """Legs that answered and ended before the close: their word was given too."""
    names = {legged.leg.name_th for legged in stand}
    ended = {one.leg.name_th: one.leg for one in responses if one.leg.name_th not in names}
    return [Legged(leg, (), frozenset()) for leg in ended.values()]


def _leg(legged: Legged, responses: Sequence[Response]) -> deciding.Leg:
    """A seat that answered and stands empty since is counted as filled: its word was given."""
    spoke = {response.seat_id for response in responses if response.leg.name_th == legged.leg.name_th}
    seats = {seat.pk for seat in legged.seats} | spoke
    return deciding.Leg(legged.leg.name_th, len(seats), len(legged.filled | spoke), legged.leg.name_en)


def _response(response: Response, settled: Mapping[Any, str]) -> deciding.Response:
    return deciding.Response(
        leg=response.leg.name_th,
        seat=str(response.seat_id),
        value=response.value,
        assisted=response.assisted,
        objection=settled_as(response, settled),
    )
