"""Reads: the gatherings of the district, and what they left open."""

from __future__ import annotations

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.teams.words import Can

PARTS = ("photos", "points", "open_questions")


def visible(actor: Actor) -> QuerySet[Gathering]:
    """The gatherings this actor may see, newest first."""
    found = Gathering.objects.all() if actor.may(Can.SEE_GATHERINGS) else Gathering.objects.none()
    return found.order_by("-held_on", "-id")


def gathering(actor: Actor, gathering_id: str) -> Gathering:
    """One gathering with its parts; raises NotHere."""
    found = visible(actor).filter(id=gathering_id).select_related("convened_by").prefetch_related(*PARTS).first()
    if found is None:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
    return found


def open_questions(actor: Actor, limit: int = 5) -> QuerySet[OpenQuestion]:
    """Questions no gathering has concluded yet, newest first."""
    found = OpenQuestion.objects.filter(gathering__in=visible(actor).values("pk"), concluded="")
    return found.select_related("gathering").order_by("-id")[:limit]
