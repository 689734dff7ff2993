"""Whether people divide otherwise than by legs: groups found from the votes, held against the declared ones.

Why: when they hardly match (ARI near nought), opinions do not run along organisations, itself good news to show.
Formula: columns of votes filled by their means, two principal components; each person projected from what they
saw, scaled by √(statements / seen); k-means, k from 2 to min(5, 2 + n/12) by silhouette. ARI = (Σ C(n_ij, 2) − e) /
(½(Σ C(a_i, 2) + Σ C(b_j, 2)) − e), e what chance gives.
Source: the pipeline of Polis (Small et al. 2021, Recerca 26(2)); ARI: Hubert and Arabie 1985, J Classif 2:193.
Gate: 40 people who answered at least seven statements each, and 15 statements; below that groups are noise.
Pitfalls: k-means always finds groups; even with 200 people and strong legs it recovered them by ARI .53 only.
Not for: telling anybody which group they are in. Only sizes are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb

import numpy as np
from numpy.typing import NDArray

from sanam.domain.dialogue.counting.ballots import Ballots, Places
from sanam.domain.dialogue.counting.kmeans import best_division

FEWEST_PEOPLE, FEWEST_STATEMENTS, FEWEST_ANSWERS = 40, 15, 7
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups found without looking at legs."""

    people: int
    """How many answered enough to be counted."""
    sizes: tuple[int, ...]
    """The largest first."""
    silhouette: float
    """How far apart they are, −1 to 1; votes thrown by dice give .45 to .6, so it says little alone."""
    ari: float
    """How well they match the legs: 1 the same, 0 as chance would."""


def clusters(ballots: Ballots) -> Clusters | None:
    """Groups of those who answered enough; None below the gate. The same ballots give the same groups."""
    answered = np.bincount(ballots.who, minlength=len(ballots.participants))
    enough = np.flatnonzero(answered >= FEWEST_ANSWERS)
    if len(enough) < FEWEST_PEOPLE or len(ballots.statements) < FEWEST_STATEMENTS:
        return None
    points = projected(_table(ballots)[enough])
    found = best_division(points, most=min(5, 2 + len(enough) // 12))
    if found is None:
        return None
    labels, silhouette = found
    sizes = tuple(sorted(np.bincount(labels).tolist(), reverse=True))
    return Clusters(len(enough), sizes, silhouette, ari(labels, ballots.leg_of[enough]))


def projected(table: Matrix) -> Matrix:
    """People × statements, NaN where not seen, to people × 2 principal components."""
    seen = ~np.isnan(table)
    answers = seen.sum(axis=0)
    means = np.where(seen, table, 0).sum(axis=0) / np.maximum(answers, 1)
    centred = np.where(seen, table - means, 0)
    scale = np.sqrt(table.shape[1] / np.maximum(seen.sum(axis=1), 1))
    moved: Matrix = (centred @ axes_of(centred)) * scale[:, None]
    return moved


def axes_of(centred: Matrix) -> Matrix:
    """The two principal components, statements × 2; an axis has no sign of its own, so its largest part is positive."""
    _, directions = np.linalg.eigh(centred.T @ centred)
    axes: Matrix = directions[:, :-3:-1]
    largest = np.abs(axes).argmax(axis=0)
    return axes * np.sign(axes[largest, range(2)])


def ari(one: Places, other: Places) -> float:
    """The adjusted Rand index of two divisions of the same people; exact until the last step."""
    width = int(other.max()) + 1
    cells, rows, columns = (
        sum(comb(count, 2) for count in np.bincount(places).tolist()) for places in (one * width + other, one, other)
    )
    expected = Fraction(rows * columns, comb(len(one), 2))
    most = Fraction(rows + columns, 2)
    return float((cells - expected) / (most - expected)) if most != expected else 1.0


def _table(ballots: Ballots) -> Matrix:
    table = np.full((len(ballots.participants), len(ballots.statements)), np.nan)
    table[ballots.who, ballots.what] = ballots.vote
    return table
