"""Clusters are looked for only in rooms large enough, without dice, and held against the declared legs."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from sanam.domain.dialogue.counting import Results, Vote, results
from sanam.domain.dialogue.counting.clusters import ari

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
