"""Whether a division is more than noise: a division is found in any network, also where there are no groups.

Why: «วงนี้แบ่งเป็นสี่กลุ่ม» is a sentence that a random network earns as well.
Formula: the Q that one climb reaches, against the Q that one climb reaches in networks rewired two ties at a time, in
which everyone keeps their number of ties; p is the share of rewired networks as well divided.
Source: Maslov and Sneppen 2002, Science 296:910 (rewiring); Guimerà, Sales-Pardo and Amaral 2004, PRE 70:025101 (Q of
random networks); Lancichinetti, Radicchi and Ramasco 2010, PRE 81:046110.
Pitfalls: fewer than 15 nodes say nothing; a network can be divided otherwise than by the best division.
Not for: telling people which group they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sanam.domain.mirror.chance import p_at_least
from sanam.domain.mirror.measures.communities import beyond_chance, climb, quality
from sanam.domain.mirror.network import Network

REWIRED = 500
FEWEST, MOST = 15, 100
"""Nodes: below, nothing is said; above, it would take minutes."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The Q of one climb beside what rewired networks reach: their mean, their 95th percentile, and one-sided p."""

    observed: float
    expected: float
    p95: float
    p: float


def divided(of: Network, *, seed: int, rewired: int = REWIRED) -> Divided | None:
    """Hold a network's division against noise; None where the network is too small, too large, or has no tie."""
    if not FEWEST <= of.n <= MOST or of.m < 2:
        return None
    dice = np.random.default_rng(seed)
    seen = _reached(of, dice)
    chance = np.array([_reached(one, dice) for one in rewirings(of, rewired, dice)])
    return Divided(seen, float(chance.mean()), float(np.quantile(chance, 0.95)), p_at_least(seen, chance))


def _reached(of: Network, dice: np.random.Generator) -> float:
    table = beyond_chance(of)
    return quality(table, climb(table, np.arange(of.n), dice))


def rewirings(of: Network, count: int, dice: np.random.Generator) -> Iterator[Network]:
    """Networks in which everyone has as many ties as here, each far from the one before."""
    ties = [(int(one), int(other)) for one, other in of.ties]
    there = set(ties)
    for at in range(count):
        _rewire(ties, there, of.directed, dice, (10 if not at else 3) * len(ties))
        yield Network(of.nodes, np.array(sorted(there), dtype=np.int64), of.directed)


def _rewire(
    ties: list[tuple[int, int]], there: set[tuple[int, int]], directed: bool, dice: np.random.Generator, tries: int
) -> None:
    """Two ties at a time change ends, in place; a loop or a tie there already leaves both as they are."""
    chosen, turned = dice.integers(0, len(ties), (tries, 2)).tolist(), (dice.random(tries) < 0.5).tolist()
    for (one, other), turn in zip(chosen, turned, strict=True):
        (a, b), (c, d) = ties[one], ties[other]
        if turn and not directed:
            c, d = d, c
        first, second = (a, d), (c, b)
        if not directed:
            first, second = (min(first), max(first)), (min(second), max(second))
        if a == d or c == b or first == second or first in there or second in there:
            continue
        there -= {ties[one], ties[other]}
        there |= {first, second}
        ties[one], ties[other] = first, second
