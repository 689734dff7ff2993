"""Rounds of a proposal: what each seat answered, what it objects to, and what came of it."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.rules.deciding.deciding import QUORUM
from sanam.domain.rules.models.proposals import Amendment, Proposal
from sanam.domain.rules.words import ObjectionState
from sanam.domain.teams.models import Leg, Seat


class Round(models.Model):
    """One round: what it is for, which call it is, and until when it is open. `draft` is the text it is about.

    `quorum` is the part of the legs that must be heard, as the dial stood when it was opened; turning the dial later
    changes no round. `messenger` is the seat that brings the second call to the legs that were missing.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=8)
    number = models.PositiveSmallIntegerField()
    call = models.PositiveSmallIntegerField(default=1)
    draft = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    quorum = models.FloatField(default=float(QUORUM))
    messenger = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "proposal", "kind", "number", "call", "draft", "opened_at", "closes_at", "closed_at"),
            *("quorum", "messenger", "by_ref"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "number"], name="round_numbered_once"),
            models.UniqueConstraint(fields=["proposal"], condition=Q(closed_at=None), name="one_open_round"),
        ]

    @property
    def part(self) -> Fraction:
        """The part of the legs that must be heard, exactly: four fifths, not 0.8000000000000000444."""
        return Fraction(str(self.quorum))


class Response(models.Model):
    """What a seat answered. An answer is never changed: a later one of the same seat takes its place.

    `by_ref` is the seat that recorded it; when that is not the seat itself, it is assisted and `channel` says how.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="responses")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="+")
    value = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    assisted = models.BooleanField(default=False)
    channel = models.CharField(max_length=8, blank=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "round", "seat", "leg", "value", "reason", "assisted", "channel", "by_ref", "at"),
            "replaced_at",
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "seat"], condition=Q(replaced_at=None), name="one_answer_a_seat")
        ]


class Objection(models.Model):
    """Which aim a proposal would harm, and what change would help; `circle` are the seats that tested it."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="objections")
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="objections")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    aim = models.TextField()
    change = models.TextField()
    state = models.CharField(max_length=10, default=ObjectionState.OPEN.value)
    answer = models.TextField(blank=True)
    amendment = models.ForeignKey(Amendment, null=True, on_delete=models.PROTECT, related_name="+")
    circle = models.JSONField(default=list)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "proposal", "response", "seat", "aim", "change", "state", "answer", "amendment", "circle"),
            *("at", "settled_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]


class Decision(models.Model):
    """What a deciding round came to (append-only): `asked` is what `sanam decide` reads, `told` what it answers."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="decision")
    asked = models.JSONField()
    told = models.JSONField()
    result = models.CharField(max_length=12)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("id", "round", "asked", "told", "result", "at"), Privacy.OPEN)
