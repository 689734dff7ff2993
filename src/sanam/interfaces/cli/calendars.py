"""A seat's gatherings and days of the rules for a calendar."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.rules import queries as rules
from sanam.interfaces.cli.language import language
from sanam.interfaces.files.calendar.events import of_gatherings, of_rules
from sanam.interfaces.files.calendar.writer import calendar


def of_seat(by: Actor) -> str:
    """The calendar of a seat as one iCalendar file; who was asked is not in it."""
    events = [*of_gatherings(gatherings.calendar(by)), *of_rules(rules.calendar(by), language())]
    return calendar(events, name="Sanam Phalang" if language() == "en" else "สนามพลังของเรา")


def events(by: Actor) -> dict[str, list[dict[str, str]]]:
    """The same as plain words, for a program."""
    return {"gatherings": _gatherings(by), "rules": _rules(by)}


def _gatherings(by: Actor) -> list[dict[str, str]]:
    return [
        {
            "id": str(one.pk),
            "title": one.title,
            "place": one.place,
            "stage": one.stage,
            "starts_at": one.starts_at.astimezone(clock.BANGKOK).isoformat() if one.starts_at else "",
        }
        for one in gatherings.calendar(by)
    ]


def _rules(by: Actor) -> list[dict[str, str]]:
    return [
        {"id": one.ref, "due": str(one.due), "title": getattr(one, language()), "when": one.when.isoformat()}
        for one in rules.calendar(by)
    ]
