"""คอขวด: how long what waits on a seat waits, the still open counted (Kaplan–Meier).

Why: a mean of answered items is best exactly where nothing hard is ever answered.
Formula: S(t) = Π_{t_i ≤ t} (1 − d_i/n_i), d_i answered after t_i days of n_i that waited so long; open items are
censored today. Median: the first t with S ≤ 0.5; eightieth: the first with S ≤ 0.2. Greenwood's interval on log(−log
S). Beside it L = λW (Little), which holds where the desk neither fills nor empties.
A seat among seats: observed minus expected answers (log-rank), against seats dealt anew to the items, the slowest of
all seats kept at each draw, so that looking at every desk costs nothing.
Source: Kaplan and Meier 1958, JASA 53:457; Mantel 1966, Cancer Chemother Rep 50:163; Little 1961, Oper Res 9:383.
Pitfalls: holidays; bulk closing at the end of a month; harder questions go to some desks.
Not for: measuring a person's diligence. The desk waits for many reasons, one of them that all roads lead to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sanam.domain.mirror.chance import NEARLY, Z95
from sanam.domain.mirror.network import Matrix

DRAWS = 1_000


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waited on a seat: so many days until answered, or until today when still open."""

    seat: str
    days: float
    answered: bool


@dataclass(frozen=True, slots=True)
class Step:
    """After so many days: the share still waiting, with its 95 % interval."""

    days: float
    waiting: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Slow:
    """A seat whose answers are fewer than its share of the waiting gives; p among all seats."""

    seat: str
    items: int
    answered: int
    expected: float
    p_all: float


def curve(items: Sequence[Item]) -> list[Step]:
    """The share still waiting after each day on which something was answered."""
    return list(_curve(items))


def _curve(items: Sequence[Item]) -> Iterator[Step]:
    if not items:
        return
    days, which = np.unique([item.days for item in items], return_inverse=True)
    done = np.bincount(which, weights=[item.answered for item in items])
    waited = np.bincount(which)[::-1].cumsum()[::-1]
    share, variance = 1.0, 0.0
    for day, answered, waiting in zip(days.tolist(), done.tolist(), waited.tolist(), strict=True):
        if answered:
            share *= 1 - answered / waiting
            variance += answered / (waiting * (waiting - answered)) if waiting > answered else 0.0
            yield Step(day, share, *_between(share, variance))


def _between(share: float, variance: float) -> tuple[float, float]:
    """Greenwood on log(−log S), which never leaves 0 to 1; at the end of a curve there is none, so it is all of it."""
    if not 0 < share < 1:
        return (0.0, 1.0) if share <= 0 else (share, share)
    reach = Z95 * math.sqrt(variance) / math.log(share)
    low, high = share ** math.exp(-reach), share ** math.exp(reach)
    return min(low, high), max(low, high)


def after(items: Sequence[Item], share_answered: float) -> float | None:
    """Days until this share was answered (0.5: the median); None while too much is still open."""
    left = 1 - share_answered
    return next((step.days for step in _curve(items) if step.waiting <= left + NEARLY), None)


def open_now(items: Sequence[Item]) -> int:
    """How many still wait."""
    return sum(not item.answered for item in items)


def slower(items: Sequence[Item], *, seed: int, draws: int = DRAWS) -> list[Slow]:
    """Every seat's answers beside what its waiting would give, by seat name; p of being slow among all seats."""
    seats = sorted({item.seat for item in items})
    place = {seat: at for at, seat in enumerate(seats)}
    at = np.array([place[item.seat] for item in items], dtype=np.int64)
    answered = np.array([item.answered for item in items], dtype=np.float64)
    hazard = hazards(np.array([item.days for item in items]), answered)
    behind = lag(at[None], answered, hazard, len(seats))[0]
    dice = np.random.default_rng(seed)
    dealt = dice.permuted(np.tile(at, (draws, 1)), axis=1)
    highest = lag(dealt, answered, hazard, len(seats)).max(axis=1)
    expected = np.bincount(at, weights=hazard, minlength=len(seats))
    done = np.bincount(at, weights=answered, minlength=len(seats))
    return [
        Slow(
            seat,
            int((at == row).sum()),
            int(done[row]),
            float(expected[row]),
            float((1 + (highest >= behind[row] - NEARLY).sum()) / (1 + draws)),
        )
        for seat, row in place.items()
    ]


def hazards(days: Matrix, answered: Matrix) -> Matrix:
    """For each item, how many answers its waiting would have given at everybody's common pace (Nelson–Aalen)."""
    times, which = np.unique(days, return_inverse=True)
    done = np.bincount(which, weights=answered, minlength=len(times))
    waiting = np.bincount(which, minlength=len(times))[::-1].cumsum()[::-1]
    found: Matrix = np.cumsum(done / waiting)[which]
    return found


def lag(seats: NDArray[np.int64], answered: Matrix, hazard: Matrix, count: int) -> Matrix:
    """For each row of seats dealt to the items, how far each seat is behind, in standard deviations."""
    rows = len(seats)
    flat = (seats + np.arange(rows)[:, None] * count).ravel()

    def summed(values: Matrix) -> Matrix:
        found = np.bincount(flat, weights=np.tile(values, rows), minlength=rows * count).astype(np.float64)
        return found.reshape(rows, count)

    expected = summed(hazard)
    return (expected - summed(answered)) / np.sqrt(np.maximum(expected, NEARLY))
