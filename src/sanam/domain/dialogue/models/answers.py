"""What each ticket answered; nobody reads these before the room is closed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.dialogue.models.bringing import Statement
from sanam.domain.dialogue.models.rooms import Ticket
from sanam.domain.dialogue.words import DOTS
from sanam.domain.foundation.privacy import Privacy


class Vote(models.Model):
    """One answer of one ticket to one statement: 1 agrees, -1 disagrees, 0 passes."""

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    value = models.SmallIntegerField()
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("id", "ticket", "statement", "value", "at"), Privacy.SECRET)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ticket", "statement"], name="one_vote_a_ticket"),
            models.CheckConstraint(condition=Q(value__in=[-1, 0, 1]), name="vote_is_one_of_three"),
        ]


class Dots(models.Model):
    """How many of its dots a ticket placed on one common goal; all together never more than there are."""

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="dots")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="dots")
    count = models.PositiveSmallIntegerField()

    privacy: ClassVar = dict.fromkeys(("id", "ticket", "statement", "count"), Privacy.SECRET)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ticket", "statement"], name="dots_placed_once"),
            models.CheckConstraint(condition=Q(count__range=(1, DOTS)), name="dots_one_to_ten"),
        ]
