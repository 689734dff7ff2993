"""Who is new, moved, died, came back: dated by the day it became known here, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DurationField, Exists, F, OuterRef, Q, QuerySet, Value

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Change, Person
from sanam.domain.registry.words import MISTAKEN, Event

PAGE = 25
SETTLING = timedelta(days=2)
"""From when a place's first person came into the register, how long its files take: none of those is news."""
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
    """What became known in a month of the people this actor sees, in two statements.

    Who was in a place's very first file is not new. What was noted by mistake and put right is no news.
    """
    if not _hears(actor):
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


def this_month(actor: Actor) -> tuple[QuerySet[Person], QuerySet[Change]]:
    """Who came this month, and whose life or house became another, of the people this actor sees; not read yet."""
    began, ended = _month(clock.today())
    people = access.in_use(actor) if _hears(actor) else Person.objects.none()
    # a seat hears of few people: from them to what was noted of each, not from all that was noted
    became = _became(Person.objects.all(), None, began, ended).filter(person__in=people.values("pk"))
    return _came(people, began, ended), became


def _new(people: QuerySet[Person], began: datetime, ended: datetime, place: _Place, size: int) -> list[Happened]:
    added = _came(people, began, ended).filter(_after("created_at", _RANK[Event.NEW], place))
    rows = added.select_related("household").order_by("-created_at", "pk")[: size + 1]
    return [Happened(Event.NEW, one.created_at, one, now=one.area_code, key=str(one.pk)) for one in rows]


def _came(people: QuerySet[Person], began: datetime, ended: datetime) -> QuerySet[Person]:
    """Not those of a place's very first files: somebody stood in the register there two days before them."""
    earlier = OuterRef("created_at") - Value(SETTLING, output_field=DurationField())
    before = Person.objects.filter(merged_into=None, area_code=OuterRef("area_code"), created_at__lte=earlier)
    return people.filter(Exists(before), created_at__gte=began, created_at__lt=ended)


def _changed(
    people: QuerySet[Person], event: Event | None, began: datetime, ended: datetime, place: _Place, size: int
) -> list[Happened]:
    told = _became(people, event, began, ended).filter(_after("at", len(_RANK), place))
    rows = told.select_related("person__household").order_by("-at", "pk")[: size + 1]
    return [_told(one) for one in rows]


def _became(people: QuerySet[Person], event: Event | None, began: datetime, ended: datetime) -> QuerySet[Change]:
    """Lives as they stand, told when they last became so; and every move from house to house."""
    told_anew = Change.objects.filter(
        person=OuterRef("person"), field="life", new=OuterRef("new"), pk__gt=OuterRef("pk")
    )
    later = told_anew.exclude(source__startswith=MISTAKEN)
    lives = Q(field="life", new=F("person__life")) & ~Q(Exists(later)) & ~Q(source__startswith=MISTAKEN)
    wanted = {None: lives | Q(field="household_id"), Event.HOME: Q(field="household_id")}
    what = wanted.get(event, lives & Q(new=event or ""))
    return Change.objects.filter(what, Exists(people.filter(pk=OuterRef("person"))), at__gte=began, at__lt=ended)


def _hears(actor: Actor) -> bool:
    """Whoever sees people by consent only hears no news of them."""
    return actor.sees(Privacy.PERSONAL) and actor.mandate.reach is not Reach.SHARED


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
