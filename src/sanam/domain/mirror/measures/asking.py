"""«ไม่มีคนจิตอาสา»: how many were never asked, and how many of those asked for the first time said yes.

Why: "there are no volunteers here" is a belief until somebody counts whom we asked.
Formula: never asked = 1 − |ever invited ∩ eligible| / |eligible|; yes-rate = yes / answered or not, of first
invitations, with Wilson's 95 % interval; the gap is what was believed before minus what was found.
Source: Wilson 1927, JASA 22:209; the composition is ours.
Pitfalls: those asked are not drawn at random, so the rate is of them only; a lottery from the never-asked mends that.
Not for: naming who said no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sanam.domain.mirror.chance import wilson


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with the share and its 95 % interval; no share of nobody."""

    yes: int
    asked: int
    share: float | None
    low: float
    high: float


def rate(yes: int, asked: int) -> Rate:
    """A share with Wilson's interval."""
    low, high = wilson(yes, asked)
    return Rate(yes, asked, yes / asked if asked else None, low, high)


def never_asked(eligible: Collection[str], invited: Collection[str]) -> Rate:
    """Of those who could be invited, how many never were."""
    listed = set(eligible)
    return rate(len(listed - set(invited)), len(listed))


def yes_of_first(invitations: Iterable[tuple[str, bool]]) -> Rate:
    """Of people's first invitations (person, came or said yes), in order of time, how many were accepted."""
    first: dict[str, bool] = {}
    for person, yes in invitations:
        first.setdefault(person, yes)
    return rate(sum(first.values()), len(first))


def misbelieved(believed: float, found: Rate) -> bool:
    """Whether what was believed before (a share) lies outside the interval of what was found."""
    return bool(found.asked) and not found.low <= believed <= found.high
