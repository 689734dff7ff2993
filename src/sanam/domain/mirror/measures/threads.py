"""ทำงานได้กับแกนนำบางคน: ties between organisations that hang on one person.

Why: when one friendship carries two offices, a transfer order ends the cooperation.
Formula: for each two organisations with an act between them, the pairs of persons who carried it; single-threaded
when one person on either side carried all of it. Share = such ties / all ties; beside it the HHI of acts by person.
Source: our own definition; no citation was found. Checked by hand-made tables.
Pitfalls: an organisation with one member of staff is always single-threaded, so it is counted apart.
Not for: blaming whoever carries. They are the first to thank, and the first to ask for a second.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Something two organisations did together, and who did it on either side."""

    org: str
    person: str
    with_org: str
    with_person: str


@dataclass(frozen=True, slots=True)
class Threads:
    """Ties between organisations: all, hanging on one person, and those that could not do otherwise."""

    ties: int
    single: tuple[tuple[str, str], ...]
    unavoidable: tuple[tuple[str, str], ...]
    hhi: float | None

    @property
    def share(self) -> float | None:
        """Of ties that could be carried by two, the share that hang on one; None when there are none."""
        could = self.ties - len(self.unavoidable)
        return len(self.single) / could if could else None


def threads(acts: Iterable[Act], staff: Mapping[str, int]) -> Threads:
    """Read acts between organisations, and how many people each organisation has; within one they say nothing."""
    sides: defaultdict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    by_person: Counter[str] = Counter()
    for act in acts:
        if act.org == act.with_org:
            continue
        (one, who), (other, whom) = sorted([(act.org, act.person), (act.with_org, act.with_person)])
        sides[one, other][0].add(who)
        sides[one, other][1].add(whom)
        by_person.update((act.person, act.with_person))
    lonely = {org for org, count in staff.items() if count < 2}
    hanging = sorted(tie for tie, (ours, theirs) in sides.items() if min(len(ours), len(theirs)) == 1)
    total = sum(by_person.values())
    return Threads(
        ties=len(sides),
        single=tuple(tie for tie in hanging if not lonely & set(tie)),
        unavoidable=tuple(sorted(tie for tie in sides if lonely & set(tie))),
        hhi=sum((count / total) ** 2 for count in by_person.values()) if total else None,
    )
