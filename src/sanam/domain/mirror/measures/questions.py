"""โจทย์ที่จะหาข้อสรุปต่อไป: what becomes of the questions a gathering leaves open.

Why: a question that comes back unanswered teaches people not to ask.
Formula: age of open ones in days; time to an answer by Kaplan–Meier, the open ones censored; closed / all; reopened /
ever closed; how many nobody owns.
Source: Kaplan and Meier 1958; the definitions are ours.
Pitfalls: closing is not answering; a good question may stay open for years.
Not for: counting questions as failings. Many open questions may be the strongest gathering of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sanam.domain.mirror.measures.waiting import Item, after


@dataclass(frozen=True, slots=True)
class Question:
    """An open question: asked and, if so, answered on a day; whose it is; whether it came back after an answer."""

    asked: date
    answered: date | None = None
    owner: str = ""
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """Counts, the median days to an answer (None while too much is open) and the age in days of the oldest open one."""

    asked: int
    answered: int
    reopened: int
    unowned: int
    median_days: float | None
    oldest_days: int | None


def questions(asked: Sequence[Question], today: date) -> Questions:
    """What became of these questions until today."""
    still_open = [one for one in asked if one.answered is None]
    items = [Item("", ((one.answered or today) - one.asked).days, one.answered is not None) for one in asked]
    return Questions(
        asked=len(asked),
        answered=len(asked) - len(still_open),
        reopened=sum(one.reopened for one in asked),
        unowned=sum(not one.owner for one in still_open),
        median_days=after(items, 0.5),
        oldest_days=max(((today - one.asked).days for one in still_open), default=None),
    )
