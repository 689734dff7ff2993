"""ใครใกล้ใคร: pairs who meet more often than their own and the gatherings' sizes explain (fixed-degree null).

Why: at fourteen gatherings nearly everybody has met everybody; drawing those ties would show friends where there are
none.
Formula: all attendance tables with the same row and column sums, drawn by curveball trades; for each pair the share
of draws in which they meet as often (p), and the share in which the **most surprising of all pairs** is as surprising
(`p_all`, Westfall–Young), which is what a page may go by: 153 pairs are 153 chances to be wrong.
Source: Strona et al. 2014, Nat Commun 5:4114 (curveball); Neal 2014, Social Networks 39:84 (fixed-degree backbone);
Westfall and Young 1993 (maximum of permuted statistics).
A p from draws is itself uncertain, so `p_high` is where it ends with 99.9 % certainty; a pair stands out alone when
that is below 0.05 (Gandy 2009, JASA 104:1504).
Pitfalls: a pair may meet because one brings the other; use directed acts for ties. Nothing found is not nothing
there.
Not for: saying who is whose friend. Never a page by names from attendance alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sanam.domain.mirror.chance import NEARLY
from sanam.domain.mirror.network import Matrix, Places

DRAWS = 10_000
CERTAIN = 3.0902
"""Standard deviations above which one draw in a thousand falls."""
CHAINS = 500
"""Tables drawn side by side, each by trades of its own."""
APART = 2
"""Rounds of trades between two draws of one chain; a round trades once for every row."""

Table = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Near:
    """For each pair (i < j): how often together, how often by chance, p alone and its end, p among all pairs."""

    pairs: Places
    together: Matrix
    expected: Matrix
    p: Matrix
    p_high: Matrix
    p_all: Matrix


def near(came: Table, *, seed: int, draws: int = DRAWS) -> Near:
    """Every pair of rows of a table (people, gatherings) against draws with the same sums."""
    pairs = np.array(np.triu_indices(len(came), 1)).T
    dice = np.random.default_rng(seed)
    chance = np.concatenate([met(tables, pairs) for tables in drawn(came, draws, dice)])[:draws]
    return against(met(came[None], pairs)[0], chance, pairs)


def against(seen: Matrix, chance: Matrix, pairs: Places) -> Near:
    """What was seen for each pair against draws (draws, pairs)."""
    mean, sd = chance.mean(axis=0), chance.std(axis=0)
    # a pair that chance never moves cannot surprise
    scale = np.where(sd > NEARLY, sd, np.inf)
    highest = ((chance - mean) / scale).max(axis=1, initial=-np.inf)
    surprise = (seen - mean) / scale
    as_often = (chance >= seen - NEARLY).sum(axis=0)
    as_surprising = len(chance) - np.searchsorted(np.sort(highest), surprise - NEARLY)
    p = (1 + as_often) / (1 + len(chance))
    p_high = p + CERTAIN * np.sqrt(p * (1 - p) / len(chance))
    return Near(pairs, seen, mean, p, p_high, (1 + as_surprising) / (1 + len(chance)))


def met(tables: Table, pairs: Places) -> Matrix:
    """How often each pair met, in each of the tables (tables, people, gatherings)."""
    counted = tables.astype(np.float32)
    together = counted @ counted.transpose(0, 2, 1)
    found: Matrix = together[:, pairs[:, 0], pairs[:, 1]].astype(np.float64)
    return found


def drawn(came: Table, draws: int, dice: np.random.Generator) -> list[Table]:
    """Pieces of draws, each (chains, people, gatherings)."""
    chains = min(CHAINS, draws)
    tables = np.repeat(came[None], chains, axis=0)
    # far enough from what was seen that nothing of it is left
    for _ in range(5 * APART + 10):
        trade(tables, dice)
    pieces = []
    for _ in range(-(-draws // chains)):
        for _ in range(APART):
            trade(tables, dice)
        pieces.append(tables.copy())
    return pieces


def trade(tables: Table, dice: np.random.Generator) -> None:
    """One round, in place: rows are paired off, and each two deal what only one of them has anew between them."""
    chains, rows, _ = tables.shape
    order = dice.permuted(np.tile(np.arange(rows), (chains, 1)), axis=1)
    each = np.arange(chains)[:, None]
    first, second = order[:, 0 : rows // 2 * 2 : 2], order[:, 1::2]
    one, other = tables[each, first], tables[each, second]
    between = one ^ other
    lots = np.where(between, dice.random(between.shape, dtype=np.float32), 2)
    rank = lots.argsort(axis=2).argsort(axis=2)
    dealt = rank < (one & between).sum(axis=2, keepdims=True)
    tables[each, first] = (one & other) | dealt
    tables[each, second] = (one & other) | (between & ~dealt)
