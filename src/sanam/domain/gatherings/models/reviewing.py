"""What we learned after a gathering, and what we said we would do about it."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.pages import Gathering
from sanam.domain.gatherings.talk_words import UNFINISHED, ActionState
from sanam.domain.teams.models import Leg, Seat


class Reflection(models.Model):
    """What somebody says of a gathering: what went well, what was expected, what happened, why, what next.

    Without a name it keeps a leg at most: no seat and no moment, and its id is random and not ordered by time.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="reflections")
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    strengths = models.TextField(blank=True)
    expected = models.TextField(blank=True)
    happened = models.TextField(blank=True)
    why = models.TextField(blank=True)
    next = models.TextField(blank=True)

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "leg", "seat", "strengths", "expected", "happened", "why", "next"), Privacy.OPEN
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gathering", "seat"], condition=Q(seat__isnull=False), name="seat_reflects_once"
            )
        ]


class Action(models.Model):
    """What a seat said it would do, by when; it comes back until it is done or let go."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="actions")
    text = models.TextField()
    owner = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = models.CharField(max_length=8, default=ActionState.NOT_YET.value)
    note = models.TextField(blank=True)
    reminded_at = models.DateTimeField(null=True)
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "text", "owner", "due_on", "state", "note", "reminded_at", "by_ref"), Privacy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        indexes: ClassVar = [models.Index(fields=["owner", "state", "due_on"], name="action_of_seat")]

    @property
    def ref(self) -> str:
        return f"action:{self.pk}"

    @property
    def said(self) -> ActionState:
        return ActionState(self.state)

    @property
    def waits(self) -> bool:
        return self.said in UNFINISHED
