"""Clusters are looked for only in rooms large enough, without dice, and held against the declared legs."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest

from sanam.domain.dialogue.counting import Results, Vote, results
from sanam.domain.dialogue.counting.clusters import ari, axes_of, projected
from sanam.domain.dialogue.counting.kmeans import division, silhouette

STATEMENTS = [f"s{at}" for at in range(16)]


def divided(people: int, statements: int = 16, *, by_leg: bool = True, seed: int = 1) -> Results:
    """A room in which two halves say the opposite, nine times in ten; the halves are the legs, or cut across them."""
    dice = Random(seed)
    votes: list[Vote] = []
    for person in range(people):
        side = 1 if person % 2 else -1
        for at, statement in enumerate(STATEMENTS[:statements]):
            says = side * (1 if at % 2 else -1)
            votes.append((f"p{person}", statement, says if dice.random() < 0.9 else -says))
    leg = (lambda person: person % 2) if by_leg else (lambda person: person // 2 % 2)
    dice.shuffle(votes)
    return results(votes, {f"p{person}": f"leg{leg(person)}" for person in range(people)})


def test_halves_that_are_the_legs_are_found_and_match_them() -> None:
    found = divided(60).clusters
    assert found is not None
    assert (found.people, found.sizes) == (60, (30, 30))
    assert found.ari == 1
    assert found.silhouette > 0.7


def test_halves_that_cut_across_the_legs_match_them_no_better_than_chance() -> None:
    found = divided(60, by_leg=False).clusters
    assert found is not None
    assert found.sizes == (30, 30)
    assert abs(found.ari) < 0.05


@pytest.mark.parametrize(("people", "statements"), [(39, 16), (60, 14)])
def test_a_room_too_small_is_not_divided(people: int, statements: int) -> None:
    assert divided(people, statements).clusters is None
    assert divided(40, 15).clusters is not None


def test_the_same_voices_in_another_order_divide_alike() -> None:
    dice = Random(7)
    votes = [(f"p{p}", s, dice.choice((-1, 0, 1))) for p in range(80) for s in STATEMENTS if dice.random() < 0.7]
    groups = {f"p{p}": f"leg{p % 4}" for p in range(80)}
    first = results(votes, groups)
    assert first.clusters is not None
    for _ in range(3):
        dice.shuffle(votes)
        assert results(votes, groups) == first


def test_three_camps_are_three() -> None:
    camps = [[1 if at % 3 == camp else -1 for at in range(18)] for camp in range(3)]
    votes = [(f"p{p}", f"s{at}", vote) for p in range(60) for at, vote in enumerate(camps[p % 3])]
    found = results(votes, {f"p{p}": f"leg{p % 3}" for p in range(60)}).clusters
    assert found is not None
    assert (found.sizes, found.ari) == ((20, 20, 20), 1)


def test_two_small_camps_far_out_are_found_beside_a_large_one() -> None:
    dice = np.random.default_rng(1)
    sizes, places = (2000, 3, 3), ((0, 0), (0, 40), (0, -40))
    camps = [dice.normal(place, 1, size=(people, 2)) for people, place in zip(sizes, places, strict=True)]
    labels = division(np.concatenate(camps), 3)
    assert sorted(np.bincount(labels).tolist()) == [3, 3, 2000]


def test_a_camp_of_one_scores_nought() -> None:
    points = np.array([[0.0, 0.0], [0.0, 2.0], [0.0, 101.0]])
    assert silhouette(points, np.array([0, 0, 1])) == pytest.approx((100 / 101 + 98 / 99 + 0) / 3)


def test_who_saw_half_the_statements_stands_as_far_out_as_who_saw_all() -> None:
    """Two camps; of the first one person answered every second statement only, as the others of the camp did."""
    camps = np.array([[1.0, -1, 1, -1, 1, -1, 1, -1]] * 20 + [[-1.0, 1, -1, 1, -1, 1, -1, 1]] * 20)
    half = camps.copy()
    half[0, ::2] = np.nan
    along = projected(half)[:, 0]
    # four answers of eight, each worth as much: half of the way, times √2
    assert along[0] / along[1] == pytest.approx(math.sqrt(0.5), rel=0.05)


def test_an_axis_points_where_its_largest_part_does() -> None:
    dice = np.random.default_rng(3)
    for _ in range(20):
        axes = axes_of(dice.normal(size=(30, 6)))
        assert (axes[np.abs(axes).argmax(axis=0), [0, 1]] > 0).all()
        assert axes.T @ axes == pytest.approx(np.eye(2), abs=1e-12)


def test_people_who_answered_too_little_are_not_placed() -> None:
    quiet = [(f"q{at}", STATEMENTS[0], 1) for at in range(30)]
    votes = [(f"p{p}", s, 1 if (p + at) % 2 else -1) for p in range(41) for at, s in enumerate(STATEMENTS)]
    found = results(votes + quiet, {person: "x" for person, _, _ in votes + quiet})
    assert found.clusters is not None
    assert (found.participants, found.clusters.people) == (71, 41)


def test_a_room_of_one_mind_has_no_groups() -> None:
    votes = [(f"p{p}", s, 1) for p in range(50) for s in STATEMENTS]
    assert results(votes, {person: person[-1] for person, _, _ in votes}).clusters is None


def test_the_adjusted_rand_index_is_hubert_and_arabies() -> None:
    one, other = (np.array(labels) for labels in ([0, 0, 1, 1, 2, 2], [0, 0, 1, 1, 1, 2]))
    assert ari(one, one[::-1]) == 1
    # 2 pairs together in both, 3 and 4 in each, 15 in all
    assert ari(one, other) == pytest.approx((2 - 0.8) / (3.5 - 0.8))
