"""No closed cell of a published table can be worked out from the open ones, whatever the numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from sanam.domain.registry.small_numbers import Column, closed

COLUMNS = (
    *(Column("people"), Column("elder", "people"), Column("disabled", "people"), Column("soon", "disabled")),
    Column("current", "people"),
)
NAMES = [column.name for column in COLUMNS]
SMALLEST = 5
Counts = dict[str, dict[str, int]]


def summed(villages: list[list[list[int]]]) -> tuple[Counts, dict[str, list[str]]]:
    """District 9305 of some sub-districts of some villages, each [people, elder, disabled, soon, current] that fit
    together; where `current` is not said, of everyone all is fresh."""
    counts: Counts = {}
    tree: dict[str, list[str]] = {"9305": []}
    for at, rows in enumerate(villages, start=1):
        above = f"9305{at:02}"
        tree["9305"].append(above)
        tree[above] = [f"{above}{number:02}" for number in range(1, len(rows) + 1)]
        counts |= {
            code: dict(zip(NAMES, [*row, row[0]][:5], strict=True)) for code, row in zip(tree[above], rows, strict=True)
        }
        counts[above] = {name: sum(counts[code][name] for code in tree[above]) for name in NAMES}
    counts["9305"] = {name: sum(counts[code][name] for code in tree["9305"]) for name in NAMES}
    return counts, tree


class Reader:
    """Somebody who has the open cells, and knows that parents are sums and that columns lie within columns."""

    def __init__(self, counts: Counts, tree: dict[str, list[str]], shut: frozenset[tuple[str, str]]) -> None:
        self.cells = [(place, name) for place in counts for name in NAMES]
        at = {cell: number for number, cell in enumerate(self.cells)}
        rows, highs = [], []
        for name in NAMES:
            for above, children in tree.items():
                rows.append(self._row({at[above, name]: 1, **{at[one, name]: -1 for one in children}}))
                highs.append(0)
        sums = len(rows)
        for place in counts:
            for column in COLUMNS:
                if column.within:
                    rows.append(self._row({at[place, column.name]: 1, at[place, column.within]: -1}))
                    highs.append(0)
        lows = [0.0] * sums + [-np.inf] * (len(rows) - sums)
        self.rules = LinearConstraint(np.array(rows), lows, highs)
        low = [0 if cell in shut else counts[cell[0]][cell[1]] for cell in self.cells]
        high = [10_000 if cell in shut else counts[cell[0]][cell[1]] for cell in self.cells]
        self.known = Bounds(low, high)
        self.at = at

    def _row(self, marks: dict[int, int]) -> list[int]:
        return [marks.get(number, 0) for number in range(len(self.cells))]

    def places(self, cell: tuple[str, str]) -> tuple[int, int]:
        """The smallest and the largest whole number a cell could be."""
        aim = np.zeros(len(self.cells))
        aim[self.at[cell]] = 1
        low, high = self._least(aim), self._least(-aim)
        return round(low), round(-high)

    def _least(self, aim: np.ndarray) -> float:
        asked = {"constraints": self.rules, "bounds": self.known, "integrality": np.ones(len(aim))}
        found = milp(aim, **asked)
        if not found.success:  # HiGHS now and then calls infeasible, after its presolve, what it has just solved
            found = milp(aim, options={"presolve": False}, **asked)
        assert found.success
        return float(found.fun)


@st.composite
def village(draw: st.DrawFn) -> list[int]:
    people = draw(st.one_of(st.integers(0, 12), st.integers(0, 60)))
    elder, disabled = draw(st.integers(0, people)), draw(st.integers(0, min(people, draw(st.sampled_from([3, 60])))))
    return [people, elder, disabled, draw(st.integers(0, disabled)), draw(st.integers(0, people))]


DISTRICT = st.lists(st.lists(village(), min_size=1, max_size=4), min_size=1, max_size=3)


@example(
    [
        [[0, 0, 0, 0], [2, 0, 2, 0], [3, 0, 3, 0]],
        [[4, 0, 0, 0], [4, 0, 3, 3], [19, 0, 16, 0], [24, 0, 0, 0]],
        [[3, 0, 2, 0], [7, 0, 3, 2]],
    ]
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DISTRICT)
def test_no_closed_cell_can_be_worked_out(villages: list[list[list[int]]]) -> None:
    counts, tree = summed(villages)
    shut = closed(counts, tree, COLUMNS, SMALLEST)
    reader = Reader(counts, tree, shut)
    told = {}
    for cell in sorted(shut):
        low, high = reader.places(cell)
        assert low <= counts[cell[0]][cell[1]] <= high
        if low == high:
            told[cell] = low
    assert told == {}


@given(DISTRICT)
def test_every_small_number_is_closed(villages: list[list[list[int]]]) -> None:
    counts, tree = summed(villages)
    shut = closed(counts, tree, COLUMNS, SMALLEST)
    small = {(place, name) for place in counts for name in NAMES if counts[place][name] < SMALLEST}
    assert small <= shut


def test_the_reader_of_this_test_would_find_out() -> None:
    """With only the small numbers closed the very same reader works them out, so the test above can fail."""
    counts, tree = summed([[[100, 30, 12, 5], [100, 30, 2, 0], [100, 30, 9, 5]]])
    small = frozenset((place, name) for place in counts for name in NAMES if counts[place][name] < SMALLEST)
    assert ("93050102", "disabled") in small
    assert Reader(counts, tree, small).places(("93050102", "disabled")) == (2, 2)


def test_numbers_large_enough_are_all_shown() -> None:
    counts, tree = summed([[[100, 30, 12, 5], [80, 20, 10, 6]], [[90, 31, 11, 7], [70, 25, 9, 8]]])
    assert closed(counts, tree, COLUMNS, SMALLEST) == frozenset()


def test_one_small_number_closes_few_others() -> None:
    """The smallest sister goes with it; a sub-district's own sum stays."""
    counts, tree = summed([[[100, 30, 12, 5], [100, 30, 2, 0], [100, 30, 9, 5]], [[90, 31, 11, 7], [70, 25, 9, 8]]])
    shut = {place for place, name in closed(counts, tree, COLUMNS, SMALLEST) if name == "disabled"}
    assert shut == {"93050102", "93050103"}


@pytest.mark.parametrize("smallest", [5, 11])
def test_whoever_is_nowhere_counts_as_few(smallest: int) -> None:
    """A nought is a small number too: that nobody in a village is bedbound is told to no stranger."""
    counts, tree = summed([[[100, 0, 0, 0], [100, 40, 20, 12]], [[100, 40, 20, 12], [90, 40, 30, 15]]])
    assert ("93050101", "elder") in closed(counts, tree, COLUMNS, smallest)
