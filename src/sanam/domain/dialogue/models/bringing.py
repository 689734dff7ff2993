"""What a party brings, line by line, and the statements everybody answers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.dialogue.models.rooms import Exchange, Ticket
from sanam.domain.dialogue.words import LONGEST, CardState, Heading
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models import OpenQuestion
from sanam.domain.teams.models import Leg, Organisation


class Position(models.Model):
    """What one organisation brings to a room; written by a seat of it, by a host for it, or from a phone."""

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="positions")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    by_ref = models.CharField(max_length=64)
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "exchange", "leg", "organisation", "name", "version", "by_ref", "ticket", "at"), Privacy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["leg__order", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["exchange", "name"], name="party_speaks_once")]


class Line(models.Model):
    """One line of a position, under its heading."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="lines")
    heading = models.CharField(max_length=8, choices=[(one.value, one.th) for one in Heading])
    order = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST)

    privacy: ClassVar = dict.fromkeys(("id", "position", "heading", "order", "text"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["order", "id"]


class Statement(models.Model):
    """One idea everybody answers; it may come from a line of a position, a phone or a host.

    `question` is the open question it became, when it stayed unresolved.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="statements")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST)
    heading = models.CharField(max_length=8, choices=[(one.value, one.th) for one in Heading])
    state = models.CharField(max_length=10, default=CardState.OFFERED.value)
    because = models.CharField(max_length=200, blank=True)
    line = models.ForeignKey(Line, null=True, on_delete=models.SET_NULL, related_name="+")
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="+")
    by_ref = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    question = models.ForeignKey(OpenQuestion, null=True, on_delete=models.SET_NULL, related_name="+")

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "exchange", "number", "text", "heading", "state", "because", "line", "ticket", "by_ref"),
            *("at", "question"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["exchange", "number"], name="statement_numbered_once")]

    @property
    def said(self) -> CardState:
        return CardState(self.state)
