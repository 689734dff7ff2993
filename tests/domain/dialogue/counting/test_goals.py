"""Common goals are counted by declared legs, as published, and alike in any order of rows."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.dialogue.counting import Tally, Vote, results
from sanam.domain.dialogue.counting.goals import counted
from sanam.domain.foundation.refused import BadInput
from tests.domain.dialogue.counting.rooms import by_hand, polis, rows_of

LEGS = ("ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน")


SAID = st.dictionaries(
    st.tuples(st.integers(0, 29), st.sampled_from("กขคง")), st.sampled_from((-1, 0, 1)), min_size=1, max_size=40
)
SEATED = st.lists(st.sampled_from(LEGS), min_size=30, max_size=30)
ROOMS = st.builds(
    lambda said, seated: (
        [(f"p{person}", statement, vote) for (person, statement), vote in said.items()],
        {f"p{person}": leg for person, leg in enumerate(seated)},
    ),
    SAID,
    SEATED,
)
"""Up to thirty people of up to four legs, and whatever they said of four statements."""


def test_every_statement_of_a_published_room_gives_the_published_consensus() -> None:
    counts, published = polis()
    votes, groups = rows_of(counts)
    found = results(votes, groups)
    assert (found.legs, found.participants, len(found.statements)) == (("g0", "g1", "g2"), 27, 57)
    assert max(abs(one.gic**3 - published[one.statement]) for one in found.statements) < 1e-12
    assert {one.statement: dict(one.by_leg) for one in found.statements} == counts


@given(ROOMS)
def test_gic_to_the_power_of_the_legs_is_the_product_counted_by_hand(room: tuple[list[Vote], dict[str, str]]) -> None:
    votes, groups = room
    found = results(votes, groups)
    for one in found.statements:
        assert one.gic ** len(found.legs) == pytest.approx(float(by_hand(votes, groups, one.statement)), rel=1e-12)


@given(ROOMS, st.randoms())
def test_rows_in_any_order_and_said_twice_give_the_same_to_the_last_bit(
    room: tuple[list[Vote], dict[str, str]], dice: Random
) -> None:
    votes, groups = room
    again = votes + dice.sample(votes, len(votes) // 2)
    dice.shuffle(again)
    people = list(groups.items())
    dice.shuffle(people)
    assert results(again, dict(people)) == results(votes, groups)


@given(ROOMS)
def test_what_is_said_of_each_statement_follows_from_its_counts(room: tuple[list[Vote], dict[str, str]]) -> None:
    found = results(*room)
    assert [one.gic for one in found.statements] == sorted((one.gic for one in found.statements), reverse=True)
    for one in found.statements:
        shares = [tally.agreement for tally in one.by_leg.values() if tally.agreement is not None]
        assert one.lowest is not None
        assert one.lowest.agreement == min(shares) == one.by_leg[one.lowest.leg].agreement
        assert one.floor_met == all(tally.seen >= 3 for tally in one.by_leg.values())
        assert one.common == (one.floor_met and min(shares) >= Fraction(1, 2))


def test_half_of_the_lowest_leg_is_enough_and_one_voice_less_is_not() -> None:
    assert counted("", {"ก": Tally(8, 0, 0), "ข": Tally(2, 1, 1)}).common
    one = counted("", {"ก": Tally(8, 0, 0), "ข": Tally(2, 2, 1)})
    assert (one.common, one.floor_met, one.lowest and one.lowest.leg) == (False, True, "ข")


def test_a_leg_of_two_voices_has_not_spoken_however_much_it_agrees() -> None:
    one = counted("", {"ก": Tally(20, 0, 0), "ข": Tally(2, 0, 0), "ค": Tally()})
    assert (one.floor_met, one.common, one.unheard) == (False, False, ("ข", "ค"))
    assert one.gic**3 == pytest.approx(21 / 22 * 3 / 4 * 1 / 2, rel=1e-12)


def test_a_leg_that_nobody_speaks_for_is_one_of_the_legs() -> None:
    votes = [(f"p{at}", "ข้อหนึ่ง", 1) for at in range(9)]
    groups = {f"p{at}": "ก" for at in range(9)} | {"คนที่ยังไม่มา": "ข"}
    found = results(votes, groups)
    assert (found.legs, found.participants, found.common) == (("ก", "ข"), 9, ())
    assert found.statements[0].unheard == ("ข",)


def test_of_legs_that_agree_as_little_the_first_by_name_is_told() -> None:
    one = counted("", {"ข": Tally(1, 1, 1), "ก": Tally(2, 2, 2), "ค": Tally(9, 0, 0)})
    assert one.lowest is not None
    assert (one.lowest.leg, one.lowest.agreement) == ("ก", Fraction(1, 3))
    assert list(one.by_leg) == ["ก", "ข", "ค"]


def test_a_large_leg_does_not_outvote_a_small_one() -> None:
    votes = [(f"a{at}", "ถนน", 1) for at in range(90)] + [(f"b{at}", "ถนน", -1) for at in range(4)]
    votes += [(f"a{at}", "น้ำ", 1 if at < 60 else -1) for at in range(90)] + [(f"b{at}", "น้ำ", 1) for at in range(4)]
    found = results(votes, {person: person[0] for person, _, _ in votes})
    assert [one.statement for one in found.statements] == ["น้ำ", "ถนน"]
    assert [one.statement for one in found.common] == ["น้ำ"]


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (("ก", "1", 2), "counting.unknown_vote"),
        (("ค", "1", 1), "counting.no_group"),
        (("ก", "1", -1), "counting.two_votes"),
    ],
)
def test_rows_that_cannot_be_counted_are_refused_by_their_number(last: Vote, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        results([("ก", "1", 1), ("ข", "1", 0), last], {"ก": "x", "ข": "y"})
    assert (refused.value.code, refused.value.details) == (code, {"row": 3})


def test_a_room_where_nothing_was_said_has_nothing_in_it() -> None:
    found = results([], {"ก": "x"})
    assert (found.statements, found.participants, found.clusters, found.emphases) == ((), 0, None, None)
