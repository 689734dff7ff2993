"""Signature statements: what sets a leg apart, by the figures that Polis published."""

from __future__ import annotations

from random import Random

import pytest

from sanam.domain.dialogue.counting import Tally, results
from sanam.domain.dialogue.counting.signature import Signature, signature
from tests.domain.dialogue.counting.rooms import Counts, polis, rows_of

META = {"0", "1", "2", "3"}
"""Statements about the people themselves, which that room left out of these lists."""
PUBLISHED = [
    ("g0", "34", "disagree", 0.8461538461538461, 2.886751345948129, 2.538461538461538, 3.0357547),
    ("g0", "22", "disagree", 0.7692307692307692, 2.3094010767585025, 2.051282051282051, 2.2771094),
    ("g0", "7", "disagree", 0.6923076923076923, 1.7320508075688772, 2.596153846153846, 2.3603873),
    ("g0", "52", "agree", 0.9166666666666667, 3.3166247903554, 1.145833333333333, 1.3069333),
    ("g1", "34", "agree", 0.6666666666666667, 1.5075567228888183, 4.222222222222222, 3.018956),
    ("g1", "14", "agree", 0.75, 2.1105794120443457, 2.7, 2.7086709),
    ("g1", "16", "agree", 0.9, 3.0, 1.71, 2.3841581),
    ("g1", "22", "agree", 0.7, 1.6666666666666667, 3.325, 2.7695584),
    ("g2", "40", "agree", 0.8571428571428571, 2.449489742783178, 4.5, 3.5327044),
    ("g2", "39", "agree", 0.8571428571428571, 2.449489742783178, 3.6, 3.261344),
    ("g2", "12", "agree", 0.875, 2.6457513110645907, 3.208333333333333, 3.2816505),
    ("g2", "28", "agree", 0.7142857142857143, 1.6329931618554516, 4.761904761904762, 3.0919955),
    ("g2", "5", "agree", 0.875, 2.6457513110645907, 1.925, 2.4574816),
]


def apart(counts: Counts) -> dict[str, tuple[Signature, ...]]:
    return dict(results(*rows_of(counts)).signatures)


def test_the_statements_published_for_each_group_come_out_with_their_figures() -> None:
    counts, _ = polis()
    found = apart({statement: by_leg for statement, by_leg in counts.items() if statement not in META})
    for leg, statement, says, share, z_leg, ratio, z_others in PUBLISHED:
        one = next(one for one in found[leg] if one.statement == statement)
        assert one.says == says
        assert (one.share, one.z_leg, one.ratio) == pytest.approx((share, z_leg, ratio), rel=1e-12)
        # published in single precision
        assert one.z_others == pytest.approx(z_others, rel=1e-6)
    assert [one.statement for one in found["g2"]] == ["40", "39", "12", "28", "5"]


def test_never_more_than_five_and_the_clearest_first() -> None:
    counts, _ = polis()
    for signed in apart(counts).values():
        assert len(signed) <= 5
        assert [one.weight for one in signed] == sorted((one.weight for one in signed), reverse=True)


def test_where_all_say_the_same_nothing_is_anybodys_own() -> None:
    alike = {str(at): {"ก": Tally(5, 3, 1), "ข": Tally(5, 3, 1)} for at in range(20)}
    assert apart(alike) == {"ก": (), "ข": ()}


def test_what_would_stand_out_of_all_looks_is_told_from_what_only_looks_so() -> None:
    """Of legs of one mind many statements look like somebody's own, in hardly one room in twenty beyond chance."""
    looked, beyond = 0, 0
    for seed in range(60):
        dice = Random(seed)
        alike = {str(at): {leg: thrown(dice) for leg in "กขคง"} for at in range(20)}
        signed = [one for own in apart(alike).values() for one in own]
        looked += bool(signed)
        beyond += any(one.beyond_chance for one in signed)
    assert looked == 60
    assert beyond <= 6
    truly = {"1": {"ก": Tally(12, 0, 0), "ข": Tally(0, 12, 0), "ค": Tally(1, 10, 1)}}
    assert [one.beyond_chance for one in apart(truly)["ก"]] == [True]


def thrown(dice: Random) -> Tally:
    said = dice.choices(("agree", "disagree", "passed"), (2, 1, 1), k=12)
    return Tally(said.count("agree"), said.count("disagree"), said.count("passed"))


def test_a_leg_that_has_not_spoken_has_no_signature() -> None:
    assert apart({"1": {"ก": Tally(0, 20, 0), "ข": Tally(2, 0, 0)}})["ข"] == ()
    assert [one.statement for one in apart({"1": {"ก": Tally(0, 20, 0), "ข": Tally(3, 0, 0)}})["ข"]] == ["1"]


def test_when_everybody_everywhere_agrees_nothing_is_divided_by_nought() -> None:
    assert not signature("", Tally(4, 0, 0), Tally(9, 0, 0)).clear


def test_a_clear_majority_is_told_though_its_minority_stands_further_apart() -> None:
    """The others agree half the time and never disagree; of the leg most agree, and some disagree."""
    one = signature("", Tally(62, 38, 0), Tally(50, 0, 50))
    assert (one.says, one.clear) == ("agree", True)
