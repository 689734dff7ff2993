"""Cells that several files share, as the 43 files write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from sanam.sample.things import Hospital, Person

_LATE = time(15, 45)

Row = dict[str, str]
Rows = Iterator[tuple[str, Row]]
"""Each row with the key under which a slip remembers it. Empty cells are left out of a row."""


def day(on: date | None) -> str:
    """YYYYMMDD, or nothing."""
    return f"{on.year}{on.month:02d}{on.day:02d}" if on else ""


def moment(at: datetime) -> str:
    """YYYYMMDDHHMMSS."""
    return f"{day(at)}{at.hour:02d}{at.minute:02d}{at.second:02d}"


def updated(hospital: Hospital, person: Person, since: date | None = None) -> str:
    """D_UPDATE: when the row was changed, never before what it tells of (`since`).

    Systems that stamp the time of the export on every row write that.
    """
    if hospital.style.stamps_export:
        return moment(hospital.exported)
    return moment(max(person.updated, datetime.combine(since, _LATE)) if since else person.updated)


def about(hospital: Hospital, person: Person, since: date | None = None) -> Row:
    """The cells with which every row about a person begins and ends."""
    return {
        "HOSPCODE": hospital.code,
        "PID": person.pid,
        "CID": person.national_id,
        "D_UPDATE": updated(hospital, person, since),
    }


def split_area(area: str) -> Row:
    """An 8-digit area in the four columns of an address."""
    return {"CHANGWAT": area[:2], "AMPUR": area[2:4], "TAMBON": area[4:6], "VILLAGE": area[6:]}
