"""Differing emphases: dots become profiles, distances, one concordance, and names for what stands out."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product
from random import Random
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.dialogue.counting.concord import kendalls_w
from sanam.domain.dialogue.counting.emphases import Dot, Emphases, distance, emphases
from sanam.domain.dialogue.counting.profiles import profile
from sanam.domain.foundation.refused import BadInput

Shares = dict[str, int]


def leg_of(name: str, *people: Shares) -> tuple[list[Dot], dict[str, str]]:
    dots = [(f"{name}{at}", goal, count) for at, own in enumerate(people) for goal, count in own.items()]
    return dots, {person: name for person, _, _ in dots}


def told(*legs: tuple[list[Dot], dict[str, str]]) -> Emphases:
    found = emphases([dot for dots, _ in legs for dot in dots], {p: leg for _, of in legs for p, leg in of.items()})
    assert found is not None
    return found


def shares(*values: int) -> dict[str, Fraction]:
    return {str(at): Fraction(value, sum(values)) for at, value in enumerate(values)}


def test_the_same_order_everywhere_is_one_and_the_opposite_order_is_nought() -> None:
    up, down = ([Fraction(at) for at in order] for order in (range(6), range(6, 0, -1)))
    assert kendalls_w([up, up, up]) == 1
    assert kendalls_w([up, down]) == 0
    assert kendalls_w([up]) is None
    assert kendalls_w([[Fraction(1)] * 4] * 3) is None


def test_ties_are_allowed_for_so_that_agreement_in_ties_is_full_agreement() -> None:
    tied = [Fraction(value) for value in (3, 3, 2, 2, 1)]
    assert kendalls_w([tied, tied]) == 1


@given(st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=2, max_size=5))
def test_w_is_what_the_mean_of_rank_correlations_makes_it(rows: list[list[int]]) -> None:
    """Without ties in a whole row, r̄ = (mW − 1)/(m − 1); with ties W is S over its largest, counted out here."""
    found = kendalls_w([[Fraction(value) for value in row] for row in rows])
    ranks = [[sum(o < v for o in row) + Fraction(sum(o == v for o in row) + 1, 2) for v in row] for row in rows]
    sums = [sum(column, Fraction(0)) for column in zip(*ranks, strict=True)]
    spread = sum((one - Fraction(len(rows) * 6, 2)) ** 2 for one in sums)
    ties = sum(row.count(v) ** 3 - row.count(v) for row in rows for v in set(row))
    most = Fraction(len(rows) ** 2 * 120 - len(rows) * ties, 12)
    assert found == (spread / most if most else None)


def test_the_same_profile_is_no_distance_and_nothing_in_common_is_one() -> None:
    assert distance(shares(3, 5, 2), shares(3, 5, 2)) == 0
    assert distance(shares(3, 7, 0, 0), shares(0, 0, 1, 2)) == 1
    # half in common: the divergence of (1, 0) and (½, ½) is ¾ log₂(4/3) + … = 0.3113 bits
    assert distance(shares(1, 0), shares(1, 1)) == pytest.approx(math.sqrt(0.31127812445913283), rel=1e-12)


def test_a_goal_that_one_leg_stresses_is_named_and_what_all_stress_alike_is_not() -> None:
    health = leg_of("สุขภาพ", *[{"ข้อมูล": 6, "บ้าน": 2, "อาชีพ": 2}] * 3, {"ข้อมูล": 7, "บ้าน": 2, "อาชีพ": 1})
    local = leg_of("ท้องถิ่น", *[{"ข้อมูล": 2, "บ้าน": 6, "อาชีพ": 2}] * 4)
    found = told(health, local)
    assert {(one.leg, one.goal) for one in found.named if one.more} == {("สุขภาพ", "ข้อมูล"), ("ท้องถิ่น", "บ้าน")}
    assert not [one for one in found.named if one.goal == "อาชีพ"]
    assert found.shares["สุขภาพ"]["ข้อมูล"] == pytest.approx(0.625)
    assert found.distances[0][:2] == ("ท้องถิ่น", "สุขภาพ")


def test_three_people_who_put_the_same_dots_are_not_taken_for_certain() -> None:
    """Without a floor their error is nought, and any difference at all would be named."""
    found = told(leg_of("ก", *[{"1": 5, "2": 5}] * 3), leg_of("ข", *[{"1": 6, "2": 4}] * 3))
    assert found.named == ()


def test_the_error_is_that_of_a_mean_of_people() -> None:
    own = [(7, 3), (2, 8), (9, 1), (4, 6)]
    found = profile([{"1": one, "2": other} for one, other in own], ("1", "2"))
    error = stdev(one / 10 for one, _ in own) / math.sqrt(len(own))
    assert found.error("1", Fraction(1, 2)) == pytest.approx(error, rel=1e-12)
    assert float(found.shares["1"]) == 0.55


def test_every_person_is_one_voice_however_many_dots_they_put() -> None:
    found = told(leg_of("ก", {"1": 1}, {"1": 1}, {"2": 10}))
    assert found.shares["ก"] == pytest.approx({"1": 2 / 3, "2": 1 / 3})


def test_a_leg_of_two_people_is_left_out_and_told() -> None:
    found = told(leg_of("ก", *[{"1": 5, "2": 5}] * 3), leg_of("ข", *[{"1": 10}] * 2))
    assert (found.unheard, list(found.shares), found.concordance, found.distances) == (("ข",), ["ก"], None, ())


@given(st.lists(st.tuples(st.integers(0, 11), st.sampled_from("กขค"), st.integers(0, 5)), min_size=1), st.randoms())
def test_dots_in_any_order_give_the_same_to_the_last_bit(rows: list[tuple[int, str, int]], dice: Random) -> None:
    once = {(f"p{person}", goal): count for person, goal, count in rows}
    dots = [(person, goal, count) for (person, goal), count in once.items()]
    groups = {f"p{at}": f"leg{at % 3}" for at in range(12)}
    shuffled = dice.sample(dots, len(dots))
    assert emphases(shuffled, groups) == emphases(dots, groups)


def test_dots_that_cannot_be_counted_are_refused_by_their_row() -> None:
    wrong = {("ก", "1", -1): "unknown_dots", ("ข", "1", 1): "no_group", ("ก", "1", 2): "two_dots"}
    for (row, code), first in product(wrong.items(), [("ก", "1", 1)]):
        with pytest.raises(BadInput) as refused:
            emphases([first, row], {"ก": "x"})
        assert (refused.value.code, refused.value.details["row"]) == (f"counting.{code}", 2)
    assert emphases([("ก", "1", 0)], {"ก": "x"}) is None
