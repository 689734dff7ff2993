"""A gathering: when, where and by whom it was called, and what its page says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.gatherings.words import GatheringKind, Stage
from sanam.domain.teams.models import Body, Seat


class Gathering(models.Model):
    """One meeting. A page that was read in is kept whole in `text`, and `digest` tells two copies of it apart.

    One that we called together has a body, a seat that convened it and a time; `person_concerned` says whether
    somebody the talk was about was in the room, and is None until somebody has said.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, default=GatheringKind.MEETING.value)
    stage = models.CharField(max_length=10, default=Stage.HELD.value)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="gatherings")
    convened_by = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    person_concerned = models.BooleanField(null=True)
    agenda = models.JSONField(default=list)
    held_on = models.CharField(max_length=10, blank=True)
    headcount = models.PositiveIntegerField(null=True)
    networks = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    intro = models.JSONField(default=list)
    thanks = models.TextField(blank=True)
    signature_name = models.CharField(max_length=120, blank=True)
    signature_position = models.CharField(max_length=200, blank=True)
    unread = models.JSONField(default=list)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=64, unique=True, null=True)
    by_ref = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    privacy: ClassVar = {
        **dict.fromkeys(
            (
                *("id", "title", "kind", "stage", "body", "convened_by", "place", "starts_at", "ends_at"),
                *("person_concerned", "agenda", "held_on", "headcount", "networks", "tags", "intro", "thanks"),
                *("unread", "text", "digest", "by_ref", "created_at"),
            ),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("signature_name", "signature_position"), Privacy.OPEN),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-held_on", "-id"], name="gathering_newest")]

    @property
    def ref(self) -> str:
        return f"gathering:{self.id}"

    @property
    def was_read_in(self) -> bool:
        """Whether it is a page that was read in; such a page alone lists photos and numbers points."""
        return bool(self.text)

    @property
    def said(self) -> Stage:
        return Stage(self.stage)

    @property
    def held(self) -> PartialDate | None:
        return PartialDate.from_iso(self.held_on) if self.held_on else None


class Photo(models.Model):
    """A photo a page lists: its pixels and bytes."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="photos")
    order = models.PositiveSmallIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    bytes = models.PositiveIntegerField()

    privacy: ClassVar = dict.fromkeys(("id", "gathering", "order", "width", "height", "bytes"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["order"]


class Point(models.Model):
    """One numbered point, whole, with the paragraphs that follow it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    privacy: ClassVar = dict.fromkeys(("id", "gathering", "number", "text"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["number"]
