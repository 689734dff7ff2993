"""Where the line of a silo really runs: modularity of the declared legs, and of the best division there is.

Why: groups that work together need not be the legs of the chart; they may be places, or old friends.
Formula: Q = Σ_c [L_c/m − (k_c/2m)²]; with directed ties Σ_c [L_c/m − k_out,c·k_in,c/m²].
Source: Newman and Girvan 2004, PRE 69:026113; directed: Leicht and Newman 2008, PRL 100:118703; the search is
Louvain's (Blondel et al. 2008, J Stat Mech P10008), each round followed by moving single nodes, many starts, best
kept.
Pitfalls: a division is found in pure noise too; modules with fewer than √(2m) ties can be hidden (Fortunato and
Barthélemy 2007, PNAS 104:36); the best division is the best found, proved by no one.
Not for: telling people which group they belong to. Below 15 nodes it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sanam.domain.mirror.chance import NEARLY
from sanam.domain.mirror.measures.silo import numbered
from sanam.domain.mirror.network import Matrix, Network, Places

STARTS = 40
LARGE = 200
"""From here on, fewer starts: each is long, and the gain small."""


def modularity(of: Network, labels: Sequence[str]) -> float | None:
    """Q of a division, a label a node; None without a tie."""
    return quality(beyond_chance(of), numbered(labels)) if of.m else None


def best_division(of: Network, *, seed: int, starts: int | None = None) -> tuple[float, list[list[str]]] | None:
    """The best division found, as its Q and its groups in the order of names; None without a tie."""
    if not of.m:
        return None
    table, dice = beyond_chance(of), np.random.default_rng(seed)
    labels = search(table, dice, starts or (STARTS if of.n < LARGE else STARTS // 8))
    groups: dict[int, list[str]] = {}
    for name, label in zip(of.nodes, labels.tolist(), strict=True):
        groups.setdefault(label, []).append(name)
    return quality(table, labels), list(groups.values())


def beyond_chance(of: Network) -> Matrix:
    """For each two nodes, their tie beyond what their numbers of ties would give; Q is its sum within groups."""
    ties = of.adjacency()
    total = ties.sum()
    table: Matrix = ties / total - np.outer(ties.sum(axis=1), ties.sum(axis=0)) / total**2
    return (table + table.T) / 2


def quality(table: Matrix, labels: Places) -> float:
    """Q of a division by that table."""
    return float(table[labels[:, None] == labels[None, :]].sum())


def search(table: Matrix, dice: np.random.Generator, starts: int) -> Places:
    """The best of so many climbs; every second one begins at the best so far, shaken."""
    best, height = climb(table, np.arange(len(table)), dice), -np.inf
    height = quality(table, best)
    for start in range(1, starts):
        begin = shaken(best, dice) if start % 2 else np.arange(len(table))
        found = climb(table, begin, dice)
        if (reached := quality(table, found)) > height + NEARLY:
            best, height = found, reached
    return best


def shaken(labels: Places, dice: np.random.Generator) -> Places:
    """A fifth of the nodes stand alone again."""
    alone = dice.random(len(labels)) < 0.2
    return np.where(alone, labels.max() + 1 + np.arange(len(labels)), labels)


def climb(table: Matrix, labels: Places, dice: np.random.Generator) -> Places:
    """Move nodes, then whole groups, then nodes again, until nothing gains."""
    while True:
        moved = compact(moves(table, labels, dice))
        groups = np.eye(moved.max() + 1)[moved]
        together = moves(groups.T @ table @ groups, np.arange(moved.max() + 1), dice)
        joined = compact(together[moved])
        if quality(table, joined) <= quality(table, compact(labels)) + NEARLY:
            return compact(labels)
        labels = joined


def moves(table: Matrix, labels: Places, dice: np.random.Generator) -> Places:
    """Put each node where it gains most, in random order, until a whole round moves none."""
    labels = compact(labels)
    # far too little to matter, but enough that equal gains are not always taken in the order of names
    coin = dice.random(len(table) + 1) * NEARLY / 10
    moved = True
    while moved:
        moved = False
        for node in dice.permutation(len(table)):
            # one label more than are in use: to stand alone is a choice too
            ties = np.bincount(labels, weights=table[node], minlength=len(table) + 1)
            ties[labels[node]] -= table[node, node]
            to = int((ties + coin).argmax())
            if ties[to] > ties[labels[node]] + NEARLY:
                labels[node], moved = to, True
    return labels


def compact(labels: Places) -> Places:
    """The same division, labels 0, 1, 2 … in order of the first node."""
    _, first, place = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[place].astype(np.int64)
