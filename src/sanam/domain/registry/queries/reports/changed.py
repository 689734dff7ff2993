"""Who came into the register, came back, moved house, moved away or died in a calendar month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Case, Max, Q, Value, When, Window
from django.db.models.functions import RowNumber

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.models import Change as Written
from sanam.domain.registry.models import Person
from sanam.domain.registry.queries.keyset import Order, beyond, mark
from sanam.domain.registry.queries.reports.scope import scope_of

LONGEST = 12
LIVES = ("back", "moved", "died")
_ORDER: Order = (("area_code", str), ("sort_key", str), ("id", UUID))


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody, and what became of them: "new", "back", "rehoused" (written down `at`), "moved", "died"."""

    person: Person
    what: str
    at: datetime | None = None
    mark: str = ""


def changed(
    actor: Actor, month: str, what: str, area: str = "", limit: int | None = None, after: str = ""
) -> list[Change]:
    """Whom a month changed in one way, by place and name; nobody for a seat that does not see these people.

    `after` is the mark of whom the last page ended with."""
    scope = scope_of(actor)
    if not scope.exact:
        return []
    people = scope.people().filter(became(month)[what], area_code__startswith=area).exclude(area_code="")
    if what == "rehoused":
        people = people.annotate(written_at=Max("changes__at", filter=_door_of(month, "changes__")))
    found = people.filter(beyond(_ORDER, after)).select_related("household").order_by(*(name for name, _ in _ORDER))
    return [Change(one, what, getattr(one, "written_at", None), mark(one, _ORDER)) for one in found[:limit]]


def lives_changed(actor: Actor, month: str, area: str = "", limit: int | None = None) -> dict[str, list[Change]]:
    """Whom a month brought back, away or to death, in one statement: `changed` for all three, the first of each."""
    scope, found = scope_of(actor), dict[str, list[Change]]((what, []) for what in LIVES)
    if not scope.exact:
        return found
    conditions = {what: became(month)[what] for what in LIVES}
    ways = Case(*(When(condition, then=Value(what)) for what, condition in conditions.items()), default=Value(""))
    people = scope.people().filter(area_code__startswith=area).exclude(area_code="").annotate(what=ways)
    order = [name for name, _ in _ORDER]
    told = people.exclude(what="").select_related("household").order_by("what", *order)
    if limit is not None:
        told = told.annotate(at=Window(RowNumber(), partition_by="what", order_by=order)).filter(at__lte=limit)
    for one in told:
        found[one.what].append(Change(one, one.what, mark=mark(one, _ORDER)))
    return found


def became(month: str) -> dict[str, Q]:
    """What makes somebody new, back, moved or dead in a month; a death of which only the year is known is in no month.

    Who went from one house of ours to another is found in the history, in the month it was written down there, and
    counted once, where they live now; a house that was not known before is no move.
    """
    begin, end = first_of(month), month_after(first_of(month))
    moves = Written.objects.filter(_door_of(month)).order_by().values("person")
    return {
        "new": Q(created_at__gte=_midnight(begin), created_at__lt=_midnight(end)),
        "back": Q(life="alive", life_on__startswith=month),
        "rehoused": Q(life="alive", pk__in=moves),
        "moved": Q(life="moved", life_on__startswith=month),
        "died": Q(life="dead", life_on__startswith=month),
    }


def _door_of(month: str, of: str = "") -> Q:
    """What the history wrote down in a month of people who went from one known house to another."""
    begin, end = _midnight(first_of(month)), _midnight(month_after(first_of(month)))
    told = Q(**{f"{of}field": "household_id", f"{of}at__gte": begin, f"{of}at__lt": end})
    return told & ~Q(**{f"{of}old": ""}) & ~Q(**{f"{of}new": ""})


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
