"""เท่าเทียมมากกว่าทำให้: how evenly the legs share an arena, such as seats, turns, proposals, or baht decided.

Why: a leg that is present but never decides is a guest.
Formula: gap = Σ_k |share_k − 1/K| / (2·(K − 1)/K), 0 equal to 1 one leg only (for four legs: over 1.5); J = H / ln K.
Its null: the same number of acts dealt to legs with equal chances. Presence: share of turns over share of those
present.
Source: Pielou 1966 (J); the gap is ours. Turn-taking: Woolley et al. 2010, Science 330:686, as an association only.
Pitfalls: acts of one person come in bursts, so count acts by occasion; quiet is not excluded.
Not for: quotas on speech. It starts a question to the quiet leg, never a reproach to the loud one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sanam.domain.mirror.chance import p_at_least
from sanam.domain.mirror.network import Matrix

DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Parity:
    """An arena: each leg's share, the gap beside what equal chances give, evenness, and the one-sided p."""

    shares: dict[str, float]
    gap: float
    expected: float
    evenness: float
    p: float


def parity(counts: Mapping[str, int], *, seed: int, draws: int = DRAWS) -> Parity | None:
    """How evenly so many acts lie on the legs, nought counted; None without an act or with one leg."""
    total, legs = sum(counts.values()), sorted(counts)
    if not total or len(legs) < 2:
        return None
    seen = float(gap([[counts[leg] for leg in legs]])[0])
    chance = gap(np.random.default_rng(seed).multinomial(total, [1 / len(legs)] * len(legs), size=draws))
    shares = {leg: counts[leg] / total for leg in legs}
    entropy = -sum(share * math.log(share) for share in shares.values() if share)
    return Parity(shares, seen, float(chance.mean()), entropy / math.log(len(legs)), p_at_least(seen, chance))


def gap(counts: ArrayLike) -> Matrix:
    """The gap of each row of counts, a column a leg."""
    rows = np.asarray(counts, dtype=np.float64)
    legs = rows.shape[1]
    found: Matrix = np.abs(rows / rows.sum(axis=1, keepdims=True) - 1 / legs).sum(axis=1) / (2 * (legs - 1) / legs)
    return found


def voice(turns: Mapping[str, int], present: Mapping[str, int]) -> dict[str, float | None]:
    """For each leg, its share of turns over its share of those present; 1 is even, None where nobody was."""
    all_turns, everyone = sum(turns.values()), sum(present.values())
    return {
        leg: (turns.get(leg, 0) / all_turns) / (count / everyone) if count and all_turns else None
        for leg, count in sorted(present.items())
    }
