"""How long what waits on a seat waits, the still open counted."""

from __future__ import annotations

import numpy as np
import pytest

from sanam.domain.mirror.measures import waiting
from sanam.domain.mirror.measures.waiting import Item

# Freireich et al. 1963, the 6-MP arm: weeks in remission, + still in remission
REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
ITEMS = [Item("", float(one.rstrip("+")), not one.endswith("+")) for one in REMISSION.split()]


def test_the_textbook_curve() -> None:
    told = {step.days: round(step.waiting, 3) for step in waiting.curve(ITEMS)}
    assert told == {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert waiting.after(ITEMS, 0.5) == 23
    assert waiting.after(ITEMS, 0.8) is None
    assert waiting.open_now(ITEMS) == 12


def test_the_textbook_interval() -> None:
    """At ten weeks .753 with log(−log) limits .503 to .889 (Klein and Moeschberger 2003, ch. 4)."""
    ten = next(step for step in waiting.curve(ITEMS) if step.days == 10)
    assert (round(ten.low, 3), round(ten.high, 3)) == (0.503, 0.889)


def test_open_items_lengthen_what_closed_ones_alone_would_say() -> None:
    closed = [Item("a", days, True) for days in (1, 2, 3)]
    stuck = [Item("a", 90, False)] * 4
    assert waiting.after(closed, 0.5) == 2
    assert waiting.after(closed + stuck, 0.5) is None
    assert waiting.after([], 0.5) is None


def test_a_slow_desk_is_found_among_twenty_and_the_others_are_not() -> None:
    dice = np.random.default_rng(3)
    items = [Item(f"s{at % 20:02}", float(dice.exponential(60 if at % 20 == 7 else 8)), True) for at in range(400)]
    found = waiting.slower(items, seed=1, draws=500)
    assert [one.seat for one in found] == [f"s{at:02}" for at in range(20)]
    assert [one.seat for one in found if one.p_all < 0.05] == ["s07"]


def test_what_seats_were_expected_to_answer_adds_up_to_what_was_answered() -> None:
    found = waiting.slower(
        [Item(name, days, done) for name, days, done in [("a", 1, True), ("b", 2, True), ("a", 3, False)]], seed=1
    )
    assert sum(one.expected for one in found) == pytest.approx(sum(one.answered for one in found))
