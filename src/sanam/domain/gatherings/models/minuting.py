"""What is written while people talk: points under the matters of the agenda, and what was agreed, leg by leg."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.pages import Gathering
from sanam.domain.gatherings.models.questions import OpenQuestion
from sanam.domain.gatherings.models.reviewing import Action
from sanam.domain.gatherings.talk_words import Part, Voice
from sanam.domain.teams.models import Leg, Seat


class Minute(models.Model):
    """One thing written, under the matter it belongs to: a line of the agenda, a question or an action come back.

    `version` tells two people who write at once apart. Its number in the report is its place, and is not kept.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="minutes")
    part = models.CharField(max_length=8, default=Part.POINT.value)
    heading = models.CharField(max_length=400, blank=True)
    question = models.ForeignKey(OpenQuestion, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    by_ref = models.CharField(max_length=64)
    written_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "part", "heading", "question", "action", "text", "version", "by_ref", "written_at"),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]


class Writer(models.Model):
    """A member who wrote in a gathering's report, and so does not approve it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="writers")
    member_ref = models.CharField(max_length=64)
    seat_ref = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(("id", "gathering", "member_ref", "seat_ref"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gathering", "member_ref"], name="writer_once")]


class Decision(models.Model):
    """What was agreed: who carries it, and when we look at it again."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="decisions")
    text = models.TextField()
    carried_by = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    by_ref = models.CharField(max_length=64)
    written_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "text", "carried_by", "review_on", "version", "by_ref", "written_at"), Privacy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["id"]

    @property
    def missing(self) -> list[Leg]:
        """The legs that have not spoken; while there are any, what was agreed is provisional."""
        return [one.leg for one in self.voices.all() if one.voice == Voice.SILENT]


class DecisionVoice(models.Model):
    """What one leg said to a decision."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="voices")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="+")
    voice = models.CharField(max_length=8, default=Voice.SILENT.value)

    privacy: ClassVar = dict.fromkeys(("id", "decision", "leg", "voice"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["leg__order", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["decision", "leg"], name="leg_speaks_once")]

    @property
    def said(self) -> Voice:
        return Voice(self.voice)


class Approval(models.Model):
    """That another member approved a report: what it said then, as a digest the journal holds too.

    `heard` is what rooms of the gathering had found by then (`heard.Heard`); a room that closes later adds nothing.
    """

    gathering = models.OneToOneField(Gathering, on_delete=models.PROTECT, related_name="approval")
    digest = models.CharField(max_length=64)
    heard = models.JSONField(default=list)
    by_ref = models.CharField(max_length=64)
    member_ref = models.CharField(max_length=64)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "digest", "heard", "by_ref", "member_ref", "at"), Privacy.OPEN
    )
