"""A seat's gatherings for a calendar."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.interfaces.cli.language import language
from sanam.interfaces.files.calendar.writer import calendar


def of_seat(by: Actor) -> str:
    """The gatherings of a seat as one iCalendar file; who was asked is not in it."""
    return calendar(gatherings.calendar(by), name="Gatherings" if language() == "en" else "วงคุยของเรา")


def events(by: Actor) -> list[dict[str, str]]:
    """The same as plain words, for a program."""
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
