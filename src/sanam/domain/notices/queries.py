"""Reads: what a seat should hear."""

from __future__ import annotations

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices.models import Notice


def unread(actor: Actor, limit: int = 10) -> QuerySet[Notice]:
    """The newest unread notices of the seat acting."""
    return Notice.objects.filter(seat_ref=actor.ref, read_at=None).order_by("-id")[:limit]
