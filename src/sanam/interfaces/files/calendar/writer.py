"""Gatherings as a VCALENDAR."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.gatherings.words import Stage
from sanam.interfaces.files.calendar.lines import joined, text

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering

CONTENT_TYPE = "text/calendar; charset=utf-8"
_ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:Asia/Bangkok", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE"),
)
"""Thailand has kept +07:00 without summer time since 1920."""


def calendar(gatherings: Iterable[Gathering], *, name: str, site: str = "") -> str:
    """A calendar file; `name` is how it is called in the list of calendars, `site` where the pages are, or empty."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sanam Phalang//Gatherings//TH", "CALSCALE:GREGORIAN"]
    named = [f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}", "X-WR-TIMEZONE:Asia/Bangkok"]
    events = [line for one in gatherings if one.starts_at for line in _event(one, site)]
    return joined([*head, *named, *_ZONE, *events, "END:VCALENDAR"])


def _event(gathering: Gathering, site: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{gathering.pk}@gatherings.sanam"
    yield f"DTSTAMP:{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield _at("DTSTART", gathering.starts_at)
    if gathering.ends_at:
        yield _at("DTEND", gathering.ends_at)
    yield f"SUMMARY:{text(gathering.title)}"
    yield f"LOCATION:{text(gathering.place)}"
    yield f"STATUS:{'CANCELLED' if gathering.stage == Stage.CALLED_OFF else 'CONFIRMED'}"
    if site:
        yield f"URL:{site}/gatherings/{gathering.pk}/"
    yield "END:VEVENT"


def _at(name: str, when: datetime | None) -> str:
    return f"{name};TZID=Asia/Bangkok:{when.astimezone(clock.BANGKOK):%Y%m%dT%H%M%S}" if when else ""
