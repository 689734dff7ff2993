"""Which facts are due, and how current they are, as the database works it out: the rule of `freshness`, as a query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import access
from sanam.domain.registry.freshness import dial_of, limits
from sanam.domain.registry.models import CareCircle, Confirmation, GroupMembership, Person
from sanam.domain.registry.words import (
    ALWAYS_DUE,
    DEPENDENCES,
    ENTERED_BY,
    FactGroup,
    Group,
    Life,
    Residency,
    State,
)

_BY_KIND = (FactGroup.FUNCTION,)


def here(actor: Actor) -> QuerySet[Person]:
    """Those of the people this actor sees who live here: nobody who died, moved, is missing, or is only registered."""
    return living_here(access.shown(actor, access.in_use(actor)))


def living_here(people: QuerySet[Person]) -> QuerySet[Person]:
    """Those of some people who are alive and live here."""
    return people.filter(life=Life.ALIVE).exclude(residency=Residency.REGISTERED_ONLY)


def cared_for(person: str = "pk") -> Q:
    """Members of a vulnerable group and people in a care circle, of whom every fact group is due."""
    members = GroupMembership.objects.filter(until="").values("person")
    circles = CareCircle.objects.filter(to_on=None, left_at=None).exclude(role=ENTERED_BY).values("person")
    return Q(**{f"{person}__in": members}) | Q(**{f"{person}__in": circles})


def dependence_of(person: str) -> Subquery:
    """How far somebody gets about, the first kind where there are several; an alias `state_of` leans on."""
    kinds = GroupMembership.objects.filter(person=OuterRef(person), group=Group.DEPENDENT, until="").exclude(kind="")
    return Subquery(kinds.order_by("kind").values("kind")[:1])


def state_of(settings: Mapping[str, Setting], *, at: str = "", on: date | None = None) -> Case:
    """The state a confirmation leaves its fact group in today, or on another day; `at` leads to it, as
    "confirmations__" from a person."""
    last = limits(settings, on or clock.today())
    stale = _last_days({dial: one.stale for dial, one in last.items()}, at)
    ageing = _last_days({dial: one.ageing for dial, one in last.items()}, at)
    return Case(
        When(**{f"{at}on__lte": stale}, then=Value(State.STALE.value)),
        When(**{f"{at}on__lte": ageing}, then=Value(State.AGEING.value)),
        default=Value(State.FRESH.value),
        output_field=CharField(),
    )


def is_fresh(settings: Mapping[str, Setting], *, at: str) -> Q:
    """Of confirmations: which leave their fact group fresh today; `at` leads to them, as in `state_of`."""
    ageing = {dial: one.ageing for dial, one in limits(settings, clock.today()).items()}
    return Q(**{f"{at}on__gt": _last_days(ageing, at)})


def judged(settings: Mapping[str, Setting], on: date | None = None) -> QuerySet[Confirmation]:
    """Confirmations with the `state` they leave their fact group in today, or on another day."""
    return Confirmation.objects.alias(dependence=dependence_of("person")).annotate(state=state_of(settings, on=on))


def all_fresh(settings: Mapping[str, Setting], on: date) -> Q:
    """People who live here and of whom every fact that is due is fresh on a day."""
    fresh = judged(settings, on).filter(Q(("state", State.FRESH.value))).order_by()
    always = _holding(fresh.filter(fact__in=[one.value for one in ALWAYS_DUE]), len(ALWAYS_DUE))
    every = _holding(fresh, len(FactGroup))
    return ~Q(residency=Residency.REGISTERED_ONLY) & (Q(pk__in=every) | Q(pk__in=always) & ~cared_for())


def _holding(fresh: QuerySet[Confirmation], many: int) -> QuerySet[Confirmation, Any]:
    """The people with this many of these; one fact group of one person has one newest confirmation."""
    return fresh.values("person").annotate(n=Count("pk")).filter(n=many).values("person")


def never_seen(fact: FactGroup) -> Q:
    """People of whom nobody ever confirmed this."""
    return ~Q(Exists(Confirmation.objects.filter(person=OuterRef("pk"), fact=fact)))


def _last_days(days: Mapping[str, date], at: str) -> Case:
    """The last day of each confirmation's own interval; daily living by how far its person gets about."""
    name = f"{at}fact"
    usual = [When(**{name: fact.value}, then=_day(days[dial_of(fact)])) for fact in FactGroup if fact not in _BY_KIND]
    by_kind = [
        When(**{name: fact.value}, dependence=kind, then=_day(days[dial_of(fact, kind)]))
        for fact in _BY_KIND
        for kind in DEPENDENCES
    ]
    return Case(*usual, *by_kind, default=_day(days[dial_of(FactGroup.FUNCTION)]), output_field=DateField())


def _day(day: date) -> Value:
    return Value(day, output_field=DateField())
