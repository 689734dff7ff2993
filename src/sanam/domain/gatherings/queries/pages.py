"""Reads: the gatherings of the district, and what they left open."""

from __future__ import annotations

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.gatherings.talk_words import WAITING
from sanam.domain.teams.words import Can

PARTS = ("photos", "points")


def visible(actor: Actor) -> QuerySet[Gathering]:
    """The gatherings this actor may see, newest first."""
    found = Gathering.objects.all() if actor.may(Can.SEE_GATHERINGS) else Gathering.objects.none()
    return found.order_by("-held_on", "-id")


def gathering(actor: Actor, gathering_id: str) -> Gathering:
    """One gathering with its parts; raises NotHere."""
    found = visible(actor).filter(id=gathering_id).select_related("convened_by", "body").prefetch_related(*PARTS)
    one = found.first()
    if one is None:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
    return one


def open_questions(actor: Actor, limit: int = 5) -> QuerySet[OpenQuestion]:
    """Questions that still wait, newest first."""
    found = OpenQuestion.objects.filter(gathering__in=visible(actor).order_by().values("pk"), state__in=WAITING)
    return found.select_related("gathering").order_by("-id")[:limit]
