"""Reads: what of the register waits for a seat, as lines: openings to review, requests by their day, pairs, events."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, TextField, Value, When
from django.db.models.functions import Concat, Trim

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.registry.models import Duplicate
from sanam.domain.registry.queries.emergencies import kept
from sanam.domain.registry.queries.histories import open_duplicates
from sanam.domain.registry.queries.news import this_month
from sanam.domain.registry.queries.requests import soon_due
from sanam.domain.registry.words import Event
from sanam.domain.teams.lines import Lines, lines
from sanam.domain.teams.words import Can

COUNTED = 20
"""So many pairs are counted and not more: beyond that it says that there are more."""


def waiting(actor: Actor) -> list[Lines]:
    """What waits for the seat acting and which it can answer; nothing for one that answers for nothing here."""
    found = []
    if actor.may(Can.SEE_PEOPLE) and actor.may(Can.CORRECT_PEOPLE):
        if actor.mandate.reach is Reach.AREA:
            found.append(lines(kept(actor), "emergency", at="opened_at", most=1, counted=True))
        found.append(lines(_pairs(actor), "duplicate", more="basis", most=1, counted=True, **_both()))
    if actor.may(Can.ANSWER_REQUESTS):
        whose = name_of("subject__")
        found.append(lines(soon_due(actor), "request", th=whose, more="kind", at="due_on"))
    return found


def news(actor: Actor) -> list[Lines]:
    """Who is new, moved, died this month among the people of the seat acting, the newest of each."""
    came, became = this_month(actor)
    event = Case(When(field="household_id", then=Value(Event.HOME.value)), default=F("new"), output_field=TextField())
    new = {"of": "pk", "th": name_of(""), "more": Value(Event.NEW.value), "at": "created_at"}
    told = {"of": "person", "th": name_of("person__"), "more": event, "at": "at"}
    return [
        lines(came, "event", **new, most=3, newest=True),
        lines(became, "event", **told, most=3, newest=True),
    ]


def name_of(at: str) -> Any:
    """A person's whole name as the database puts it together."""
    return Trim(Concat(f"{at}prefix", f"{at}given", Value(" "), f"{at}family"))


def _pairs(actor: Actor) -> Any:
    """The likeliest pairs that wait, so few that counting them costs little however many there are."""
    few = open_duplicates(actor).values("pk")[:COUNTED]
    return Duplicate.objects.filter(pk__in=few)


def _both() -> dict[str, Any]:
    return {"th": Concat(name_of("first__"), Value(" · "), name_of("second__"))}
