"""k-means without dice: begun from places that the points themselves give, so that the same points divide alike.

Source: Lloyd 1982, IEEE Trans Inf Theory 28(2):129; silhouette to the groups' centres: Hruschka, Campello and de Castro
2004, in place of every pair's distance (Rousseeuw 1987, J Comput Appl Math 20:53), which ten thousand people would
not bear. A group of one scores nought, or it would always win.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Places = NDArray[np.int64]
ROUNDS = 100


def best_division(points: Matrix, most: int) -> tuple[Places, float] | None:
    """Labels and silhouette of the best of 2 to `most` groups, fewer groups when equal; None if all points are one."""
    if not np.ptp(points, axis=0).any():
        return None
    tried = [division(points, k) for k in range(2, most + 1)]
    scored = [(labels, silhouette(points, labels)) for labels in tried]
    return max(scored, key=lambda one: one[1])


def division(points: Matrix, k: int) -> Places:
    """The tightest division into at most k groups, of two ways to begin."""
    divided = [_settled(points, centres) for centres in (_in_parts(points, k), _far_apart(points, k))]
    return min(divided, key=lambda labels: _spread(points, labels))


def silhouette(points: Matrix, labels: Places) -> float:
    """The mean over points of (b − a)/max(a, b): a to the own centre, b to the next nearest; −1 to 1."""
    if labels.max() < 1:
        return 0.0
    away = _distances(points, _centres(points, labels))
    own = away[np.arange(len(points)), labels]
    away[np.arange(len(points)), labels] = np.inf
    next_nearest = away.min(axis=1)
    largest = np.maximum(own, next_nearest)
    scores = np.divide(next_nearest - own, largest, out=np.zeros(len(points)), where=largest > 0)
    scores[np.bincount(labels)[labels] == 1] = 0
    return float(scores.mean())


def _settled(points: Matrix, centres: Matrix) -> Places:
    """Lloyd's rounds until nobody moves; empty groups go."""
    labels = _nearest(points, centres)
    for _ in range(ROUNDS):
        moved = _nearest(points, _centres(points, labels))
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def _nearest(points: Matrix, centres: Matrix) -> Places:
    """Labels 0, 1, 2 … in the order of their first point."""
    _, first, place = np.unique(_distances(points, centres).argmin(axis=1), return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[place].astype(np.int64)


def _centres(points: Matrix, labels: Places) -> Matrix:
    sums = np.stack([np.bincount(labels, weights=column) for column in points.T], axis=1)
    return sums / np.bincount(labels)[:, None]


def _distances(points: Matrix, centres: Matrix) -> Matrix:
    away: Matrix = np.linalg.norm(points[:, None, :] - centres[None, :, :], axis=2)
    return away


def _spread(points: Matrix, labels: Places) -> float:
    return float(((points - _centres(points, labels)[labels]) ** 2).sum())


def _in_parts(points: Matrix, k: int) -> Matrix:
    """Centres of k equal parts along the first axis."""
    order = np.lexsort(points.T[::-1])
    return np.stack([points[part].mean(axis=0) for part in np.array_split(order, k)])


def _far_apart(points: Matrix, k: int) -> Matrix:
    """From the point farthest from the middle, each next one the farthest from those taken."""
    taken = [points[_distances(points, points.mean(axis=0)[None]).argmax()]]
    while len(taken) < k:
        taken.append(points[_distances(points, np.stack(taken)).min(axis=1).argmax()])
    return np.stack(taken)
