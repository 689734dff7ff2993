"""What a room came to, kept as it was counted when it closed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.dialogue.models.bringing import Statement
from sanam.domain.dialogue.models.rooms import Exchange
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy


class Result(models.Model):
    """The figures of a closed room, and a digest of the answers they were counted from."""

    exchange = models.OneToOneField(Exchange, on_delete=models.PROTECT, related_name="result")
    figures = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("id", "exchange", "figures", "digest", "at"), Privacy.OPEN)


class CommonGoal(models.Model):
    """A statement every leg can agree to: what plans and rules may take up."""

    id = models.UUIDField(primary_key=True, default=new_id)
    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="common_goals")
    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, related_name="common_goal")
    order = models.PositiveSmallIntegerField()

    privacy: ClassVar = dict.fromkeys(("id", "exchange", "statement", "order"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["exchange", "order"]

    @property
    def ref(self) -> str:
        return f"common_goal:{self.id}"
