"""Months as practice counts them, by their first day; and the day some months from now."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sanam.domain.foundation import clock


def this_month() -> date:
    """The first day of the month we are in."""
    return clock.today().replace(day=1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return months_on(first, -1)


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
