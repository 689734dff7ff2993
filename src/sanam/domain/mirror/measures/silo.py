"""แยกส่วน ต่างคนต่างทำ: whether ties stay within legs more than chance would have it (E–I index).

Why: legs that meet only themselves find out late what the others know.
Formula: E–I = (E − I) / (E + I), E ties across legs, I within; −1 all within, +1 all across. Its null is **not**
zero: labels put on at random give 1 − 2·Σ n_k(n_k − 1) / (n(n − 1)), which for four legs of five is +0.579. p is
one-sided: the share of permuted labels that give as little across.
Source: Krackhardt and Stern 1988, Soc Psych Q 51:123–140; the permutation as in the UCINET manual.
Pitfalls: legs of unequal size; a leg with one organisation; ties from attendance alone when one leg hosts everything.
Not for: judging a person, or saying "no silo" (see `gates`): too little was seen is not the same as nothing is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sanam.domain.mirror.chance import NEARLY, p_at_least, p_at_most
from sanam.domain.mirror.network import Matrix, Places, Which

PERMUTATIONS = 10_000
DENSE = 8
"""From so many ties a node on, whole tables are multiplied."""
AT_ONCE = 4_000_000
"""How many comparisons of two labels are held in memory together."""


@dataclass(frozen=True, slots=True)
class Silo:
    """E–I of one network, beside its null; `across` and `within` are weights of ties, `outward` is the p of more."""

    across: float
    within: float
    observed: float
    expected: float
    sd: float
    p: float
    outward: float

    @property
    def z(self) -> float | None:
        """How many standard deviations from what permuted labels give; None where they all give the same."""
        return (self.observed - self.expected) / self.sd if self.sd > NEARLY else None


def silo(
    ties: Places,
    labels: Sequence[str],
    *,
    seed: int,
    weights: Sequence[float] | None = None,
    permutations: int = PERMUTATIONS,
) -> Silo | None:
    """E–I of ties (m, 2) between places, each with its leg; None without a tie or with fewer than two legs."""
    if not len(ties) or len(set(labels)) < 2:
        return None
    weight = np.ones((1, len(ties))) if weights is None else np.asarray(weights, dtype=np.float64).reshape(1, -1)
    legs = numbered(labels)
    total = float(weight.sum())
    if not total:
        return None
    within = float(weight[0] @ (legs[ties[:, 0]] == legs[ties[:, 1]]))
    drawn = 1 - 2 * within_by_chance(ties, legs, weight, seed=seed, permutations=permutations)[0] / total
    seen = 1 - 2 * within / total
    return Silo(
        across=total - within,
        within=within,
        observed=seen,
        expected=expected(labels),
        sd=float(drawn.std()),
        p=p_at_most(seen, drawn),
        outward=p_at_least(seen, drawn),
    )


def within_by_chance(ties: Places, legs: Places, weights: Matrix, *, seed: int, permutations: int) -> Matrix:
    """Weight within legs for each row of `weights` (rows, m) and each of the permutations of `legs`."""
    dense = len(weights) == 1 and len(ties) > DENSE * len(legs)
    size = max(1, AT_ONCE // max(1, len(legs) * (int(legs.max()) + 1) if dense else len(ties)))
    dice = np.random.default_rng(seed)
    pieces = []
    for start in range(0, permutations, size):
        mixed = dice.permuted(np.tile(legs.astype(np.int16), (min(size, permutations - start), 1)), axis=1)
        if dense:
            pieces.append(_by_legs(ties, mixed, weights[0], len(legs)))
        else:
            same = mixed[:, ties[:, 0]] == mixed[:, ties[:, 1]]
            pieces.append(weights @ same.T.astype(np.float64))
    return np.concatenate(pieces, axis=1)


def _by_legs(ties: Places, mixed: NDArray[np.int16], weights: Matrix, n: int) -> Matrix:
    """The same where most pairs are tied: one multiplication a leg, in place of a look at every tie."""
    table = np.zeros((n, n))
    table[ties[:, 0], ties[:, 1]] = weights
    within = np.zeros(len(mixed))
    for leg in range(int(mixed.max()) + 1):
        ours = (mixed == leg).astype(np.float64)
        within += ((ours @ table) * ours).sum(axis=1)
    return within[None]


def meeting(came: Which, pairs: Places) -> Matrix:
    """How strongly each pair is tied by meeting, in each table (tables, people, gatherings); (tables, pairs).

    A gathering of k ties each two by 1/(k − 1), so that everyone gives one in all: where fifty meet, two have met less
    than where three do (Newman 2001, PRE 64:016132). Counting meetings alone finds a silo less often.
    """
    sizes = came.sum(axis=1, keepdims=True)
    parts = (came / np.sqrt(np.maximum(sizes - 1, 1))).astype(np.float32)
    both = parts @ parts.transpose(0, 2, 1)
    found: Matrix = both[:, pairs[:, 0], pairs[:, 1]].astype(np.float64)
    return found


def expected(labels: Sequence[str]) -> float:
    """E–I that labels put on at random give on average, whatever the network: exact, no draw needed."""
    sizes = np.bincount(numbered(labels))
    n = len(labels)
    return float(1 - 2 * (sizes * (sizes - 1)).sum() / (n * (n - 1)))


def numbered(labels: Sequence[str]) -> NDArray[np.int64]:
    """Legs as numbers, in the order of their names."""
    return np.unique(np.asarray(labels), return_inverse=True)[1].astype(np.int64)
