"""ชวนแต่คนใกล้: whether few come often and most come seldom, and whether anybody new comes.

Why: a circle that meets itself hears itself.
Formula: Gini = Σ_i Σ_j |x_i − x_j| / (2n²·mean), corrected × n/(n − 1); its null is **not** zero: people who all come
equally likely still differ, so it stands beside binomial draws. Pielou J = H / ln S; HHI = Σ share²; newcomers =
those never seen at an earlier gathering, over attendees.
Source: Deltas 2003, REStat 85:226 (correction); Pielou 1966, J Theor Biol 13:131; Davis, Gardner and Gardner 1941
(data).
Pitfalls: only those who came at least once are seen, those never asked are not (`asking`); a steering group should be
the same people; the first gathering is all newcomers, so the rate says nothing before the second.
Not for: counting any one person's absences.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sanam.domain.mirror.chance import p_at_least

DRAWS = 20_000
REGULAR = 0.7
"""Who came to this share of the gatherings is a regular."""


@dataclass(frozen=True, slots=True)
class Uneven:
    """The Gini of attendance beside what equal chances give: mean and 95th percentile of the draws, and one-sided p."""

    observed: float
    corrected: float | None
    expected: float
    p95: float
    p: float


def gini(counts: ArrayLike) -> NDArray[np.float64]:
    """Gini of each row of counts, 0 to 1 − 1/n; nought where all are nought."""
    rows = np.sort(np.atleast_2d(np.asarray(counts, dtype=np.float64)), axis=1)
    n, totals = rows.shape[1], rows.sum(axis=1)
    ranked = rows @ (2 * np.arange(1, n + 1) - n - 1)
    found: NDArray[np.float64] = np.divide(ranked, n * totals, out=np.zeros(len(rows)), where=totals > 0)
    return found


def uneven(counts: Sequence[int], gatherings: int, *, seed: int, draws: int = DRAWS) -> Uneven | None:
    """Gini of how often each person came to so many gatherings; None when nobody came."""
    n, total = len(counts), sum(counts)
    if not total:
        return None
    seen = float(gini(counts)[0])
    chance = gini(equal_chances(n, gatherings, total, draws, np.random.default_rng(seed)))
    return Uneven(
        observed=seen,
        corrected=seen * n / (n - 1) if n > 1 else None,
        expected=float(chance.mean()),
        p95=float(np.quantile(chance, 0.95)),
        p=p_at_least(seen, chance),
    )


def equal_chances(n: int, gatherings: int, total: int, draws: int, dice: np.random.Generator) -> NDArray[np.int64]:
    """How often each of n would come if all were equally likely to; (draws, n)."""
    return dice.binomial(gatherings, min(1.0, total / (n * gatherings)), size=(draws, n))


def evenness(counts: Sequence[int]) -> float | None:
    """Pielou's J: 1 where all came as often; None with fewer than two people."""
    shares = _shares(counts)
    if len(shares) < 2:
        return None
    return -sum(share * math.log(share) for share in shares) / math.log(len(shares))


def concentration(counts: Sequence[int]) -> float | None:
    """HHI: the chance that two attendances drawn are one person's; None when nobody came."""
    shares = _shares(counts)
    return sum(share * share for share in shares) if shares else None


def share_of_top(counts: Sequence[int], top: int) -> float | None:
    """Share of attendances of the so many who came most; None when nobody came."""
    shares = sorted(_shares(counts), reverse=True)
    return sum(shares[:top]) if shares else None


def regulars(counts: Sequence[int], gatherings: int) -> int:
    """How many people came to at least seven in ten."""
    return sum(count >= REGULAR * gatherings for count in counts)


def newcomers(events: Sequence[frozenset[str]]) -> list[int]:
    """For each gathering, in order of time, how many had come to none before."""
    seen: set[str] = set()
    found = []
    for people in events:
        found.append(len(people - seen))
        seen |= people
    return found


def _shares(counts: Sequence[int]) -> list[float]:
    total = sum(counts)
    return [count / total for count in counts if count]
