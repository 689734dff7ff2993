"""Reads: the gatherings of the district, and one of them with its parts."""

from __future__ import annotations

from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet, prefetch_related_objects

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams.words import Can


def visible(actor: Actor) -> QuerySet[Gathering]:
    """The gatherings this actor may see, newest first."""
    found = Gathering.objects.all() if actor.may(Can.SEE_GATHERINGS) else Gathering.objects.none()
    return found.order_by("-held_on", "-id")


def gathering(actor: Actor, gathering_id: str) -> Gathering:
    """One gathering with its parts; raises NotHere."""
    return one_of(visible(actor), gathering_id)


def one_of(found: QuerySet[Gathering], gathering_id: str) -> Gathering:
    """One of these with its parts, its approval and its `standing` publication; raises NotHere.

    One statement, and two more for what a page that was read in lists; one that was called has none of that.
    """
    standing = FilteredRelation("publications", condition=Q(publications__withdrawn_at=None))
    around: QuerySet[Any] = found.annotate(standing=standing)
    around = around.select_related("convened_by", "body", "approval", "standing")
    one = around.filter(id=gathering_id).first()
    if not isinstance(one, Gathering):
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
    if one.was_read_in:
        prefetch_related_objects([one], "photos", "points")
    return one
