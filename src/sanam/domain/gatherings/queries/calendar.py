"""Reads: the gatherings of a seat's calendar, and whose calendar a secret address is."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Feed, Gathering, Invitation
from sanam.domain.gatherings.operations.feeds import PURPOSE
from sanam.domain.gatherings.permissions import check_can_see, seat_of
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.teams import queries as teams

LOOKS_BACK = timedelta(days=90)


def calendar(actor: Actor) -> list[Gathering]:
    """What a seat's body called and what the seat was asked to, from ninety days back on, the earliest first."""
    check_can_see(actor)
    seat = seat_of(actor)
    if seat is None:
        return []
    asked = Invitation.objects.filter(seat=seat).values("gathering")
    found = visible(actor).filter(Q(body=seat.body_id) | Q(pk__in=asked), starts_at__gte=clock.now() - LOOKS_BACK)
    return list(found.order_by("starts_at", "pk"))


def has_feed(actor: Actor) -> bool:
    """Whether this member made an address for this seat's calendar."""
    return bool(actor.member) and Feed.objects.filter(seat_id=UUID(actor.ref), member_id=UUID(actor.member)).exists()


def reader_of(token: str) -> Actor:
    """The seat whose calendar this is, while the member who made it still sits there; raises NotHere."""
    feed = Feed.objects.filter(lookup__in=sealing.keyed_hashes(token, PURPOSE)).first()
    actor = teams.acting(str(feed.member_id), str(feed.seat_id), via="calendar") if feed else None
    if actor is None:
        raise NotHere("gatherings.no_calendar", "ไม่มีปฏิทินนี้", "There is no such calendar.")
    return actor
