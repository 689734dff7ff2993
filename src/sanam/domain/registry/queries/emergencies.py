"""Emergencies that wait for a keeper's word."""

from __future__ import annotations

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import access
from sanam.domain.registry.models import Emergency
from sanam.domain.registry.permissions import not_here


def to_review(actor: Actor, limit: int = 50) -> list[Emergency]:
    """Openings of people whose record this seat keeps, not yet reviewed, oldest first; not one's own."""
    return [one for one in _waiting(actor).order_by("opened_at", "id")[:limit] if access.keeps(actor, one.person)]


def emergency(actor: Actor, emergency_id: str) -> Emergency:
    """One opening of somebody whose record this seat keeps; raises NotHere otherwise."""
    here = Emergency.objects.filter(access.names_seen(actor, "person"))
    found = here.filter(id=emergency_id).select_related("person", "seat__organisation").first()
    if found is None or not access.keeps(actor, found.person):
        raise not_here()
    return found


def _waiting(actor: Actor) -> QuerySet[Emergency]:
    here = Emergency.objects.filter(access.names_seen(actor, "person"), verdict="")
    return here.exclude(member_ref=actor.member).select_related("person", "seat__organisation")
