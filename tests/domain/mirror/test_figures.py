"""The mirror of a body: each figure beside its null, its cases and its window, and verdicts given together."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sanam.domain.mirror.figures import Figure, Rows, figures
from sanam.domain.mirror.measures.waiting import Item
from sanam.domain.mirror.words import Says

WINDOW = date(2026, 1, 1), date(2026, 6, 30)
SEATS = {f"s{at:02}": f"ขา {at // 5 + 1}" for at in range(20)}


def body(gatherings: int, others: float, seed: int = 1) -> Rows:
    """Twenty seats; each gathering hosted by one leg, the others coming with this chance."""
    dice = np.random.default_rng(seed)
    came = [
        (f"g{event:02}", seat)
        for event in range(gatherings)
        for at, seat in enumerate(SEATS)
        if dice.random() < (0.7 if at // 5 == event % 4 else others)
    ]
    return Rows(WINDOW, SEATS, came=came, held=gatherings)


def silo(of: Rows) -> Figure:
    return figures(of, seed=1, permutations=999)["silo"]


def test_a_strong_silo_is_worth_a_look_from_six_gatherings_on() -> None:
    assert silo(body(5, 0.1)).verdict.says is Says.NOT_YET
    found = silo(body(8, 0.1))
    assert (found.verdict.says, found.n, found.window, found.coverage) == (Says.LOOK, 8, WINDOW, 1)
    assert found.value is not None
    assert found.low is not None
    assert found.value < found.low < (found.expected or 0) == pytest.approx(0.579, abs=0.01)


def test_a_body_that_meets_across_its_legs_is_not_called_free_of_silos_before_twenty_four() -> None:
    assert silo(body(23, 0.7)).verdict.says is Says.NOT_YET
    assert silo(body(24, 0.7)).verdict.says is Says.NOT_SEEN


def test_coverage_is_the_share_of_gatherings_that_have_a_list() -> None:
    of = body(8, 0.7)
    assert silo(Rows(WINDOW, SEATS, came=of.came, held=10)).coverage == 0.8


def test_each_p_is_raised_for_how_many_were_looked_at() -> None:
    dice = np.random.default_rng(1)
    items = [Item(f"s{at % 20:02}", float(dice.exponential(8)), True) for at in range(100)]
    acts = [(f"s{at % 20:02}", f"s{(at * 7 + 1) % 20:02}") for at in range(80)]
    of = body(8, 0.1)
    found = figures(Rows(WINDOW, SEATS, came=of.came, held=8, items=items, acts=acts), seed=1, permutations=999)
    assert found["silo"].p == 0.001
    assert found["silo"].p_corrected == pytest.approx(0.004)
    assert all((one.p_corrected or 1) >= one.p for one in found.values() if one.p is not None)


def test_a_broker_is_named_in_a_body_of_twenty_whose_lists_are_whole() -> None:
    acts = [(seat, "s03") for seat in SEATS if seat != "s03"] + [("s03", seat) for seat in SEATS if seat != "s03"]
    named = figures(Rows(WINDOW, SEATS, acts=acts), seed=1, permutations=9)["bottleneck"]
    assert (named.names, named.value, named.verdict.says) == (("s03",), 1, Says.TELLS)
    holes = figures(Rows(WINDOW, SEATS, acts=acts, unlisted=0.2), seed=1, permutations=9)["bottleneck"]
    assert (holes.verdict.says, holes.coverage) == (Says.NOT_YET, 0.8)


def test_nothing_recorded_says_nothing() -> None:
    found = figures(Rows(WINDOW, SEATS), seed=1, permutations=9)
    assert {(one.verdict.says, one.names) for one in found.values()} == {(Says.NOT_YET, ())}
    assert figures(Rows(WINDOW, {}), seed=1, permutations=9)["bottleneck"].value is None


def test_the_same_rows_and_seed_give_the_same_figures() -> None:
    of = body(12, 0.35)
    assert figures(of, seed=5, permutations=200) == figures(of, seed=5, permutations=200)
