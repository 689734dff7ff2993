"""The only clock. Rooms ask it for the time, so a test can hold it still:

    with clock.at(date(2026, 11, 24)):
        assert clock.today() == date(2026, 11, 24)

Moments are kept in UTC; days are those of Thailand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")

# One value for the process, not per thread: a test's live server must stand at the test's hour.
_held: datetime | None = None


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _held or datetime.now(UTC)


def today() -> date:
    """The date on a wall calendar in Thailand, wherever the server stands."""
    return now().astimezone(BANGKOK).date()


@contextmanager
def at(moment: date | datetime) -> Iterator[datetime]:
    """Hold the clock at an aware datetime, or at noon in Thailand of a date. Nests; for tests and samples."""
    global _held
    before, _held = _held, _as_utc(moment)
    try:
        yield _held
    finally:
        _held = before


def _as_utc(moment: date | datetime) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(12), BANGKOK)
    if moment.tzinfo is None:
        raise ValueError("the clock needs a datetime that knows its time zone")
    return moment.astimezone(UTC)
