"""What a calendar holds, as plain events: gatherings by their hour, days of the rules by their day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sanam.domain.foundation.refused import Language
from sanam.domain.gatherings.words import Stage

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering
    from sanam.domain.rules.queries import Day


@dataclass(frozen=True, slots=True)
class Event:
    """One entry: what, when (a moment, or a whole day), where, and the page it leads to."""

    uid: str
    title: str
    starts: datetime | date
    path: str
    ends: datetime | None = None
    place: str = ""
    called_off: bool = False


def of_gatherings(gatherings: Iterable[Gathering]) -> list[Event]:
    """Those that have their hour."""
    return [
        Event(
            f"{one.pk}@gatherings.sanam",
            one.title,
            one.starts_at,
            f"/gatherings/{one.pk}/",
            one.ends_at,
            one.place,
            one.stage == Stage.CALLED_OFF,
        )
        for one in gatherings
        if one.starts_at
    ]


def of_rules(days: Iterable[Day], language: Language) -> list[Event]:
    """Days of the rules, in the reader's language."""
    return [Event(f"{one.ref}@rules.sanam", getattr(one, language), one.when, one.path) for one in days]
