"""Who is close to a person: the seats of their circle, their house's volunteer, those who keep the register there."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.models import CareCircle, Person
from sanam.domain.registry.permissions import check_beyond_consent
from sanam.domain.registry.words import ENTERED_BY
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat


@dataclass(frozen=True, slots=True)
class Close:
    """A seat close to a person, and as what; an empty role: the volunteer of the house."""

    seat: Seat
    role: str


def close_to(actor: Actor, person: Person) -> list[Close]:
    """The seats of a person's circle and the volunteer of their house: whose lists they leave when they are gone."""
    check_beyond_consent(actor, person)
    circle = [Close(one.seat, one.role) for one in _circle(person) if one.seat and one.role != ENTERED_BY]
    volunteer = person.household.volunteer_seat if person.household else None
    return circle + ([Close(volunteer, "")] if volunteer else [])


def close_seats(person: Person) -> list[str]:
    """References of every seat that should hear what became of a person, keepers of the place among them."""
    seats = {str(one.seat_id) for one in _circle(person)}
    if person.household and person.household.volunteer_seat_id:
        seats.add(str(person.household.volunteer_seat_id))
    return sorted(seats | {str(one.pk) for one in teams.keepers_of(person.area_code)})


def _circle(person: Person) -> list[CareCircle]:
    """Seats of the circle today, and whoever entered the person: they too should hear what became of them."""
    today = clock.today()
    lasting = CareCircle.objects.filter(Q(to_on=None) | Q(to_on__gte=today), person=person, left_at=None)
    return list(lasting.exclude(seat=None).select_related("seat__organisation").order_by("id"))
