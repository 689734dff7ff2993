"""What a gathering left open: whose it is, since when, and what concluded it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.pages import Gathering
from sanam.domain.gatherings.talk_words import WAITING, QuestionState
from sanam.domain.teams.models import Seat


class OpenQuestion(models.Model):
    """A question that comes back until it is settled; the gathering is the one that left it open.

    `concluded` says what concluded it and `concluded_at` at which gathering; `reason` why it was set aside.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="open_questions")
    text = models.TextField()
    since_on = models.DateField()
    state = models.CharField(max_length=10, default=QuestionState.OPEN.value)
    owner = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    concluded = models.TextField(blank=True)
    concluded_at = models.ForeignKey(Gathering, null=True, on_delete=models.PROTECT, related_name="concluded")
    reason = models.TextField(blank=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "gathering", "text", "since_on", "state", "owner", "concluded", "concluded_at"),
            *("reason", "reopened", "changed_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["state", "since_on", "id"], name="question_oldest")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(state="in_hand") | Q(owner__isnull=False), name="in_hand_has_an_owner"),
            models.CheckConstraint(condition=~Q(state="concluded") | ~Q(concluded=""), name="concluded_by_words"),
            models.CheckConstraint(condition=~Q(state="set_aside") | ~Q(reason=""), name="set_aside_for_a_reason"),
        ]

    @property
    def ref(self) -> str:
        return f"question:{self.pk}"

    @property
    def said(self) -> QuestionState:
        return QuestionState(self.state)

    @property
    def waits(self) -> bool:
        return self.said in WAITING
