"""Small numbers stay closed, and no sum beside them opens them again.

A published table is a tree of places (a district, its sub-districts, their villages) with the same columns at every
place, each parent the sum of its children. A cell below the smallest number shown is closed. Closing only those would
let a reader subtract the open ones from their sum, so more are closed until nobody who sees the whole table, and knows
every rule written here, can place a closed cell within fewer numbers than the smallest shown.

Counts only; this module reads no table and knows no person. `docs/explanation/small-numbers.md` tells why it is so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, int]
Tree = Mapping[str, Sequence[str]]
Bounds = dict[str, tuple[int, int]]
NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and the column whose people its own are among: no elder that is not among everyone."""

    name: str
    within: str = ""


def closed(
    counts: Mapping[str, Row], tree: Tree, columns: Sequence[Column], smallest: int
) -> frozenset[tuple[str, str]]:
    """The closed cells as (place, column). `tree` gives the children of each place that has some; a column comes
    after the one it is within; `counts` holds every place, each parent the sum of its children."""
    shut: set[tuple[str, str]] = set()
    known: dict[str, Bounds] = {}
    for column in columns:
        own = {place: row[column.name] for place, row in counts.items()}
        # what is within a closed number is closed too, or it would tell how large that one is at least
        inside = {place for place in counts if (place, column.within) in shut}
        limits = {place: _limits(row, column, columns) for place, row in counts.items()}
        wider = {place: known[column.within][place][1] for place in inside}
        places, known[column.name] = _shut_in(_Told(own, tree, limits, wider), inside, smallest)
        shut |= {(place, column.name) for place in places}
    return frozenset(shut)


def _limits(row: Row, column: Column, columns: Sequence[Column]) -> tuple[int, int]:
    """Between what a cell would have to lie were every other column known: not knowing them only widens it."""
    least = max((row[one.name] for one in columns if one.within == column.name), default=0)
    return least, row[column.within] if column.within else NO_LIMIT


@dataclass(frozen=True, slots=True)
class _Told:
    """One column as it is, and what its rules tell: `wider` is how high the column around may be where it is closed."""

    own: Row
    tree: Tree
    limits: Mapping[str, tuple[int, int]]
    wider: Row

    def bounds(self, shut: set[str]) -> Bounds:
        """Between what and what a reader of the open cells can place each one.

        A tree of sums passes what is known up and then down; on a tree that is exact, and every whole number between
        the two is possible.
        """
        order = self.parents_first()
        below: Bounds = {}
        for place in reversed(order):
            low, high = self.limits[place] if place in shut else (self.own[place], self.own[place])
            if children := self.tree.get(place):
                low = max(low, sum(below[one][0] for one in children))
                high = min(high, sum(below[one][1] for one in children))
            below[place] = low, high
        known, most = dict(below), dict.fromkeys(order, NO_LIMIT)
        for place in order:
            children = self.tree.get(place, ())
            lows, highs = sum(below[one][0] for one in children), sum(below[one][1] for one in children)
            for one in children:
                low, high = below[one]
                most[one] = known[place][1] - (lows - low)
                known[one] = max(low, known[place][0] - (highs - high)), min(high, most[one])
        return self._wider(known, below, most, shut)

    def _wider(self, known: Bounds, below: Bounds, most: Row, shut: set[str]) -> Bounds:
        """Where the column around is closed too, this cell alone may be as high as that one may."""
        for place in self.wider.keys() & shut:
            children = self.tree.get(place, ())
            inside = sum(below[one][1] for one in children) if children else NO_LIMIT
            low, high = known[place]
            known[place] = low, max(high, min(self.wider[place], inside, most[place]))
        return known

    def parents_first(self) -> list[str]:
        """Every place, each before its children."""
        children = {one for family in self.tree.values() for one in family}
        order = [place for place in self.own if place not in children]
        for place in order:
            order.extend(self.tree.get(place, ()))
        return order


def _shut_in(told: _Told, inside: set[str], smallest: int) -> tuple[set[str], Bounds]:
    """The closed places of one column: the small ones, then the smallest beside them until none can be worked out."""
    shut = {place for place, number in told.own.items() if number < smallest} | inside
    near = _neighbours(told.tree)
    while True:
        known = told.bounds(shut)
        narrow = [place for place in sorted(shut) if known[place][1] - known[place][0] < smallest]
        more = {one for place in narrow if (one := _next_to(place, near, told.own, shut))}
        if not more:
            return shut, known
        shut |= more


def _neighbours(tree: Tree) -> dict[str, list[list[str]]]:
    """What stands in a sum with each place, in the order in which it is closed: sisters, children, parent."""
    near: dict[str, list[list[str]]] = {}
    for parent, children in tree.items():
        near.setdefault(parent, []).append(list(children))
        for one in children:
            near.setdefault(one, [])[:0] = [[other for other in children if other != one], [parent]]
    return near


def _next_to(place: str, near: Mapping[str, list[list[str]]], own: Row, shut: set[str]) -> str:
    """The smallest open cell next to a closed one, as far away as it takes; empty when all around is closed."""
    around, seen = [place], {place}
    while around:
        groups = [group for at in around for group in near.get(at, [])]
        for group in groups:
            if open_ones := [(own[one], one) for one in group if one not in shut]:
                return min(open_ones)[1]
        around = [one for one in dict.fromkeys(one for group in groups for one in group) if one not in seen]
        seen |= set(around)
    return ""
