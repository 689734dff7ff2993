"""Which answer of each seat stands, and what each leg said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sanam.domain.rules.deciding import spelling
from sanam.domain.rules.deciding.figures import Leg, LegCount, Response
from sanam.domain.rules.deciding.refusals import refusal
from sanam.domain.rules.deciding.words import Answer, Method, Objection
from sanam.domain.teams.words import FEWEST_LEGS, MOST_LEGS

MAY_BE_SETTLED = (Method.CONSENT, Method.CONSENSUS)
"""Where one answer stops everything, answering it lets things go on; in a vote a no stays a no."""

Heard = tuple[Response, str, Answer | None]
"""A response, the method's own word for it, and what it means; None in a sense check."""


def check_legs(legs: Sequence[Leg]) -> None:
    """Three to six legs, each once, none with more holders than seats; raises BadInput."""
    if not FEWEST_LEGS <= len(legs) <= MOST_LEGS:
        raise refusal("deciding.legs", count=len(legs))
    for name, times in Counter(leg.name for leg in legs).items():
        if times > 1:
            raise refusal("deciding.same_leg", leg=name)
    for leg in legs:
        if not 0 <= leg.filled <= leg.seats:
            raise refusal("deciding.seats", leg=leg.name, filled=leg.filled, seats=leg.seats)


def counted(legs: Sequence[Leg], by: Method, responses: Iterable[Response]) -> tuple[LegCount, ...]:
    """What each leg said, in the order of the legs; raises BadInput for a response that cannot be one."""
    stand = _standing(legs, by, responses)
    return tuple(_count(leg, [one for (name, _), one in stand.items() if name == leg.name]) for leg in legs)


def _standing(legs: Sequence[Leg], by: Method, responses: Iterable[Response]) -> dict[tuple[str, str], Heard]:
    known = {leg.name: leg for leg in legs}
    stand: dict[tuple[str, str], Heard] = {}
    for response in responses:
        if (leg := known.get(response.leg)) is None:
            raise refusal("deciding.unknown_leg", leg=response.leg, seat=response.seat)
        if leg.vacant:
            raise refusal("deciding.vacant", leg=response.leg, seat=response.seat)
        seat, heard = (response.leg, response.seat), _heard(by, response)
        stand[seat] = _of_two(stand[seat], heard) if seat in stand else heard
    return stand


def _heard(by: Method, response: Response) -> Heard:
    """In the method's own words; raises BadInput where it has no such answer."""
    if by is Method.SENSE_CHECK:
        return response, spelling.tidy(response.value), None
    meant = spelling.answer(by, response.value)
    if meant is None:
        offered = ", ".join(spelling.OFFERED[by].values())
        raise refusal("deciding.value", leg=response.leg, seat=response.seat, value=response.value, offered=offered)
    word = spelling.OFFERED[by][meant]
    if meant is Answer.AGAINST and response.objection != Objection.OPEN and by in MAY_BE_SETTLED:
        return response, f"{word}_{response.objection}", Answer.SETTLED
    return response, word, meant


def _of_two(one: Heard, other: Heard) -> Heard:
    """A seat's own answer stands over one written down for it; else two must say the same, for no list tells time."""
    if one[0].assisted != other[0].assisted:
        return other if one[0].assisted else one
    if one[1] != other[1]:
        raise refusal("deciding.twice", leg=one[0].leg, seat=one[0].seat)
    return one


def _count(leg: Leg, heard: Sequence[Heard]) -> LegCount:
    if len(heard) > leg.filled:
        raise refusal("deciding.more_than_sit", leg=leg.name, filled=leg.filled, count=len(heard))
    said = Counter(word for _, word, _ in heard)
    answers = Counter(meant for _, _, meant in heard if meant is not None)
    return LegCount(leg, dict(said), dict(answers), sum(response.assisted for response, _, _ in heard))
