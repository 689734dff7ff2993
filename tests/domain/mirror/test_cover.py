"""The fewest people without whom functions stop, found exactly and soon."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sanam.domain.mirror.measures import cover

TOY = {"assess": "a", "refer": "ab", "fund": "ac", "visit": "bcde", "rules": "ac", "data": "a"}
COVERED = {function: frozenset(people) for function, people in TOY.items()}


def test_the_researchs_toy() -> None:
    assert [cover.stripped(COVERED, gone) for gone in ("a", "ac", "abc")] == [2, 4, 5]
    found = [cover.fewest(COVERED, wanted) for wanted in range(1, 7)]
    assert [one.people for one in found if one] == [1, 1, 2, 2, 3, 5]
    assert cover.single(COVERED) == ["assess", "data"]
    assert cover.smallest_sets(COVERED) == [["a"]]
    assert cover.fewest(COVERED, 7) is None


def test_practice_covers_and_appointment_does_not() -> None:
    acts = [("refer", "a"), ("refer", "a"), ("refer", "named"), ("visit", "b")]
    assert cover.holders(acts) == {"refer": frozenset("a"), "visit": frozenset()}


def test_a_function_nobody_holds_is_stripped_already() -> None:
    found = cover.fewest({"a": frozenset(), "b": frozenset("x")}, 1)
    assert found is not None
    assert found.people == 0


functions = st.dictionaries(st.integers(0, 9), st.frozensets(st.sampled_from("abcdefg"), max_size=5), min_size=1)


@settings(max_examples=150, deadline=None)
@given(functions, st.integers(1, 10))
def test_it_is_the_fewest_that_trying_every_set_finds(held: dict[int, frozenset[str]], wanted: int) -> None:
    named = {str(name): people for name, people in held.items()}
    found = cover.fewest(named, min(wanted, len(named)))
    assert found is not None
    assert found.exact
    assert cover.stripped(named, found.names) >= min(wanted, len(named))
    tried = (gone for size in range(8) for gone in combinations("abcdefg", size))
    assert found.people == next(len(gone) for gone in tried if cover.stripped(named, gone) >= min(wanted, len(named)))


def test_a_district_of_five_hundred_seats_takes_seconds_at_most() -> None:
    dice = np.random.default_rng(5)
    held = {
        f"{place}.{work}": frozenset(f"{place}.{who}" for who in dice.integers(0, 42, dice.integers(1, 10)))
        for place in range(12)
        for work in range(4)
    } | {
        f"all.{work}": frozenset(f"{dice.integers(12)}.{who}" for who in dice.integers(0, 42, 7)) for work in range(12)
    }
    began = time.process_time()
    found = cover.fewest(held, len(held) // 2)
    assert found is not None
    assert found.exact
    assert time.process_time() - began < 5


def test_a_search_cut_short_says_between_what_it_lies() -> None:
    dice = np.random.default_rng(1)
    held = {str(at): frozenset(map(str, dice.integers(0, 40, 8).tolist())) for at in range(40)}
    found = cover.fewest(held, 20, most_steps=3)
    assert found is not None
    assert not found.exact
    assert 0 < found.at_least < found.people
