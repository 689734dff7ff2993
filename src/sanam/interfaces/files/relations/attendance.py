"""Who came where: rows of person and event, with a date where the file has one.

Events are taken in the order of their dates; without a column of dates, in the order in which the file first names
them. A row said twice counts once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.date_reading import read_date
from sanam.domain.foundation.thai.text import by_name
from sanam.interfaces.files.relations.refusals import MOST_NAMES, refusal
from sanam.interfaces.files.relations.table import Table, table, words

COLUMNS = {
    "person": words("person,name,who,attendee,member,participant,woman,seat,id,ชื่อ,คน,ผู้เข้าร่วม,ที่นั่ง"),
    "event": words("event,gathering,meeting,occasion,activity,what,วง,วงคุย,ครั้ง,กิจกรรม,งาน,ประชุม"),
    "date": words("date,day,when,on,at,วันที่,วัน,เมื่อ"),
}


@dataclass(frozen=True, slots=True)
class ReadAttendance:
    """People by name, events in order of time with those who came, and what was set aside."""

    names: tuple[str, ...]
    events: dict[str, frozenset[str]]
    dated: bool
    ignored: dict[str, int]
    header: bool


def read(path: Path) -> ReadAttendance:
    """Read person,event rows; raises BadInput, one sentence, for what cannot be meant."""
    told = _with_dates(table(path, COLUMNS))
    rows = [cells for _, cells in told.read("person", "event")]
    days = _days(told) if "date" in told.columns else {}
    came: dict[str, set[str]] = {}
    for person, event in rows:
        came.setdefault(event, set()).add(person)
    order = sorted(came, key=lambda event: days[event]) if days else list(came)
    names = tuple(sorted({person for person, _ in rows}, key=by_name))
    if len(names) > MOST_NAMES:
        raise refusal("relations.too_many", count=len(names), most=MOST_NAMES)
    repeated = len(rows) - len(set(rows))
    events = {event: frozenset(came[event]) for event in order}
    return ReadAttendance(names, events, bool(days), {"repeated": repeated}, told.header)


def _days(told: Table) -> dict[str, date]:
    """The day of each event; dates of one event must agree."""
    found: dict[str, date] = {}
    for line, (event, written) in told.read("event", "date"):
        day = _day(written)
        if day is None:
            raise refusal("relations.no_day", file=told.name, line=line)
        if found.setdefault(event, day) != day:
            raise refusal("relations.two_days", file=told.name, line=line, name=event)
    return found


def _with_dates(told: Table) -> Table:
    """Without a header, a third column in which every cell is a date is one of dates."""
    if told.header or not all(len(row.cells) > 2 and _day(row.cells[2]) for row in told.rows):
        return told
    return replace(told, columns={**told.columns, "date": 2})


def _day(written: str) -> date | None:
    """A day as people write it, of either era; a month stands for its first day."""
    try:
        return read_date(written).earliest()
    except BadInput:
        return None
