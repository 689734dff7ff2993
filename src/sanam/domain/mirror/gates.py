"""The gate before a number: what may be said at all, and what is missing until it may.

The limits come from simulation (`docs/explanation/mirror-gates.md`, re-run by `benchmarks/mirror_gates.py`): with fewer
gatherings a strong silo is missed one time in three, and a broker's name is a guess when the list has holes.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.mirror.chance import ALARM
from sanam.domain.mirror.words import Says

SPEAK, MEDIUM, NOT_SEEN = 6, 12, 24
"""Gatherings needed to speak at all, to notice a medium silo, and to say that none was seen."""
NAMED_FROM = 15
"""Nodes needed before a bottleneck is a name and not a set."""
MOST_UNLISTED = 0.15
FEWEST_ASKED = 10
FEWEST_ITEMS = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said, how much of it ("strong" effects only, or "medium" too), and what is missing for more."""

    says: Says
    sees: str = ""
    missing: tuple[tuple[str, str], ...] = ()
    """Thai and English, a sentence each."""


def from_gatherings(p: float | None, gatherings: int) -> Verdict:
    """Of a measure that reads attendance: p against its null, already corrected where others stand beside it."""
    if gatherings < SPEAK or p is None:
        return Verdict(Says.NOT_YET, missing=(_more(SPEAK, gatherings),))
    sees = "medium" if gatherings >= MEDIUM else "strong"
    if p < ALARM:
        return Verdict(Says.LOOK, sees)
    if gatherings < NOT_SEEN:
        return Verdict(Says.NOT_YET, sees, (_more(NOT_SEEN, gatherings),))
    return Verdict(Says.NOT_SEEN, sees)


def from_chance(p: float | None) -> Verdict:
    """Of a plain network, where nobody knows how it was gathered: pointed out or not, never "not there"."""
    if p is not None and p < ALARM:
        return Verdict(Says.LOOK)
    return Verdict(Says.NOT_YET)


def of_names(nodes: int, unlisted: float) -> Verdict:
    """Whether a bottleneck may be a name: NOT_YET means a set of possible ones. `unlisted`: a share, 0 to 1."""
    missing = []
    if nodes < NAMED_FROM:
        missing.append((f"มี {nodes} จุด ต้องมี {NAMED_FROM} ขึ้นไป", f"There are {nodes} nodes; {NAMED_FROM} are needed."))
    if unlisted > MOST_UNLISTED:
        missing.append(
            (
                f"ไม่มีชื่อในรายชื่อ {unlisted:.0%} ต้องไม่เกิน {MOST_UNLISTED:.0%}",
                f"{unlisted:.0%} are not listed; at most {MOST_UNLISTED:.0%} may be.",
            )
        )
    return Verdict(Says.NOT_YET if missing else Says.TELLS, missing=tuple(missing))


def from_cases(p: float | None, cases: int, fewest: int) -> Verdict:
    """Of a measure that reads cases, such as invitations or items that waited."""
    if cases < fewest:
        said = (f"มี {cases} กรณี ต้องมี {fewest} ขึ้นไป", f"There are {cases} cases; {fewest} are needed.")
        return Verdict(Says.NOT_YET, missing=(said,))
    return from_chance(p)


def _more(needed: int, there: int) -> tuple[str, str]:
    return (
        f"มี {there} ครั้ง ต้องมี {needed} ครั้งขึ้นไป",
        f"There are {there} gatherings; {needed} are needed.",
    )
