"""Words given on clauses, how practising them goes, and the help that comes first."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.rules.models.versions import Clause
from sanam.domain.rules.words import CommitmentState, Step, Went
from sanam.domain.teams.models import Seat


class Commitment(models.Model):
    """A seat signs a clause for its organisation: what it will do, by when, and how we will know."""

    id = models.UUIDField(primary_key=True, default=new_id)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="commitments")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    by_when = models.DateField()
    sign = models.TextField()
    state = models.CharField(max_length=10, default=CommitmentState.STANDING.value)
    because = models.TextField(blank=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "clause", "seat", "what", "by_when", "sign", "state", "because", "by_ref", "at"),
            *("reminded_at", "ended_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["clause", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clause", "seat"], condition=Q(state="standing"), name="a_seat_signs_a_clause_once"
            )
        ]

    @property
    def ref(self) -> str:
        return f"commitment:{self.id}"

    @property
    def said(self) -> CommitmentState:
        return CommitmentState(self.state)


class Practice(models.Model):
    """How it went in a month, as the seat itself says; said again, the later word holds."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="practices")
    month = models.DateField()
    went = models.CharField(max_length=8)
    obstacle = models.TextField(blank=True)
    help_wanted = models.BooleanField(default=False)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "commitment", "month", "went", "obstacle", "help_wanted", "by_ref", "at"), Privacy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["-month"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["commitment", "month"], name="month_said_once")]

    @property
    def said(self) -> Went:
        return Went(self.went)


class ResponseStep(models.Model):
    """One step of the help-first response, logged, and over after `expires_on`; `friend` is the seat that goes."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=16)
    text = models.TextField()
    friend = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    expires_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        ("id", "commitment", "step", "text", "friend", "answer", "by_ref", "at", "expires_on", "ended_at"),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]

    @property
    def said(self) -> Step:
        return Step(self.step)

    @property
    def appealed(self) -> Appeal | None:
        """The appeal against it, where there is one."""
        return getattr(self, "appeal", None)


class Appeal(models.Model):
    """Somebody does not agree with a step: why, who mediates, and what came of it."""

    step = models.OneToOneField(ResponseStep, on_delete=models.PROTECT, related_name="appeal")
    why = models.TextField()
    mediator = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.TextField(blank=True)
    upheld = models.BooleanField(null=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        ("id", "step", "why", "mediator", "outcome", "upheld", "by_ref", "at", "decided_at"), Privacy.OPEN
    )
