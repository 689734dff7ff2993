"""Events as a VCALENDAR."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from sanam.domain.foundation import clock
from sanam.interfaces.files.calendar.events import Event
from sanam.interfaces.files.calendar.lines import joined, text

CONTENT_TYPE = "text/calendar; charset=utf-8"
_ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:Asia/Bangkok", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE"),
)
"""Thailand has kept +07:00 without summer time since 1920."""


def calendar(events: Iterable[Event], *, name: str, site: str = "") -> str:
    """A calendar file; `name` is how it is called in the list of calendars, `site` where the pages are, or empty."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sanam Phalang//Gatherings//TH", "CALSCALE:GREGORIAN"]
    named = [f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}", "X-WR-TIMEZONE:Asia/Bangkok"]
    return joined([*head, *named, *_ZONE, *(line for one in events for line in _event(one, site)), "END:VCALENDAR"])


def _event(event: Event, site: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield _at("DTSTART", event.starts)
    if event.ends:
        yield _at("DTEND", event.ends)
    yield f"SUMMARY:{text(event.title)}"
    if event.place:
        yield f"LOCATION:{text(event.place)}"
    yield f"STATUS:{'CANCELLED' if event.called_off else 'CONFIRMED'}"
    if site:
        yield f"URL:{site}{event.path}"
    yield "END:VEVENT"


def _at(name: str, when: datetime | date) -> str:
    """A moment in Thailand's zone; a whole day as a date, which takes up nobody's hours."""
    if isinstance(when, datetime):
        return f"{name};TZID=Asia/Bangkok:{when.astimezone(clock.BANGKOK):%Y%m%dT%H%M%S}"
    return f"{name};VALUE=DATE:{when:%Y%m%d}"
