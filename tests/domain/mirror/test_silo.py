"""E–I is the same however it is worked out, and its null is what it is said to be."""

from __future__ import annotations

import numpy as np
import pytest

from sanam.domain.mirror.measures import silo

PAIRS = np.array(np.triu_indices(20, 1)).T
LEGS = np.arange(20, dtype=np.int64) // 5


def test_many_ties_and_few_are_counted_alike() -> None:
    """Twenty seats all tied are multiplied as a table; beside a second row they are looked at tie by tie."""
    weights = np.random.default_rng(1).random((1, len(PAIRS)))
    table = silo.within_by_chance(PAIRS, LEGS, weights, seed=3, permutations=50)
    ties = silo.within_by_chance(PAIRS, LEGS, np.vstack([weights, weights]), seed=3, permutations=50)
    assert table[0] == pytest.approx(ties[0])
    assert table.shape == (1, 50)


def test_what_is_expected_is_the_mean_of_what_is_drawn() -> None:
    labels = ["a"] * 9 + ["b"] * 4 + ["c"] * 2
    ties = np.array([(one, (one * 4 + 1) % 15) for one in range(15) if one != (one * 4 + 1) % 15])
    found = silo.silo(ties, labels, seed=1, permutations=20_000)
    assert found is not None
    drawn = 1 - 2 * silo.within_by_chance(
        ties, silo.numbered(labels), np.ones((1, len(ties))), seed=2, permutations=20_000
    )[0] / len(ties)
    assert found.expected == pytest.approx(drawn.mean(), abs=0.01)


def test_no_tie_no_leg_or_no_weight_gives_no_figure() -> None:
    none = np.empty((0, 2), dtype=np.int64)
    one = np.array([[0, 1]])
    assert silo.silo(none, ["a", "b"], seed=1) is None
    assert silo.silo(one, ["a", "a"], seed=1) is None
    assert silo.silo(one, ["a", "b"], seed=1, weights=[0.0]) is None


def test_where_labels_cannot_matter_there_is_no_distance_from_chance() -> None:
    found = silo.silo(np.array([[0, 1]]), ["a", "b"], seed=1, permutations=10)
    assert found is not None
    assert (found.z, found.p) == (None, 1)


def test_a_gathering_ties_each_two_the_less_the_more_there_are() -> None:
    came = np.zeros((1, 20, 2), dtype=bool)
    came[0, :3, 0] = came[0, :2, 1] = True
    tied = dict(zip(map(tuple, PAIRS.tolist()), silo.meeting(came, PAIRS)[0].tolist(), strict=True))
    assert (tied[0, 1], tied[0, 2], tied[3, 4]) == pytest.approx((1.5, 0.5, 0))
