"""What a leg says that the others do not: its signature statements.

Why: beside what is common, each party's own voice is heard, a small one's too.
Formula: p = (N + 1)/(S + 2), N the leg's voices one way (agree, or disagree); r = p of the leg / p of the others;
z_leg = 2√(S + 1)((N + 1)/(S + 1) − ½), most of the leg; z_others the pooled two-proportion z with 1 added to every
count, more than the others. Kept when both z > 1.2816 (one-sided 90 %), the five with the largest r·z_others·p·z_leg.
Source: the representativeness of Polis (Small et al. 2021, Recerca 26(2), and its published source), there for
clusters, here for the legs that people declared. There one statement is always kept; here none where none stands out.
Floor: the leg has spoken on it (S ≥ 3).
Pitfalls: where all legs think alike, about two of twenty statements come out for each leg all the same. So each also
says whether it is beyond chance: p of z_others times all looks (Bonferroni) < .05. Else it only invites to listen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import Literal

from sanam.domain.dialogue.counting.goals import Counted, Tally

CLEARLY = NormalDist().inv_cdf(0.90)
MOST = 5
ALARM = 0.05


@dataclass(frozen=True, slots=True)
class Signature:
    """A leg's stand on a statement beside that of all others."""

    statement: str
    says: Literal["agree", "disagree"]
    share: float
    """p, a little towards ½ when few spoke."""
    ratio: float
    """r: how many times the others' p."""
    z_leg: float
    z_others: float
    beyond_chance: bool = False
    """Whether it stands out of everything that was looked at, not only taken alone."""

    @property
    def clear(self) -> bool:
        return self.z_leg > CLEARLY and self.z_others > CLEARLY

    @property
    def weight(self) -> float:
        return self.ratio * self.z_others * self.share * self.z_leg


def signatures(statements: Iterable[Counted]) -> dict[str, tuple[Signature, ...]]:
    """For every leg its clearest statements, at most five; the order of equals is that of `statements`."""
    found: dict[str, list[Signature]] = {}
    looks = 0
    for one in statements:
        for leg, tally in one.by_leg.items():
            kept = found.setdefault(leg, [])
            if not tally.has_spoken:
                continue
            looks += 1
            signed = signature(one.statement, tally, _others(one.by_leg, leg))
            if signed.clear:
                kept.append(signed)
    return {leg: tuple(_clearest(kept, looks)) for leg, kept in found.items()}


def _clearest(kept: Iterable[Signature], looks: int) -> Iterable[Signature]:
    """The five of the greatest weight, held against so many looks, each of which might have gone either way."""
    enough = NormalDist().inv_cdf(1 - ALARM / (2 * looks)) if looks else 0.0
    for one in sorted(kept, key=lambda one: -one.weight)[:MOST]:
        yield replace(one, beyond_chance=one.z_others > enough)


def signature(statement: str, leg: Tally, others: Tally) -> Signature:
    """A leg's stand, agreeing or disagreeing: the clear one, else that which sets it more apart from the others."""
    agrees = _stand(statement, "agree", (leg.agree, leg.seen), (others.agree, others.seen))
    disagrees = _stand(statement, "disagree", (leg.disagree, leg.seen), (others.disagree, others.seen))
    return max(agrees, disagrees, key=lambda one: (one.clear, one.z_others))


def _stand(
    statement: str, says: Literal["agree", "disagree"], own: tuple[int, int], others: tuple[int, int]
) -> Signature:
    n, seen = own
    share, beside = (n + 1) / (seen + 2), (others[0] + 1) / (others[1] + 2)
    z_leg = 2 * math.sqrt(seen + 1) * ((n + 1) / (seen + 1) - 0.5)
    return Signature(statement, says, share, share / beside, z_leg, _two_proportions(own, others))


def _two_proportions(own: tuple[int, int], others: tuple[int, int]) -> float:
    (n, seen), (m, heard) = ((count + 1, of + 1) for count, of in (own, others))
    pooled = (n + m) / (seen + heard)
    if pooled >= 1:
        return 0.0
    return (n / seen - m / heard) / math.sqrt(pooled * (1 - pooled) * (1 / seen + 1 / heard))


def _others(by_leg: Mapping[str, Tally], leg: str) -> Tally:
    rest = [tally for name, tally in by_leg.items() if name != leg]
    return Tally(*(sum(getattr(one, field) for one in rest) for field in ("agree", "disagree", "passed")))
