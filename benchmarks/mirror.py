"""The row of the mirror: every figure of a district, against the bare calls of numpy and rustworkx that it is made of.

    python -m benchmarks.mirror 20000

500 seats in four legs; of the traces six in ten are attendances, three acts, one an item that waited; 1,000
permutations and draws. The bare calls are given arrays that lie ready, and no null can be drawn with fewer of them.
"""

from __future__ import annotations

import json
import sys
from datetime import date

import numpy as np
import rustworkx as rx

from benchmarks.first_rows import against
from sanam.domain.mirror.figures import Rows, figures
from sanam.domain.mirror.measures.waiting import Item

SEATS, LEGS, DRAWS, A_GATHERING = 500, 4, 1_000, 40


def district(traces: int, dice: np.random.Generator) -> Rows:
    """Rows of a district in which nothing is wrong."""
    seats = {f"s{at:03}": f"leg {at % LEGS}" for at in range(SEATS)}
    names = list(seats)
    gatherings = traces * 6 // 10 // A_GATHERING
    came = [
        (f"g{at}", names[who]) for at in range(gatherings) for who in dice.choice(SEATS, A_GATHERING, replace=False)
    ]
    acts = [(names[one], names[other]) for one, other in dice.integers(0, SEATS, (traces * 3 // 10, 2))]
    items = [
        Item(names[seat], float(min(days, 30)), bool(days <= 30))
        for seat, days in zip(dice.integers(0, SEATS, traces // 10), dice.exponential(10, traces // 10), strict=True)
    ]
    return Rows((date(2026, 1, 1), date(2026, 6, 30)), seats, came=came, held=gatherings, acts=acts, items=items)


class Bare:
    """The same work with everything but the work itself taken away."""

    def __init__(self, of: Rows) -> None:
        place = {seat: at for at, seat in enumerate(of.legs)}
        table = np.zeros((SEATS, len({event for event, _ in of.came})), dtype=np.float32)
        for event, seat in of.came:
            table[place[seat], int(event[1:])] = 1
        both = np.triu(table @ table.T, 1)
        self.weights = both.astype(np.float64)
        self.legs = (np.arange(SEATS) % LEGS).astype(np.int16)
        self.gatherings, self.came = table.shape[1], len(of.came)
        self.acts = sorted({(place[one], place[other]) for one, other in of.acts if one != other})
        self.at = np.array([place[item.seat] for item in of.items])
        self.done = np.array([item.answered for item in of.items], dtype=np.float64)

    def __call__(self) -> None:
        dice = np.random.default_rng(1)
        self.silo(dice)
        counts = dice.binomial(self.gatherings, self.came / SEATS / self.gatherings, (DRAWS, SEATS))
        np.sort(counts.astype(np.float64), axis=1) @ np.arange(SEATS)
        dealt = dice.permuted(np.tile(self.at, (DRAWS, 1)), axis=1) + np.arange(DRAWS)[:, None] * SEATS
        for _ in ("expected", "answered"):
            np.bincount(dealt.ravel(), weights=np.tile(self.done, DRAWS), minlength=DRAWS * SEATS)
        dice.multinomial(len(self.acts), [1 / LEGS] * LEGS, size=DRAWS)
        self.ways()

    def silo(self, dice: np.random.Generator) -> None:
        mixed = dice.permuted(np.tile(self.legs, (DRAWS, 1)), axis=1)
        for leg in range(LEGS):
            ours = (mixed == leg).astype(np.float64)
            ((ours @ self.weights) * ours).sum(axis=1)

    def ways(self) -> None:
        directed, either = rx.PyDiGraph(), rx.PyGraph()
        for graph in (directed, either):
            graph.add_nodes_from(range(SEATS))
            graph.add_edges_from_no_data(self.acts)
        rx.digraph_betweenness_centrality(directed)
        rx.articulation_points(either)


def main(traces: int) -> None:
    of = district(traces, np.random.default_rng(1))
    row = against(lambda: figures(of, seed=1, permutations=DRAWS), Bare(of), runs=5)
    print(json.dumps({"database": "none", "entries": traces, "rows": {"mirror": row}}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
