"""A care circle as it stands: who, in what role, how near, and which leg is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.registry import access
from sanam.domain.registry.models import CareCircle, Person
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.words import ENTERED_BY, Nearness
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body, Leg, Seat


@dataclass(frozen=True, slots=True)
class InCircle:
    """A place in a circle; `leg` is the seat's own, or that of a seat of the organisation; none for a relative.

    `veiled`: a relative of somebody seen only by their consent, for the relative agreed to nothing.
    """

    place: CareCircle
    leg: Leg | None
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """Who stands close to a person, the nearest first; who left; and the legs of a body that nobody stands for."""

    person: Person
    because: str
    standing: list[InCircle]
    left: list[CareCircle]
    missing: list[Leg]


def standing() -> QuerySet[CareCircle]:
    """Places that last today; whoever only entered somebody into the register does not stand in the circle."""
    today = clock.today()
    lasts = Q(to_on=None) | Q(to_on__gte=today)
    return CareCircle.objects.filter(lasts, left_at=None, from_on__lte=today).exclude(role=ENTERED_BY)


def circle(actor: Actor, who: Person, body: Body | None = None) -> Circle:
    """The circle of a person read by `registry.person`; `body` says which legs there could be."""
    places = standing().filter(person=who).select_related("seat__organisation", "seat__leg", "organisation")
    near = list(Nearness)
    found = sorted(places, key=lambda one: (near.index(Nearness(one.nearness or "seldom")), one.from_on, one.pk))
    legs = _legs_of(one.organisation_id for one in found)
    shared = actor.mandate.reach is Reach.SHARED
    members = [
        InCircle(one, one.seat.leg if one.seat else legs.get(one.organisation_id), shared and bool(one.relative))
        for one in found
    ]
    left = CareCircle.objects.filter(person=who).exclude(role=ENTERED_BY).exclude(pk__in=[one.pk for one in found])
    past = (
        left.none()
        if shared
        else left.filter(from_on__lte=clock.today()).select_related("seat__organisation", "organisation")
    )
    return Circle(
        who, access.opening(actor, who), members, list(past.order_by("-to_on", "-id")[:20]), _missing(body, members)
    )


def place(actor: Actor, place_id: int) -> CareCircle:
    """One place somebody still has in the circle of a person this actor sees; raises NotHere otherwise."""
    here = standing().filter(access.names_seen(actor, "person"))
    found = here.filter(id=place_id).select_related("person", "seat__organisation", "organisation").first()
    if found is None:
        raise not_here()
    return found


def may_join(person: Person) -> list[Seat]:
    """Open seats whose mandate covers where this person lives, in a settled order."""
    return [one for one in teams.seats() if one.mandate.covers(person.area_code)]


def _legs_of(organisations: Iterable[object]) -> dict[object, Leg]:
    wanted = {one for one in organisations if one}
    if not wanted:
        return {}
    return {one.organisation_id: one.leg for one in reversed(list(teams.seats().filter(organisation__in=wanted)))}


def _missing(body: Body | None, members: list[InCircle]) -> list[Leg]:
    if body is None:
        return []
    there = {one.leg.order for one in members if one.leg}
    return [leg for leg in body.legs.filter(to_on=None).order_by("order") if leg.order not in there]
