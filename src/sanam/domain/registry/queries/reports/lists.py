"""The lists behind the figures, for seats that see the people: cards that run out, homes without a volunteer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Avg, Count, Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.models import GroupMembership, Household, Person
from sanam.domain.registry.queries.keyset import Order, beyond, mark
from sanam.domain.registry.queries.reports.changed import month_after
from sanam.domain.registry.queries.reports.scope import scope_of
from sanam.domain.registry.words import Group

SOON = timedelta(days=90)
_CARDS: Order = (("card_until", str), ("person__sort_key", str), ("id", int))
_HOMES: Order = (("area_code", str), ("house_no", str), ("id", UUID))


@dataclass(frozen=True, slots=True)
class Card:
    """A disability card, its kind, its last day, and whether that day has passed."""

    person: Person
    kind: str
    until: PartialDate
    expired: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A household no volunteer looks after, and how many people we know there."""

    household: Household
    people: int
    mark: str = ""


def cards(actor: Actor, ended: bool, area: str = "", limit: int | None = None, after: str = "") -> list[Card]:
    """Cards that ran out (`ended`) or will within 90 days, the first to run out first; none where health is not shown.

    `after` is the mark of the card the last page ended with."""
    found = _due(actor, ended, area).filter(beyond(_CARDS, after)).select_related("person__household")
    ordered, today = found.order_by(*(name for name, _ in _CARDS)), clock.today()
    return [_card(one, today) for one in ordered[:limit]]


def cards_in_all(actor: Actor, ended: bool, area: str = "") -> int:
    """How many such cards there are."""
    return _due(actor, ended, area).count()


def _due(actor: Actor, ended: bool, area: str) -> QuerySet[GroupMembership]:
    scope, today = scope_of(actor, Privacy.SENSITIVE), clock.today()
    if not scope.exact:
        return GroupMembership.objects.none()
    people = scope.people().filter(life="alive", area_code__startswith=area).exclude(area_code="")
    here = Exists(people.filter(pk=OuterRef("person")))
    members = GroupMembership.objects.filter(here, group=Group.DISABLED, until="")
    return members.filter(expired(True, today) if ended else soon(True, today))


def homes(actor: Actor, area: str = "", limit: int | None = None, after: str = "") -> list[Home]:
    """Households in which somebody alive is found and that no volunteer looks after, by place and house number.

    `after` is the mark of the house the last page ended with."""
    found = _bare(actor, area).annotate(here=Count("people", distinct=True)).filter(beyond(_HOMES, after))
    ordered = found.order_by(*(name for name, _ in _HOMES))[:limit]
    return [Home(one, one.here, mark(one, _HOMES)) for one in ordered]


def homes_in_all(actor: Actor, area: str = "") -> int:
    """How many such households there are."""
    return _bare(actor, area).distinct().count()


def _bare(actor: Actor, area: str) -> QuerySet[Household]:
    scope = scope_of(actor)
    if not scope.exact:
        return Household.objects.none()
    people = scope.people().filter(life="alive", area_code__startswith=area).exclude(area_code="")
    return Household.objects.filter(volunteer_seat=None, people__in=people)


def expired(exact: bool, today: date, of: str = "") -> Q:
    """Cards whose last day has passed; a card of which only the year or month is known lasts to its end.

    Where only sums are told the day is the month's first, so that no two days' sums differ by one card.
    """
    iso = (today if exact else today.replace(day=1)).isoformat()
    return _before(iso, of) & ~Q(**{f"{of}card_until": ""})


def soon(exact: bool, today: date, of: str = "") -> Q:
    """Cards that run out within 90 days; where only sums are told, this month and the two after it."""
    last = today + SOON if exact else month_after(month_after(month_after(today.replace(day=1)))) - timedelta(days=1)
    iso = (today if exact else today.replace(day=1)).isoformat()
    begun = Q(**{f"{of}card_until__lte": last.isoformat()}) & ~Q(**{f"{of}card_until__in": _parts(last.isoformat())})
    may_be = Q(**{f"{of}card_until__in": _parts(iso)})
    return (begun | may_be) & ~_before(iso, of) & ~Q(**{f"{of}card_until": ""})


def _before(iso: str, of: str) -> Q:
    return Q(**{f"{of}card_until__lt": iso}) & ~Q(**{f"{of}card_until__in": _parts(iso)})


def _parts(iso: str) -> tuple[str, str]:
    return iso[:4], iso[:7]


def _card(membership: GroupMembership, today: date) -> Card:
    until = PartialDate.from_iso(membership.card_until)
    return Card(membership.person, membership.kind, until, until.latest() < today, mark(membership, _CARDS))


def middles(actor: Actor) -> dict[str, tuple[float, float]]:
    """Where the houses of each sub-district lie on average, (north, east): enough to set tiles side by side."""
    homes = Household.objects.filter(
        people__in=scope_of(actor).people(), latitude__isnull=False, longitude__isnull=False
    )
    rows = homes.values("area_code").annotate(north=Avg("latitude"), east=Avg("longitude"), houses=Count("pk"))
    found: dict[str, list[tuple[float, float, int]]] = {}
    for row in rows.order_by("area_code"):
        found.setdefault(row["area_code"][:6], []).append((row["north"], row["east"], row["houses"]))
    return {place: (_mean(parts, 0), _mean(parts, 1)) for place, parts in found.items()}


def _mean(parts: list[tuple[float, float, int]], at: int) -> float:
    return sum(part[at] * part[2] for part in parts) / sum(part[2] for part in parts)
