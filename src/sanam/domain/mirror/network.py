"""A network: who is tied to whom, once each; nothing about how often or how well.

Everything here is worked out by rustworkx or numpy from plain places 0 … n−1; names are only for the answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from sanam.domain.foundation.thai.text import by_name

Matrix = NDArray[np.float64]
Places = NDArray[np.int64]
Which = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes in the order of their names, and ties as pairs of places; no loops, no tie twice."""

    nodes: tuple[str, ...]
    ties: Places
    """Shape (m, 2). Undirected: the smaller place first. Directed: from, to."""
    directed: bool = False

    @property
    def n(self) -> int:
        return len(self.nodes)

    @property
    def m(self) -> int:
        return len(self.ties)

    def adjacency(self) -> Matrix:
        """1 where there is a tie, else 0; symmetric unless directed."""
        table = np.zeros((self.n, self.n))
        table[self.ties[:, 0], self.ties[:, 1]] = 1
        return table if self.directed else table + table.T

    def graph(self) -> Any:
        """The same for rustworkx: a PyDiGraph where directed, else a PyGraph."""
        bare = rx.PyDiGraph(multigraph=False) if self.directed else rx.PyGraph(multigraph=False)
        bare.add_nodes_from(range(self.n))
        bare.add_edges_from_no_data([(int(one), int(other)) for one, other in self.ties])
        return bare

    def undirected(self) -> Network:
        """Who is tied at all, whichever way."""
        return network(self.nodes, self.pairs()) if self.directed else self

    def pairs(self) -> list[tuple[str, str]]:
        """The ties by name."""
        return [(self.nodes[one], self.nodes[other]) for one, other in self.ties]

    def without(self, *places: int) -> Network:
        """The same network, these nodes gone with their ties."""
        left = np.setdiff1d(np.arange(self.n), places)
        moved = np.full(self.n, -1)
        moved[left] = np.arange(len(left))
        ties = moved[self.ties]
        return Network(tuple(self.nodes[at] for at in left), ties[(ties >= 0).all(axis=1)], self.directed)


def network(names: Iterable[str], pairs: Iterable[tuple[str, str]], *, directed: bool = False) -> Network:
    """Build one from names and ties; names only in ties are nodes too, loops and repetitions say nothing more."""
    listed = list(pairs)
    nodes = tuple(sorted({*names, *(name for pair in listed for name in pair)}, key=by_name))
    place = {name: at for at, name in enumerate(nodes)}
    found = {(place[one], place[other]) for one, other in listed if one != other}
    ties = sorted(found if directed else {(min(pair), max(pair)) for pair in found})
    return Network(nodes, np.array(ties, dtype=np.int64).reshape(-1, 2), directed)
