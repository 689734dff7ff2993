"""Who came into the register, moved away or died in a calendar month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.models import Person
from sanam.domain.registry.queries.reports.scope import scope_of

LONGEST = 12


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody, and what became of them: "new", "moved" or "died"."""

    person: Person
    what: str


def changed(actor: Actor, month: str, what: str, area: str = "", limit: int | None = None) -> list[Change]:
    """Whom a month changed in one way, by place and name; nobody for a seat that does not see these people."""
    scope = scope_of(actor)
    if not scope.exact:
        return []
    people = scope.people().filter(became(month)[what], area_code__startswith=area).exclude(area_code="")
    found = people.select_related("household").order_by("area_code", "sort_key", "id")
    return [Change(one, what) for one in (found[:limit] if limit else found)]


def became(month: str) -> dict[str, Q]:
    """What makes somebody new, moved or dead in a month; a death of which only the year is known is in no month."""
    begin, end = first_of(month), month_after(first_of(month))
    return {
        "new": Q(created_at__gte=_midnight(begin), created_at__lt=_midnight(end)),
        "moved": Q(life="moved", life_on__startswith=month),
        "died": Q(life="dead", life_on__startswith=month),
    }


def months(today: date) -> list[str]:
    """This month and the eleven before it, newest first."""
    found = [today.replace(day=1)]
    while len(found) < LONGEST:
        found.append(date(found[-1].year - (found[-1].month == 1), (found[-1].month - 2) % 12 + 1, 1))
    return [f"{one:%Y-%m}" for one in found]


def first_of(month: str) -> date:
    """The first day of "2026-11"."""
    return date.fromisoformat(f"{month}-01")


def month_after(first: date) -> date:
    """The first day of the month after one."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.BANGKOK)
