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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import rustworkx as rx

from sanam.domain.mirror.network import Matrix, Network

MOST_FOR_PAIRS = 80
"""Above this the best pair is not searched: it would be thousands of networks."""


@dataclass(frozen=True, slots=True)
class Apart:
    """F and F_D of a network, each 0 (whole) to 1; None with fewer than two nodes."""

    f: float | None
    f_d: float | None


def apart(of: Network, gone: tuple[int, ...] = ()) -> Apart:
    """How fragmented this network is, these places gone."""
    return _without(of, of.graph(), gone)


def without_each(of: Network) -> dict[str, Apart]:
    """For each node, how fragmented the network is without it."""
    return {names[0]: left for names, left in without_sets(of, 1)}


def without_sets(of: Network, size: int) -> Iterator[tuple[list[str], Apart]]:
    """For every set of so many nodes, how fragmented the network is without them."""
    whole = of.graph()
    for gone in combinations(range(of.n), size):
        yield [of.nodes[at] for at in gone], _without(of, whole, gone)


def worst(tried: Iterable[tuple[list[str], Apart]]) -> list[list[str]]:
    """The sets whose absence fragments most by F, F_D where F is equal; none where nothing would be left."""
    worth = {tuple(names): (round(left.f or 0.0, 9), round(left.f_d or 0.0, 9)) for names, left in tried if left.f_d}
    most = max(worth.values(), default=None)
    return [list(names) for names, value in worth.items() if value == most]


def key_players(of: Network, size: int) -> list[list[str]]:
    """The worst sets of so many nodes to lose; none when there are too many to try."""
    return [] if size > 1 and of.n > MOST_FOR_PAIRS else worst(without_sets(of, size))


def _without(of: Network, whole: Any, gone: tuple[int, ...]) -> Apart:
    """Nodes that are gone stay as isolates, which reach nobody, and are not counted."""
    left = of.n - len(gone)
    if left < 2:
        return Apart(None, None)
    graph = whole.copy()
    graph.remove_edges_from([ends for ends in whole.edge_list() if ends[0] in gone or ends[1] in gone])
    # one over the steps; nought from a node to itself, and where there is no way
    near = 1 / steps(graph, directed=of.directed)
    pairs = left * (left - 1)
    return Apart(1 - np.count_nonzero(near) / pairs, 1 - float(near.sum()) / pairs)


def steps(graph: Any, *, directed: bool) -> Matrix:
    """Steps of the shortest way from each node to each; inf where there is none, and from a node to itself."""
    distances = rx.digraph_distance_matrix if directed else rx.graph_distance_matrix
    found: Matrix = distances(graph, null_value=np.inf)
    np.fill_diagonal(found, np.inf)
    return found
