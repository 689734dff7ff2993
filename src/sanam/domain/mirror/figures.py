"""The mirror of one body: of rows that rooms recorded anyway, figures that say how far they can be trusted.

None travels alone: it has its number of cases, its window, its coverage, what chance would give, and a verdict.
The verdicts of one mirror are given together, each p raised for how many were looked at (Holm).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from sanam.domain.mirror import gates
from sanam.domain.mirror.chance import holm, p_at_most
from sanam.domain.mirror.gates import Verdict
from sanam.domain.mirror.measures import bottleneck, parity, presence, waiting
from sanam.domain.mirror.measures.silo import PERMUTATIONS, meeting, numbered, within_by_chance
from sanam.domain.mirror.measures.waiting import Item
from sanam.domain.mirror.network import network
from sanam.domain.mirror.words import Says


@dataclass(frozen=True, slots=True)
class Rows:
    """What a body did in a window of days: plain rows, read from the rooms by whoever calls."""

    window: tuple[date, date]
    legs: Mapping[str, str]
    """The leg of every seat of the body."""
    came: Sequence[tuple[str, str]] = ()
    """Gathering and seat, of gatherings with a list."""
    held: int = 0
    """How many gatherings were held, with a list or without."""
    unlisted: float = 0.0
    """Share of those who came whose names no list has."""
    acts: Sequence[tuple[str, str]] = ()
    """Directed acts, from seat to seat: a referral, a request, a hand-over."""
    items: Sequence[Item] = ()
    """What waited on seats."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value beside its null. `low` to `high` is where 95 of 100 draws of the null fall."""

    value: float | None
    n: int
    window: tuple[date, date]
    coverage: float | None
    verdict: Verdict
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_corrected: float | None = None
    names: tuple[str, ...] = field(default=())
    """Seats or legs it speaks of, by name."""


Judge = Callable[[float | None], Verdict]


def figures(of: Rows, *, seed: int, permutations: int = PERMUTATIONS) -> dict[str, Figure]:
    """Every figure of one body, verdicts corrected together; the same rows and seed give the same figures."""
    gatherings = len({gathering for gathering, _ in of.came})
    by_gatherings: Judge = lambda p: gates.from_gatherings(p, gatherings)  # noqa: E731
    found: dict[str, tuple[Figure, Judge]] = {
        "silo": (_silo(of, seed, permutations), by_gatherings),
        "uneven": (_uneven(of, gatherings, seed, permutations), by_gatherings),
        "waiting": (_waiting(of, seed, permutations), lambda p: gates.from_cases(p, len(of.items), gates.FEWEST_ITEMS)),
        "parity": (_parity(of, seed, permutations), lambda p: gates.from_cases(p, len(of.acts), gates.FEWEST_ITEMS)),
    }
    raised = holm({name: figure.p for name, (figure, _) in found.items() if figure.p is not None})
    judged = {name: _judged(figure, judge, raised.get(name)) for name, (figure, judge) in found.items()}
    return judged | {"bottleneck": _bottleneck(of)}


def _judged(figure: Figure, judge: Judge, corrected: float | None) -> Figure:
    """With its verdict; seats are named only where there is something to look at."""
    verdict = judge(corrected)
    names = figure.names if verdict.says is Says.LOOK else ()
    return replace(figure, p_corrected=corrected, verdict=verdict, names=names)


def _figure(of: Rows, n: int, value: float | None = None) -> Figure:
    """A figure not yet judged, of something that needs lists of those who came or does not."""
    listed = len({gathering for gathering, _ in of.came})
    return Figure(value, n, of.window, listed / of.held if of.held else None, Verdict(Says.NOT_YET))


def _silo(of: Rows, seed: int, permutations: int) -> Figure:
    """E–I of who meets whom."""
    seats, events = list(of.legs), sorted({gathering for gathering, _ in of.came})
    bare = _figure(of, len(events))
    legs = numbered([of.legs[seat] for seat in seats])
    if not events or len(set(of.legs.values())) < 2:
        return bare
    pairs = np.array(np.triu_indices(len(seats), 1)).T
    weights = meeting(_table(of, seats, events)[None], pairs)
    met = np.flatnonzero(weights[0])
    pairs, weights = pairs[met], weights[:, met]
    if not (total := float(weights.sum())):
        return bare
    within = float(weights[0] @ (legs[pairs[:, 0]] == legs[pairs[:, 1]]))
    drawn = 1 - 2 * within_by_chance(pairs, legs, weights, seed=seed, permutations=permutations)[0] / total
    return _beside(replace(bare, value=1 - 2 * within / total), drawn, p_at_most(1 - 2 * within / total, drawn))


def _beside(bare: Figure, drawn: np.ndarray[tuple[int], np.dtype[np.float64]], p: float) -> Figure:
    low, high = np.quantile(drawn, (0.025, 0.975))
    return replace(bare, expected=float(drawn.mean()), low=float(low), high=float(high), p=p)


def _table(of: Rows, seats: Sequence[str], events: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    row, column = {seat: at for at, seat in enumerate(seats)}, {event: at for at, event in enumerate(events)}
    table = np.zeros((len(seats), len(events)), dtype=np.bool_)
    ours = [(row[seat], column[event]) for event, seat in of.came if seat in row]
    if ours:
        table[tuple(np.array(ours).T)] = True
    return table


def _uneven(of: Rows, gatherings: int, seed: int, draws: int) -> Figure:
    """Gini of attendance over all seats, those who never came counted."""
    counted = Counter(seat for _, seat in set(of.came))
    bare = _figure(of, gatherings)
    found = presence.uneven([counted[seat] for seat in of.legs], gatherings, seed=seed, draws=draws)
    if found is None:
        return bare
    return replace(bare, value=found.observed, expected=found.expected, high=found.p95, p=found.p)


def _waiting(of: Rows, seed: int, draws: int) -> Figure:
    """The median wait of all; p and names of seats slower than chance deals."""
    bare = replace(_figure(of, len(of.items), waiting.after(of.items, 0.5)), coverage=None)
    if not of.items:
        return bare
    slow = waiting.slower(of.items, seed=seed, draws=draws)
    return replace(bare, p=min(one.p_all for one in slow), names=tuple(one.seat for one in slow if one.p_all < 0.05))


def _parity(of: Rows, seed: int, draws: int) -> Figure:
    """How evenly the legs begin acts."""
    counts = Counter(of.legs[seat] for seat, _ in of.acts if seat in of.legs)
    bare = replace(_figure(of, len(of.acts)), coverage=None)
    found = parity.parity({leg: counts[leg] for leg in set(of.legs.values())}, seed=seed, draws=draws)
    return replace(bare, value=found.gap, expected=found.expected, p=found.p) if found else bare


def _bottleneck(of: Rows) -> Figure:
    """Through whom acts' ways lead: a name, or below its gate a set of possible ones."""
    tied = network(of.legs, of.acts, directed=True)
    verdict = gates.of_names(tied.n, of.unlisted) if tied.m else Verdict(Says.NOT_YET)
    top = bottleneck.on_top(tied) if verdict.says is Says.TELLS else bottleneck.could_be(tied)
    value = max(bottleneck.betweenness(tied).values(), default=None)
    names = tuple(sorted({*top, *bottleneck.cut_vertices(tied)}))
    return replace(_figure(of, tied.n, value), coverage=1 - of.unlisted, verdict=verdict, names=names)
