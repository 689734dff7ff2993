"""ผูกติดกับตัวบุคคล: how few people would have to be away for work to stop (bus factor), found exactly.

Why: a function with one practised holder stops with one fever.
Formula: a person covers a function when they did it at least twice in 365 days. BF_k = the fewest people without whom
at least k functions have nobody left. Choosing k functions whose holders together are fewest is NP-hard; it is
searched by branch and bound, so the answer is exact or says between which numbers it lies.
Source: Avelino et al. 2016, ICPC (truck factor, by greed); arXiv 2508.09828 (greed by degree inflates: for the Davis
women it needs 5 where 3 are enough).
Pitfalls: unrecorded work; a deputy who was named but never did it covers nothing (practice counts, not appointment).
Not for: judging whom we can do without. It asks for a second holder, never for the first one to go.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from sanam.domain.mirror.chance import NEARLY
from sanam.domain.mirror.network import Matrix, Which

PRACTISED = 2
SHARING = 400
MOST_STEPS = 20_000
"""So many branches are looked at before the search gives up proving, a few seconds."""

Holders = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Fewest:
    """The fewest people whose absence strips so many functions: proved when `at_least` equals `people`."""

    people: int
    at_least: int
    names: tuple[str, ...]

    @property
    def exact(self) -> bool:
        return self.people == self.at_least


def holders(acts: Iterable[tuple[str, str]], *, practised: int = PRACTISED) -> dict[str, frozenset[str]]:
    """Of acts (function, person) within the window, who covers what; a function nobody practised has no one."""
    counted = Counter(acts)
    functions = sorted({function for function, _ in counted})
    return {
        function: frozenset(who for (what, who), times in counted.items() if what == function and times >= practised)
        for function in functions
    }


def single(cover: Holders) -> list[str]:
    """Functions with one holder only, by name."""
    return sorted(function for function, people in cover.items() if len(people) == 1)


def smallest_sets(cover: Holders) -> list[list[str]]:
    """Every smallest set of people whose absence strips at least one function; by name."""
    held = {people for people in cover.values() if people}
    fewest = min(map(len, held), default=0)
    return sorted(sorted(people) for people in held if len(people) == fewest)


def stripped(cover: Holders, gone: Iterable[str]) -> int:
    """How many functions have nobody left when these are away."""
    away = frozenset(gone)
    return sum(people <= away for people in cover.values())


def fewest(cover: Holders, functions: int, *, most_steps: int = MOST_STEPS) -> Fewest | None:
    """The fewest people without whom at least so many functions stop; None when there are not so many functions."""
    if functions > len(cover):
        return None
    people = sorted(frozenset[str]().union(*cover.values()))
    place = {name: at for at, name in enumerate(people)}
    table = np.zeros((len(cover), len(people)), dtype=np.bool_)
    for row, held in enumerate(sorted(cover.values(), key=lambda one: (len(one), sorted(one)))):
        table[row, [place[name] for name in held]] = True
    search = _Search(table, functions, most_steps)
    names = tuple(people[at] for at in np.flatnonzero(search.best))
    return Fewest(len(names), search.proved, names)


class _Search:
    """Depth first over functions: take the cheapest, or leave it out; a branch ends where its bound is no better."""

    def __init__(self, table: Which, wanted: int, most_steps: int) -> None:
        self.table, self.wanted, self.left = table, wanted, most_steps
        nobody, all_open = np.zeros(table.shape[1], dtype=np.bool_), np.ones(len(table), dtype=np.bool_)
        self.best, self.shares = self._greedy(nobody), well_shared(table, wanted)
        at_root = self._bound(nobody, all_open)
        self._branch(nobody, all_open)
        # a search cut short has proved no more than its first bound
        self.proved = int(self.best.sum()) if self.left > 0 else min(int(self.best.sum()), at_root)

    def _greedy(self, gone: Which) -> Which:
        """A first answer: always the function that costs fewest more people."""
        while self._missing(gone) > 0:
            more = (self.table & ~gone).sum(axis=1)
            gone = gone | self.table[np.where(more, more, self.table.size).argmin()]
        return gone

    def _missing(self, gone: Which) -> int:
        """How many functions are still to be stripped; one left out that falls with others counts all the same."""
        return self.wanted - int((~(self.table & ~gone).any(axis=1)).sum())

    def _rows(self, gone: Which, open_: Which) -> tuple[Which, Matrix]:
        """What each function that may still be taken would cost: its people not away yet, and its share of each."""
        left = self.table[open_] & ~gone
        some = left.any(axis=1)
        return left[some], evenly(np.where(left[some], self.shares[open_][some], 0))

    def _bound(self, gone: Which, open_: Which) -> int:
        """No answer from here has fewer people.

        Everyone's cost is shared by all functions they hold, so the cheapest functions at their shares cost never too
        much; and the dearest of the cheapest must be paid whole.
        """
        if (missing := self._missing(gone)) <= 0:
            return int(gone.sum())
        left, shares = self._rows(gone, open_)
        if len(left) < missing:
            return 2 * int(self.table.shape[1])
        whole = int(np.sort(left.sum(axis=1))[missing - 1])
        return int(gone.sum()) + max(math.ceil(cheapest(shares, missing) - NEARLY * 1e3), whole)

    def _branch(self, gone: Which, open_: Which) -> None:
        self.left -= 1
        if self.left <= 0 or self._bound(gone, open_) >= self.best.sum():
            return
        if self._missing(gone) <= 0:
            self.best = gone
            return
        more = np.where(open_, (self.table & ~gone).sum(axis=1), 0)
        take = int(np.where(more, more, self.table.size).argmin())
        without = open_.copy()
        without[take] = False
        self._branch(gone | self.table[take], without)
        self._branch(gone, without)


def well_shared(table: Which, wanted: int) -> Matrix:
    """How everyone's cost is best shared by the functions they hold, so that the cheapest cost as much as they can.

    Any sharing gives a true bound; this one moves, step by step, costs to those functions that are among the cheapest.
    """
    shares = best = evenly(table.astype(np.float64))
    for step in range(SHARING):
        costs = shares.sum(axis=1)
        cheap = costs <= np.sort(costs)[wanted - 1]
        shares = evenly(shares * np.exp(np.where(cheap, 1 / math.sqrt(1 + step), 0))[:, None])
        if cheapest(shares, wanted) > cheapest(best, wanted):
            best = shares
    return best


def evenly(shares: Matrix) -> Matrix:
    """Shares that add up to one for every person who has any."""
    whole = shares.sum(axis=0)
    scaled: Matrix = shares / np.where(whole > 0, whole, 1)
    return scaled


def cheapest(shares: Matrix, wanted: int) -> float:
    """What so many functions cost at least."""
    return float(np.sort(shares.sum(axis=1))[:wanted].sum())
