"""How far legs put the same goals in the same order: Kendall's W, ties allowed for.

Formula: W = 12 S / (m²(n³ − n) − m ΣT); S the squared distances of the n rank sums from their mean, m rankings, each
tie of t goals adding t³ − t to T. 1 when all agree, 0 when two say the opposite.
Source: Kendall and Babington Smith 1939, Annals of Mathematical Statistics 10(3):275; ties: Kendall 1948, ch. 6.
Pitfalls: nought with more than two legs means "no common order", not "opposite"; three goals say little.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Values = Sequence[Fraction]


def kendalls_w(rankings: Sequence[Values]) -> Fraction | None:
    """W of m rankings of the same n goals, each given as values, the larger the higher; exact.

    None with fewer than two rankings or two goals, or when every ranking puts all goals alike.
    """
    m, n = len(rankings), len(rankings[0]) if rankings else 0
    if m < 2 or n < 2:
        return None
    doubled = [_doubled_ranks(values) for values in rankings]
    sums = [sum(ranks) for ranks in zip(*doubled, strict=True)]
    # doubled ranks have four times the squares; their mean is m(n + 1)
    spread = sum((one - m * (n + 1)) ** 2 for one in sums)
    most = m * m * (n**3 - n) - m * sum(_ties(values) for values in rankings)
    return Fraction(3 * spread, most) if most else None


def _doubled_ranks(values: Values) -> list[int]:
    """Twice each rank, so that the middle of a tie is a whole number."""
    return [2 * sum(other < one for other in values) + sum(other == one for other in values) + 1 for one in values]


def _ties(values: Values) -> int:
    alike = [sum(other == one for other in values) for one in set(values)]
    return sum(t**3 - t for t in alike)
