"""Who is seen by whom: one function, asked by every path that shows, counts, searches or exports people."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Reach
from sanam.domain.registry.models import Person
from sanam.domain.teams.words import Can


def visible(actor: Actor) -> QuerySet[Person]:
    """The people this actor may see; no capability, no area or no assignment means nobody.

    A record merged away is nobody of its own: its person is seen by the record that lives on.
    """
    return in_scope(actor).filter(merged_into=None)


def in_scope(actor: Actor) -> QuerySet[Person]:
    """The same, with the records merged away: for the few questions that are about records, not about people."""
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_PEOPLE):
        return Person.objects.none()
    if actor.mandate.reach is Reach.AREA:
        return Person.objects.filter(_within(actor.mandate.areas))
    if actor.mandate.reach is Reach.ASSIGNED:
        return Person.objects.filter(_within(actor.mandate.areas) & _assigned(actor.ref))
    return Person.objects.none()


def sees(actor: Actor, person: Person) -> bool:
    """Whether this actor may see this person; an old id means the record it was merged into."""
    return visible(actor).filter(meant_by(person.id)).exists()


def meant_by(person_id: Any) -> Q:
    """The living record an id means, today's or an old one."""
    known = Person.objects.filter(pk=person_id)
    return Q(pk__in=known.values(living=Coalesce("merged_into", "id")))


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
