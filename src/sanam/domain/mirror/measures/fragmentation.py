"""ผูกติดกับตัวบุคคล: how far the network falls apart when one node is gone (key player).

Why: what stands and falls with one person is not yet the district's own.
Formula: F = 1 − Σ_k s_k(s_k − 1) / (n(n − 1)), s_k the size of component k (directed: share of ordered pairs with no
way); F_D = 1 − Σ_{i≠j} d_ij⁻¹ / (n(n − 1)), d the number of steps, no way counting nought. Both of the network
**without** the node.
Source: Borgatti 2006, Comput Math Organ Theory 12:21–34.
Pitfalls: whoever has most ties need not be who holds it together (the kite: Diane, F = 0); unrecorded ties.
Not for: telling somebody they may not leave, or that they are not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import rustworkx as rx

from sanam.domain.mirror.chance import NEARLY
from sanam.domain.mirror.network import Matrix, Network

MOST_FOR_PAIRS = 80
"""Above this the best pair is not searched: it would be thousands of networks."""


@dataclass(frozen=True, slots=True)
class Apart:
    """F and F_D of a network, each 0 (whole) to 1; None with fewer than two nodes."""

    f: float | None
    f_d: float | None


def apart(of: Network) -> Apart:
    """How fragmented this network is."""
    pairs = of.n * (of.n - 1)
    if not pairs:
        return Apart(None, None)
    reached, near = _reach(steps(of))
    return Apart(1 - reached / pairs, 1 - near / pairs)


def without_each(of: Network) -> dict[str, Apart]:
    """For each node, how fragmented the network is without it."""
    return {name: apart(of.without(at)) for at, name in enumerate(of.nodes)}


def key_players(of: Network, size: int) -> list[list[str]]:
    """Every set of so many nodes whose absence fragments most by F, F_D where F is equal; none when too many to try."""
    if of.n < size + 2 or (size > 1 and of.n > MOST_FOR_PAIRS):
        return []
    tried = list(_tried(of, size))
    best = max(worth for worth, _ in tried)
    return [names for worth, names in tried if worth == best]


def _tried(of: Network, size: int) -> Iterator[tuple[tuple[float, float], list[str]]]:
    for places in combinations(range(of.n), size):
        left = apart(of.without(*places))
        worth = round(left.f or 0.0, 9), round(left.f_d or 0.0, 9)
        yield worth, [of.nodes[at] for at in places]


def steps(of: Network) -> Matrix:
    """Steps of the shortest way from each node to each; inf where there is none."""
    distances = rx.digraph_distance_matrix if of.directed else rx.graph_distance_matrix
    found: Matrix = np.asarray(distances(of.graph(), null_value=np.inf), dtype=np.float64)
    return found


def _reach(found: Matrix) -> tuple[float, float]:
    """How many ordered pairs have a way, and the sum of one over its steps."""
    ways = found[np.isfinite(found) & (found > NEARLY)]
    return float(len(ways)), float((1 / ways).sum())
