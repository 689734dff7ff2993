"""Two members who can erase somebody together: the registrar accepts, the secretary carries out."""

from __future__ import annotations

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.registry.models import Person, SubjectRequest
from sanam.domain.registry.operations import requests
from sanam.domain.registry.rights.words import Asked, Asker, Channel, IdentitySeen
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import members, seats
from tests.cast import PASSWORD, Cast


@pytest.fixture
def registrar(field: Cast) -> Actor:
    return seat_registrar(field)


def seat_registrar(cast: Cast) -> Actor:
    """A registrar of พนางตุง, beside the seats of the cast."""
    first = cast.seats["nurse"]
    seat = seats.set_up(
        by=INSTALLATION,
        body=first.body,
        leg=first.leg,
        organisation=first.organisation,
        role="registrar",
        areas=("930512",),
    )
    member = members.enrol(by=INSTALLATION, name="คน registrar", username="registrar", password=PASSWORD)
    members.seat(by=INSTALLATION, member=member, seat=seat)
    (place,) = teams.places(member.id)
    return place.actor(member=member.id, via="web")


def asked(by: Actor, person: Person, kind: Asked = Asked.ERASURE, **said: object) -> SubjectRequest:
    """A request as the person brings it, today unless said otherwise."""
    usual = {"received_on": clock.today(), "channel": Channel.IN_PERSON, "asker": Asker.SELF}
    usual |= {"identity_seen": IdentitySeen.CARD}
    return requests.receive(by=by, person=person, received=requests.Received(kind=kind, **(usual | said)))  # type: ignore[arg-type]


def accepted(by: Actor, person: Person) -> SubjectRequest:
    """A request to erase that waits for another member to carry it out."""
    return requests.accept(by=by, request=asked(by, person))
