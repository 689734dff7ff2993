"""Differing emphases: agreed on the goals, and each leg stresses another (จุดเน้น).

Why: the founding document found «เป้าหมายที่ตรงกัน แตกต่างที่จุดเน้น»; a difference of emphasis is no disagreement.
Formula: a leg's profile is the mean of its people's shares of dots. Two legs differ by the Jensen–Shannon distance
√(H((p + q)/2) − (H(p) + H(q))/2), H in bits: 0 alike, 1 nothing in common. All legs by Kendall's W. A goal is named
when |share − mean of the legs| > 2 SE.
Source: Lin 1991, IEEE Trans Inf Theory 37(1):145; its root is a distance: Endres and Schindelin 2003, same journal
49(7):1858; W: `concord`.
Floor: legs of which fewer than three people put dots are left out, and told: their profile would be one person's.
Pitfalls: dots split between goals that say the same; goals seen with many dots draw more, so hide them until closed.
Not for: ranking the goals. Of four legs that stress alike, one or two of their forty shares are named by chance.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from sanam.domain.dialogue.counting.ballots import Dot
from sanam.domain.dialogue.counting.concord import kendalls_w
from sanam.domain.dialogue.counting.goals import FEWEST
from sanam.domain.dialogue.counting.profiles import Person, Profile, people_of, profile
from sanam.domain.foundation.thai.text import by_name

ERRORS = 2
"""Standard errors from the mean before a goal is named."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A goal to which a leg gives clearly more, or less, than the legs do on average."""

    leg: str
    goal: str
    share: float
    mean: float
    error: float

    @property
    def more(self) -> bool:
        return self.share > self.mean


@dataclass(frozen=True, slots=True)
class Emphases:
    """The legs' profiles side by side; legs and goals in the order of names."""

    goals: tuple[str, ...]
    shares: Mapping[str, Mapping[str, float]]
    """By leg and goal; each leg's add up to 1."""
    unheard: tuple[str, ...]
    """Legs of which too few put dots."""
    distances: tuple[tuple[str, str, float], ...]
    """Two legs and their Jensen–Shannon distance, 0 to 1."""
    concordance: float | None
    """Kendall's W, 0 to 1; None with fewer than two legs heard, or goals."""
    named: tuple[Emphasis, ...]
    """What each leg stresses or leaves to others (จุดเน้น)."""


def emphases(dots: Iterable[Dot], groups: Mapping[str, str]) -> Emphases | None:
    """Count dots by leg; None when there are none. Raises BadInput as `results` does."""
    people = people_of(dots, groups)
    if not people:
        return None
    goals = tuple(sorted({goal for own in people.values() for goal in own}, key=by_name))
    legs = sorted(set(groups.values()), key=by_name)
    heard = _profiles(people, groups, legs, goals)
    w = kendalls_w([list(one.shares.values()) for one in heard.values()])
    return Emphases(
        goals=goals,
        shares={leg: {goal: float(share) for goal, share in one.shares.items()} for leg, one in heard.items()},
        unheard=tuple(leg for leg in legs if leg not in heard),
        distances=tuple(
            (one, other, distance(heard[one].shares, heard[other].shares)) for one, other in combinations(heard, 2)
        ),
        concordance=None if w is None else float(w),
        named=tuple(_named(heard, goals)),
    )


def distance(one: Mapping[str, Fraction], other: Mapping[str, Fraction]) -> float:
    """Jensen–Shannon distance of two profiles over the same goals: 0 alike, 1 nothing in common."""
    parts = [
        float(share) * math.log2(2 * share / (one[goal] + other[goal])) / 2
        for profile in (one, other)
        for goal, share in profile.items()
        if share
    ]
    return math.sqrt(min(1.0, max(0.0, math.fsum(parts))))


def _profiles(
    people: Mapping[str, Person], groups: Mapping[str, str], legs: Iterable[str], goals: tuple[str, ...]
) -> dict[str, Profile]:
    by_leg: dict[str, list[Person]] = defaultdict(list)
    for participant, own in people.items():
        by_leg[groups[participant]].append(own)
    return {leg: profile(by_leg[leg], goals) for leg in legs if len(by_leg[leg]) >= FEWEST}


def _named(heard: Mapping[str, Profile], goals: Iterable[str]) -> Iterable[Emphasis]:
    means = {
        goal: sum((one.shares[goal] for one in heard.values()), Fraction(0)) / max(1, len(heard)) for goal in goals
    }
    for leg, one in heard.items():
        for goal, mean in means.items():
            error = one.error(goal, mean)
            if one.shares[goal] != mean and abs(one.shares[goal] - mean) > ERRORS * error:
                yield Emphasis(leg, goal, float(one.shares[goal]), float(mean), error)
