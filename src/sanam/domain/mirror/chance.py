"""What chance alone would give: permutation p, intervals, and the price of looking many times.

Sources: Phipson and Smyth 2010, Stat Appl Genet Mol Biol 9:39 (a p from draws is never nought); Wilson 1927, JASA
22:209; Holm 1979, Scand J Stat 6:65.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

ALARM = 0.05
"""A figure is pointed out below this p, after correction when it stands among others."""
NEARLY = 1e-12
Z95 = 1.959963984540054


def p_at_least(observed: float, draws: ArrayLike) -> float:
    """(1 + draws as large as what was seen) / (1 + draws); ties count as large."""
    values = np.asarray(draws)
    return float((1 + np.count_nonzero(values >= observed - NEARLY)) / (1 + values.size))


def p_at_most(observed: float, draws: ArrayLike) -> float:
    """The same for what is as small."""
    return p_at_least(-observed, -np.asarray(draws))


def wilson(yes: int, asked: int, z: float = Z95) -> tuple[float, float]:
    """Wilson's interval of a share, 95 % unless told otherwise; (0, 1) when nobody was asked."""
    if not asked:
        return 0.0, 1.0
    share, weight = yes / asked, z * z / asked
    middle = share + weight / 2
    reach = z * math.sqrt(share * (1 - share) / asked + weight / (4 * asked))
    low, high = ((middle + way * reach) / (1 + weight) for way in (-1, 1))
    return max(0.0, low), min(1.0, high)


def holm(ps: Mapping[str, float]) -> dict[str, float]:
    """Each p raised for how many were looked at (Holm's steps), in the order given."""
    raised, highest = {}, 0.0
    for rank, (name, p) in enumerate(sorted(ps.items(), key=lambda one: (one[1], one[0]))):
        highest = max(highest, min(1.0, (len(ps) - rank) * p))
        raised[name] = highest
    return {name: raised[name] for name in ps}
