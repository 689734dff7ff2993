"""The rules of a decision said again, plainly and in another way, and held against every case there is; and what must
never happen, whatever the answers.

`plainly` reads like the page for people (docs/explanation/quorum.md), counts with whole numbers and shares nothing with
the engine. A leg is written as in the drawn table: a mark a seat, "-" where nobody sits.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement, product
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sanam.domain.rules.deciding import Decision, Leg, Method, Response, Result, decide, why
from sanam.domain.rules.deciding.spelling import OFFERED
from sanam.domain.rules.deciding.words import Answer

MEANS = {"✓": Answer.FOR, "✗": Answer.AGAINST, "~": Answer.ASIDE}
GOOD = {Result.SECOND_CALL: 0, Result.NOT_ADOPTED: 0, Result.PROVISIONAL: 1, Result.ADOPTED: 2}
MARKS = {Method.CONSENT: "·✓✗", Method.CONSENSUS: "·✓✗~", Method.TWO_THIRDS: "·✓✗~", Method.SENSE_CHECK: "·✓"}
Case = tuple[tuple[str, ...], Method, int]


def plainly(legs: tuple[str, ...], method: str, call: int, percent: int = 75) -> tuple[str, str, list[int]]:
    """The result, the reason, and the places of the legs that were not heard."""
    missing = [place for place, leg in enumerate(legs) if not set(leg) & set("✓✗~")]
    quorum = 100 * (len(legs) - len(missing)) >= percent * len(legs)
    if method == "sense_check":
        return "not_adopted", "asks_only", missing
    if not quorum and call == 1:
        return "second_call", "short_call", missing
    if against := hindrance(legs, method):
        return "not_adopted", against, missing
    return ("adopted", "carried", missing) if quorum else ("provisional", "short_call", missing)


def hindrance(legs: tuple[str, ...], method: str) -> str:
    """What stands in the way by this method; nothing where nothing does."""
    everything = "".join(legs)
    yes, no = everything.count("✓"), everything.count("✗")
    if no and method != "two_thirds":
        return "objection" if method == "consent" else "block"
    if not yes:
        return "nobody_for"
    if 3 * yes < 2 * (yes + no):
        return "overall_short"
    return "leg_short" if any(leg.count("✓") < leg.count("✗") for leg in legs) else ""


def told(decision: Decision) -> tuple[str, str, list[int]]:
    return str(decision.result), str(decision.reason), [int(name) for name in decision.missing]


def asked(legs: tuple[str, ...], method: Method) -> tuple[list[Leg], list[Response]]:
    words = OFFERED[method] or {Answer.FOR: "good"}
    return (
        [Leg(str(place), max(2, len(leg)), len(leg.strip("-"))) for place, leg in enumerate(legs)],
        [
            Response(str(place), str(seat), words[MEANS[mark]])
            for place, leg in enumerate(legs)
            for seat, mark in enumerate(leg)
            if mark in MEANS
        ],
    )


def counted(legs: tuple[str, ...], method: Method, call: int, percent: int = 75) -> Decision:
    those, responses = asked(legs, method)
    return decide(those, method, call, responses, quorum=Fraction(percent, 100))


def kinds_of_leg(method: Method, seats: int) -> list[str]:
    """Every leg there can be: vacant, or so many seats with a mark each."""
    marks = MARKS[method]
    return ["-", *marks, *("".join(two) for two in combinations_with_replacement(marks, 2) if seats > 1)]


@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize(("many", "seats"), [(3, 2), (4, 2), (5, 2), (6, 1)])
def test_every_case_is_counted_as_the_rules_say_it_plainly(many: int, seats: int, method: Method, call: int) -> None:
    """Legs × filled seats (none, one, two; of six legs none and one) × answers; each set of legs shuffled once."""
    order, cases = Random(many), 0
    for case in combinations_with_replacement(kinds_of_leg(method, seats), many):
        legs = tuple(order.sample(case, many))
        assert told(counted(legs, method, call)) == plainly(legs, method, call), legs
        cases += 1
    assert cases >= 28


@pytest.mark.parametrize("method", list(Method))
def test_no_place_among_three_legs_is_another(method: Method) -> None:
    """All orders of all cases of three legs with up to one seat, not only one order of each."""
    for legs in product(kinds_of_leg(method, 1), repeat=3):
        assert told(counted(legs, method, 1)) == plainly(legs, method, 1), legs


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Three to six legs with up to seven seats, far more than a table can draw."""
    method = draw(st.sampled_from(list(Method)))
    leg = st.just("-") | st.text(MARKS[method], min_size=1, max_size=7)
    return tuple(draw(st.lists(leg, min_size=3, max_size=6))), method, draw(st.sampled_from([1, 2]))


@given(cases())
def test_large_legs_are_counted_as_small_ones(case: Case) -> None:
    assert told(counted(*case)) == plainly(*case)


@given(cases(), st.integers(75, 100))
def test_a_raised_quorum_is_counted_as_the_rules_say_it_plainly(case: Case, percent: int) -> None:
    assert told(counted(*case, percent)) == plainly(*case, percent)


@given(cases(), st.integers(75, 100), st.integers(75, 100))
def test_raising_the_quorum_never_makes_it_easier(case: Case, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert GOOD[counted(*case, high).result] <= GOOD[counted(*case, low).result]


@given(cases(), st.data())
def test_one_more_yes_never_makes_it_worse(case: Case, data: st.DataObject) -> None:
    legs, method, call = case
    silent = [place for place, leg in enumerate(legs) if "·" in leg]
    assume(silent)
    at = data.draw(st.sampled_from(silent))
    more = tuple(leg.replace("·", "✓", 1) if place == at else leg for place, leg in enumerate(legs))
    assert GOOD[counted(more, method, call).result] >= GOOD[counted(*case).result]


@given(cases())
def test_a_vacant_leg_never_blocks(case: Case) -> None:
    """Nobody sitting is the same as nobody speaking: it is missing, and that is all."""
    legs, method, call = case
    emptied = tuple("-" if not set(leg) & set(MEANS) else leg for leg in legs)
    before, after = counted(*case), counted(emptied, method, call)
    assert (after.result, after.reason, after.missing) == (before.result, before.reason, before.missing)
    assert set(after.not_bound) == set(after.missing)


@given(cases(), st.randoms())
def test_the_order_of_answers_never_matters(case: Case, order: Random) -> None:
    legs, responses = asked(*case[:2])
    turned = list(responses)
    order.shuffle(turned)
    assert decide(legs, case[1], case[2], turned) == decide(legs, case[1], case[2], responses)


@given(cases(), st.randoms())
def test_what_a_leg_is_called_and_where_it_stands_never_matters(case: Case, order: Random) -> None:
    legs, responses = asked(*case[:2])
    called = {leg.name: f"ขา {letter}" for leg, letter in zip(legs, "กขคงจฉ", strict=False)}
    others = [Leg(called[leg.name], leg.seats, leg.filled) for leg in legs]
    order.shuffle(others)
    renamed = [Response(called[one.leg], one.seat, one.value) for one in responses]
    before, after = decide(legs, case[1], case[2], responses), decide(others, case[1], case[2], renamed)
    assert (after.result, after.reason, after.share) == (before.result, before.reason, before.share)
    assert set(after.missing) == {called[name] for name in before.missing}


@given(cases(), st.data())
def test_written_down_for_a_seat_is_as_good_as_its_own_hand(case: Case, data: st.DataObject) -> None:
    legs, responses = asked(*case[:2])
    helped = [replace(one, assisted=data.draw(st.booleans())) for one in responses]
    before, after = decide(legs, case[1], case[2], responses), decide(legs, case[1], case[2], helped)
    assert (after.result, after.reason, after.share, after.missing) == (
        *(before.result, before.reason, before.share, before.missing),
    )
    assert sum(one.assisted for one in after.legs) == sum(one.assisted for one in helped)


@given(cases())
def test_nothing_is_adopted_that_nobody_wants_or_over_an_open_objection(case: Case) -> None:
    decision, everything = counted(*case), "".join(case[0])
    if decision.result in (Result.ADOPTED, Result.PROVISIONAL):
        assert "✓" in everything
        assert case[1] is Method.TWO_THIRDS or "✗" not in everything
        assert case[1] is not Method.SENSE_CHECK


@given(cases())
def test_the_sentence_names_every_leg_that_was_not_heard(case: Case) -> None:
    legs, responses = asked(*case[:2])
    named = [Leg(f"leg{leg.name}", leg.seats, leg.filled) for leg in legs]
    decision = decide(named, case[1], case[2], [replace(one, leg=f"leg{one.leg}") for one in responses])
    for language in ("th", "en"):
        sentence = why(decision, language)
        assert sentence.startswith(decision.result.said(language))
        assert [name for name in decision.missing if name not in sentence] == []
