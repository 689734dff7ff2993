"""Who is seen by whom: one function, asked by every path that shows, counts, searches or exports people."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Reach
from sanam.domain.registry.models import Person
from sanam.domain.teams.words import Can


def visible(actor: Actor) -> QuerySet[Person]:
    """The people this actor may see; no capability, no area or no assignment means nobody."""
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_PEOPLE):
        return Person.objects.none()
    if actor.mandate.reach is Reach.AREA:
        return Person.objects.filter(_within(actor.mandate.areas))
    if actor.mandate.reach is Reach.ASSIGNED:
        return Person.objects.filter(_within(actor.mandate.areas) & _assigned(actor.ref))
    return Person.objects.none()


def sees(actor: Actor, person: Person) -> bool:
    """Whether this actor may see this person."""
    return visible(actor).filter(id=person.id).exists()


def _within(areas: tuple[str, ...]) -> Q:
    # a range, not a LIKE: both databases answer it from the index
    within = Q(pk__in=[])
    for code in areas:
        within |= Q(area_code__gte=code, area_code__lt=code[:-1] + chr(ord(code[-1]) + 1))
    return within


def _assigned(seat: str) -> Q:
    today = clock.today()
    close = Person.objects.filter(
        Q(circle__to_on=None) | Q(circle__to_on__gte=today), circle__seat_id=seat, circle__from_on__lte=today
    )
    return Q(household__volunteer_seat=seat) | Q(pk__in=close.values("pk"))


def counted(actor: Actor, areas: tuple[str, ...]) -> QuerySet[Person]:
    """The people behind the sums that whoever sees reports may read, small numbers closed; never to be listed.

    It is what a seat over all of these areas would see, so that nobody is in a sum whom no seat could see.
    """
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_REPORTS):
        return Person.objects.none()
    over_all = replace(actor.mandate, capabilities=frozenset({Can.SEE_PEOPLE}), areas=areas, reach=Reach.AREA)
    return visible(replace(actor, mandate=over_all)).filter(_within(areas))


def within(people: QuerySet[Person], areas: tuple[str, ...]) -> QuerySet[Person]:
    """Those of them who are found now in some areas."""
    return people.filter(_within(areas))
