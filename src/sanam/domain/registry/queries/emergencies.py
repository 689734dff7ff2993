"""Emergencies that wait for a keeper's word."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.registry import access
from sanam.domain.registry.models import Emergency, Person
from sanam.domain.registry.permissions import not_here
from sanam.domain.teams.words import Can


def to_review(actor: Actor, limit: int = 50) -> list[Emergency]:
    """Openings of people whose record this seat keeps, not yet reviewed, oldest first; not one's own."""
    return list(kept(actor).select_related("person", "seat__organisation").order_by("opened_at", "id")[:limit])


def kept(actor: Actor) -> QuerySet[Emergency]:
    """The same, not yet read: the rule of `access.keeps`, as a query."""
    keeps = actor.mandate.reach is Reach.AREA and actor.may(Can.CORRECT_PEOPLE) and actor.may(Can.SEE_PEOPLE)
    if not keeps:
        return Emergency.objects.none()
    within = Exists(access.within(Person.objects.filter(pk=OuterRef("person")), actor.mandate.areas))
    here = Emergency.objects.filter(within, access.names_seen(actor, "person"), verdict="")
    return here.exclude(member_ref=actor.member)


def emergency(actor: Actor, emergency_id: str) -> Emergency:
    """One opening of somebody whose record this seat keeps; raises NotHere otherwise."""
    here = Emergency.objects.filter(access.names_seen(actor, "person"))
    found = here.filter(id=emergency_id).select_related("person", "seat__organisation").first()
    if found is None or not access.keeps(actor, found.person):
        raise not_here()
    return found
