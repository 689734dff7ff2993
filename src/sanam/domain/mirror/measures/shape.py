"""The network as a whole: how many ties of those possible, in how many pieces, around how few.

Why: the first thing to see, before any name is looked for.
Formula: density 2m / (n(n − 1)), directed m / (n(n − 1)); degree centralisation Σ(max − d_i) / ((n − 1)(n − 2)), ties
counted whichever way they run; closeness (r − 1)/(n − 1) · (r − 1)/Σd over the r nodes that reach this one (this one
among them); assortativity the correlation of the numbers of ties at both ends.
Source: Freeman 1979, Social Networks 1:215; Wasserman and Faust 1994, §5.2; Newman 2003, PRE 67:026126.
Pitfalls: density falls with size by itself, so it compares only networks of one size; PARTNER's reference (density 30
%, centralisation 73 %, of 41 organisations) is a survey's, not of traces.
Not for: a target. A district needs ties that are used, not many ties.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import rustworkx as rx

from sanam.domain.mirror.network import Matrix, Network


def density(of: Network) -> float | None:
    """Ties of those possible; None with fewer than two nodes."""
    possible = of.n * (of.n - 1) / (1 if of.directed else 2)
    return of.m / possible if possible else None


def components(of: Network) -> list[list[str]]:
    """Pieces that no tie joins, whichever way ties run; names in order, so are the pieces by their first."""
    found = rx.connected_components(of.undirected().graph())
    return [[of.nodes[at] for at in piece] for piece in sorted(sorted(piece) for piece in found)]


def degree(of: Network) -> dict[str, int]:
    """With how many others each node is tied; directed: ties in plus ties out."""
    return {name: int(count) for name, count in zip(of.nodes, _degrees(of), strict=True)}


def _degrees(of: Network) -> Matrix:
    counted: Matrix = np.bincount(of.ties.ravel(), minlength=of.n).astype(np.float64)
    return counted


def centralisation(of: Network) -> float | None:
    """0 where all have as many ties, 1 for a star; None with fewer than three nodes."""
    if of.n < 3:
        return None
    degrees = _degrees(of.undirected())
    return float((degrees.max() - degrees).sum() / ((of.n - 1) * (of.n - 2)))


def closeness(of: Network) -> dict[str, float]:
    """How few steps others need to reach each node; 0 for isolates."""
    found: Any = rx.digraph_closeness_centrality if of.directed else rx.graph_closeness_centrality
    values = found(of.graph(), wf_improved=True)
    return {name: float(values[at]) for at, name in enumerate(of.nodes)}


def assortativity(of: Network) -> float | None:
    """Whether the much tied are tied to the much tied, −1 to 1; directed: out with in. None where all are alike."""
    ends = of.ties if of.directed else np.concatenate([of.ties, of.ties[:, ::-1]])
    if not len(ends):
        return None
    table = of.adjacency()
    one, other = table.sum(axis=1)[ends[:, 0]], table.sum(axis=0)[ends[:, 1]]
    if not one.std() or not other.std():
        return None
    return float(np.corrcoef(one, other)[0, 1])
