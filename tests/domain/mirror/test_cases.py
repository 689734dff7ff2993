"""Asking, parity, threads, continuity and questions, by tables made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from sanam.domain.mirror.chance import holm, p_at_least, wilson
from sanam.domain.mirror.measures import asking, continuity, parity, questions, threads
from sanam.domain.mirror.measures.questions import Question
from sanam.domain.mirror.measures.threads import Act


def test_never_asked_counts_only_those_who_could_be() -> None:
    found = asking.never_asked(["a", "b", "c", "d"], ["a", "stranger"])
    assert (found.yes, found.asked, found.share) == (3, 4, 0.75)
    assert asking.never_asked([], []).share is None


def test_the_yes_rate_is_of_first_invitations() -> None:
    found = asking.yes_of_first([("a", True), ("b", False), ("b", True), ("c", True)])
    assert (found.yes, found.asked) == (2, 3)


def test_a_belief_is_wrong_only_outside_the_interval() -> None:
    found = asking.rate(9, 10)
    assert asking.misbelieved(0.1, found)
    assert not asking.misbelieved(0.8, found)
    assert not asking.misbelieved(0.1, asking.rate(0, 0))


@pytest.mark.parametrize(
    ("yes", "asked", "low", "high"),
    # 81 of 263 as in Newcombe 1998, Stat Med 17:857, and 15 of 148, 0 of 20, 1 of 29
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_printed(yes: int, asked: int, low: float, high: float) -> None:
    assert wilson(yes, asked) == pytest.approx((low, high), abs=5e-5)


def test_holm_takes_the_smallest_by_all_and_never_lets_a_larger_p_pass_before() -> None:
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06})
    assert holm({"a": 0.9, "b": 0.8}) == {"a": 1, "b": 1}
    assert holm({}) == {}


def test_a_p_from_draws_is_never_nought() -> None:
    assert p_at_least(5, [1, 2, 3]) == 0.25


def test_equal_legs_have_no_gap_and_one_leg_alone_all_of_it() -> None:
    even = parity.parity({"a": 5, "b": 5, "c": 5, "d": 5}, seed=1)
    alone = parity.parity({"a": 20, "b": 0, "c": 0, "d": 0}, seed=1)
    assert even is not None
    assert alone is not None
    assert (even.gap, round(even.evenness, 6), even.p) == (0, 1, 1)
    assert (alone.gap, alone.evenness, alone.p < 0.001) == (1, 0, True)
    assert parity.parity({"a": 0, "b": 0}, seed=1) is None


def test_the_gap_over_four_legs_is_the_sum_over_one_and_a_half() -> None:
    shares = [0.4, 0.3, 0.2, 0.1]
    assert parity.gap([[40, 30, 20, 10]])[0] == pytest.approx(sum(abs(one - 0.25) for one in shares) / 1.5)


def test_few_acts_dealt_evenly_still_leave_a_gap() -> None:
    found = parity.parity({"a": 2, "b": 1, "c": 1, "d": 0}, seed=1)
    assert found is not None
    assert found.expected > 0.25
    assert found.p > 0.5


def test_voice_is_turns_over_presence() -> None:
    assert parity.voice({"a": 3, "b": 1}, {"a": 5, "b": 5, "c": 0}) == {"a": 1.5, "b": 0.5, "c": None}


def test_a_tie_hangs_on_one_person_when_either_side_has_one_carrier() -> None:
    acts = [
        Act("อบต.", "a", "รพ.สต.", "x"),
        Act("รพ.สต.", "y", "อบต.", "a"),
        Act("อบต.", "a", "วัด", "m"),
        Act("อบต.", "b", "วัด", "n"),
        Act("ร้านยา", "p", "วัด", "m"),
        Act("วัด", "m", "วัด", "n"),
    ]
    found = threads.threads(acts, {"อบต.": 4, "รพ.สต.": 3, "วัด": 2, "ร้านยา": 1})
    assert (found.ties, found.single, found.unavoidable) == (3, (("รพ.สต.", "อบต."),), (("ร้านยา", "วัด"),))
    assert found.share == 0.5
    assert found.hhi == pytest.approx((3**2 + 2**2 + 5 * 1) / 100)


def test_continuity_lists_cases_and_averages_only_from_five() -> None:
    few = continuity.continuity({"b": ("xy", "yz"), "a": ("", "")}, {"c": ("x", "x")})
    assert few.cases == {"a": None, "b": pytest.approx(1 / 3)}
    assert list(few.cases) == ["a", "b"]
    assert (few.unchanged, few.difference) == (None, None)
    five = continuity.continuity({str(at): ("xy", "x") for at in range(5)}, {str(at): ("x", "x") for at in range(5)})
    assert (five.unchanged, five.difference) == (1, -0.5)


def test_what_becomes_of_questions() -> None:
    today = date(2026, 11, 25)
    asked = [
        Question(date(2026, 11, 1), date(2026, 11, 11), "seat"),
        Question(date(2026, 10, 1), date(2026, 10, 31), reopened=True),
        Question(date(2026, 9, 1)),
    ]
    found = questions.questions(asked, today)
    assert (found.asked, found.answered, found.reopened, found.unowned) == (3, 2, 1, 1)
    assert (found.median_days, found.oldest_days) == (30, 85)
    assert questions.questions([], today).oldest_days is None
