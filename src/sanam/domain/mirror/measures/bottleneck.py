"""คอขวด: through whom the ways between others lead, and whose absence would part the network.

Why: what waits on one seat waits on its leave and its flu; a second bridge costs one invitation.
Formula: C_B(v) = Σ_{s≠v≠t} σ_st(v)/σ_st, σ the number of shortest ways; normalised as Freeman: / ((n−1)(n−2)/2),
directed / ((n−1)(n−2)). Cut vertices and bridges: those without which more components remain (directed: whichever way
ties run).
Source: Freeman 1977, Sociometry 40:35; Brandes 2001, J Math Sociol 25:163; Hopcroft and Tarjan 1973, CACM 16:372.
Pitfalls: to lie between others may be the secretary's very task; a missing node changes who is on top: of the kite's
ten, with any one unlisted, the right one is named in six cases. So under 15 nodes, or above 15 % unlisted, a set is
given.
Not for: ranking persons, pay, or removal from a seat.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import rustworkx as rx

from sanam.domain.mirror.chance import NEARLY
from sanam.domain.mirror.network import Network


def betweenness(of: Network) -> dict[str, float]:
    """For each node, the share of shortest ways between others that lead through it; 0 to 1."""
    return dict(zip(of.nodes, _between(of), strict=True))


def _between(of: Network) -> list[float]:
    if of.n < 3:
        return [0.0] * of.n
    of_rx = rx.digraph_betweenness_centrality if of.directed else rx.graph_betweenness_centrality
    found: Any = of_rx(of.graph(), normalized=True)
    return [float(found[at]) for at in range(of.n)]


def cut_vertices(of: Network) -> list[str]:
    """Those without whom more components remain, by name."""
    return [of.nodes[at] for at in sorted(rx.articulation_points(of.undirected().graph()))]


def bridges(of: Network) -> list[list[str]]:
    """Ties without which more components remain, by name."""
    found = sorted((min(pair), max(pair)) for pair in rx.bridges(of.undirected().graph()))
    return [[of.nodes[one], of.nodes[other]] for one, other in found]


def on_top(of: Network) -> list[str]:
    """Who lies on most ways; several when equal, nobody when no way leads through anyone."""
    between = np.array(_between(of))
    if not of.n or between.max() <= NEARLY:
        return []
    return [of.nodes[at] for at in np.flatnonzero(between >= between.max() - 1e-9)]


def could_be(of: Network) -> list[str]:
    """Everyone who lies on most ways, as things are or when any one node is missing from the list; by name."""
    found = {*on_top(of), *(name for at in range(of.n) for name in on_top(of.without(at)))}
    return [name for name in of.nodes if name in found]
