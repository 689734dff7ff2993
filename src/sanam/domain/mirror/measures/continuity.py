"""ไม่ผูกติดตัวบุคคล: whether a seat goes on working with the same others after its holder changed.

Why: that is what a seat is for.
Formula: J = |before ∩ after| / |before ∪ after| of those the seat worked with, 180 days on either side of the change;
beside it the same for seats that did not change, over the same days (difference in differences), and the days it
stood empty.
Source: Jaccard 1901; the composition is ours.
Pitfalls: few seats change, so cases are listed, and no average is given under five.
Not for: grading the new holder. Low continuity asks what the hand-over left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

FEWEST_FOR_AVERAGE = 5

Worked = tuple[Collection[str], Collection[str]]
"""With whom a seat worked, before and after."""


@dataclass(frozen=True, slots=True)
class Continuity:
    """Each changed seat's overlap by name, and the difference to unchanged seats once there are five of both."""

    cases: dict[str, float | None]
    unchanged: float | None
    difference: float | None


def overlap(before: Collection[str], after: Collection[str]) -> float | None:
    """Jaccard's J; None when the seat worked with nobody on either side."""
    one, other = set(before), set(after)
    return len(one & other) / len(one | other) if one | other else None


def continuity(changed: Mapping[str, Worked], unchanged: Mapping[str, Worked]) -> Continuity:
    """Compare seats whose holder changed with seats whose holder did not."""
    cases = {seat: overlap(*changed[seat]) for seat in sorted(changed)}
    ours = _average([value for value in cases.values() if value is not None])
    theirs = _average([value for worked in unchanged.values() if (value := overlap(*worked)) is not None])
    return Continuity(cases, theirs, ours - theirs if ours is not None and theirs is not None else None)


def _average(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if len(values) >= FEWEST_FOR_AVERAGE else None
