"""Who is new, moved, died, came back: dated by the day it became known here, newest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Change, Person
from sanam.domain.registry.words import MISTAKEN, Event

PAGE = 25
SETTLING = timedelta(days=2)
"""From the day a place's first people came into the register, how long its files take: none of those is news."""
_Place = tuple[datetime, int, Any] | None
_RANK = {event: rank for rank, event in enumerate(Event)}


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: of whom, when it became known, from what to what, and from which source."""

    event: Event
    at: datetime
    person: Person
    was: str = ""
    now: str = ""
    source: str = ""
    by_label: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A page of events, newest first; `after` is where the next begins, empty on the last."""

    events: list[Happened]
    after: str


def news(
    actor: Actor, month: date, *, event: Event | None = None, area: str = "", after: str = "", size: int = PAGE
) -> News:
    """What became known in a month of the people this actor sees, in three statements.

    Who was in a place's very first file is not new. What was noted by mistake and put right is no news.
    """
    if not actor.sees(Privacy.PERSONAL) or actor.mandate.reach is Reach.SHARED:
        return News([], "")
    began, ended = _month(month)
    people = access.in_use(actor).filter(area_code__startswith=area)
    place = _place(after)
    found: list[Happened] = []
    if event in (None, Event.NEW):
        found += _new(people, began, ended, place, size)
    if event is not Event.NEW:
        found += _changed(people, event, began, ended, place, size)
    found.sort(key=_order)
    return News(found[:size], _mark(found[size - 1]) if len(found) > size else "")


def months_back(today: date, many: int = 12) -> list[date]:
    """The first days of this month and those before it, newest first."""
    first = today.replace(day=1)
    found = [first]
    while len(found) < many:
        first = (first - timedelta(days=1)).replace(day=1)
        found.append(first)
    return found


def _new(people: QuerySet[Person], began: datetime, ended: datetime, place: _Place, size: int) -> list[Happened]:
    added = people.filter(_settled(people, began), created_at__gte=began, created_at__lt=ended)
    added = added.filter(_after("created_at", _RANK[Event.NEW], place)).select_related("household")
    rows = added.order_by("-created_at", "pk")[: size + 1]
    return [Happened(Event.NEW, one.created_at, one, now=one.area_code, key=str(one.pk)) for one in rows]


def _settled(people: QuerySet[Person], began: datetime) -> Q:
    """Not those of a place's very first files: of places opened lately, only who came after those were read in."""
    lately: dict[date, list[str]] = defaultdict(list)
    for code, first in people.order_by().values_list("area_code").annotate(first=Min("created_at")):
        if first + SETTLING > began:
            lately[first.astimezone(clock.BANGKOK).date()].append(code)
    known = ~Q(area_code__in=[code for codes in lately.values() for code in codes])
    for day, codes in lately.items():
        known |= Q(area_code__in=codes, created_at__gt=datetime.combine(day, time(), clock.BANGKOK) + SETTLING)
    return known


def _changed(
    people: QuerySet[Person], event: Event | None, began: datetime, ended: datetime, place: _Place, size: int
) -> list[Happened]:
    """Lives as they stand, told when they last became so; and every move from house to house."""
    told_anew = Change.objects.filter(
        person=OuterRef("person"), field="life", new=OuterRef("new"), pk__gt=OuterRef("pk")
    )
    later = told_anew.exclude(source__startswith=MISTAKEN)
    lives = Q(field="life", new=F("person__life")) & ~Q(Exists(later)) & ~Q(source__startswith=MISTAKEN)
    wanted = {None: lives | Q(field="household_id"), Event.HOME: Q(field="household_id")}
    what = wanted.get(event, lives & Q(new=event or ""))
    told = Change.objects.filter(what, Exists(people.filter(pk=OuterRef("person"))), at__gte=began, at__lt=ended)
    told = told.filter(_after("at", len(_RANK), place)).select_related("person__household")
    return [_told(one) for one in told.order_by("-at", "pk")[: size + 1]]


def _told(one: Change) -> Happened:
    event = Event.HOME if one.field == "household_id" else Event(one.new)
    return Happened(event, one.at, one.person, one.old, one.new, one.source, one.by_label, str(one.pk))


def _after(field: str, rank: int, place: _Place) -> Q:
    """Older than where the last page ended; of the same instant, what comes after it in the order of a page."""
    if place is None:
        return Q()
    at, last_rank, last = place
    older = Q(**{f"{field}__lt": at})
    if rank < last_rank:
        return older
    same = Q(**{field: at}) if rank > last_rank else Q(**{field: at, "pk__gt": last})
    return older | same


def _rank(one: Happened) -> int:
    return _RANK[Event.NEW] if one.event is Event.NEW else len(_RANK)


def _order(one: Happened) -> tuple[float, int, Any]:
    return -one.at.timestamp(), _rank(one), one.key if one.event is Event.NEW else int(one.key)


def _mark(one: Happened) -> str:
    return f"{one.at.isoformat()}|{_rank(one)}|{one.key}"


def _place(after: str) -> _Place:
    """Where a page begins; an address somebody made up begins at the first."""
    try:
        at, rank, key = after.split("|")
        return datetime.fromisoformat(at), int(rank), UUID(key) if int(rank) == _RANK[Event.NEW] else int(key)
    except ValueError:
        return None


def _month(month: date) -> tuple[datetime, datetime]:
    """A month's first instant and the next one's, as days run in Thailand."""
    first = datetime(month.year, month.month, 1, tzinfo=clock.BANGKOK)
    return first, (first + timedelta(days=32)).replace(day=1)
