"""A room where parties exchange, its doors, and the tickets of the phones in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams.models import Body, Leg, Seat


class Exchange(models.Model):
    """A room: at a gathering, or open for some days until `ends_at`. `question` is what everybody answers to.

    `carried_at` is when its host said which of what it did not resolve goes on as an open question.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="exchanges")
    gathering = models.ForeignKey(Gathering, null=True, on_delete=models.PROTECT, related_name="exchanges")
    title = models.CharField(max_length=200)
    question = models.CharField(max_length=300, blank=True)
    stage = models.CharField(max_length=10, default=RoomStage.PREPARING.value)
    ends_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    by_ref = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    carried_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "body", "gathering", "title", "question", "stage", "ends_at", "opened_by", "by_ref"),
            *("created_at", "closed_at", "carried_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]

    @property
    def ref(self) -> str:
        return f"exchange:{self.id}"

    @property
    def said(self) -> RoomStage:
        return RoomStage(self.stage)


class RoomDoor(models.Model):
    """A door of a room and its code. A door that was shut stays shut: opening again makes another."""

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="doors")
    code = models.CharField(max_length=6, unique=True)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "exchange", "opened_at", "until", "closed_at", "by_ref"), Privacy.OPEN),
        "code": Privacy.SECRET,
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["exchange"], condition=Q(closed_at=None), name="one_open_door_a_room")
        ]


class Ticket(models.Model):
    """One who takes part: a phone, or somebody helped by one. What tells of anybody goes when the room closes.

    `device` is a keyed hash of the phone's own mark and empty for somebody helped; `own_code` is a keyed hash of the
    code by which somebody helped may answer for themselves. `helper` is the ticket of who helped, or `by_ref` a host:
    needed while that person may still change what was pressed for them, and no longer.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="tickets")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="+")
    nickname = models.CharField(max_length=60, blank=True)
    device = models.CharField(max_length=64, blank=True)
    own_code = models.CharField(max_length=64, blank=True)
    helper = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="helped")
    channel = models.CharField(max_length=8, blank=True)
    by_ref = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    voted_at = models.DateTimeField(null=True)
    dotted_at = models.DateTimeField(null=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "exchange", "leg", "helper", "channel", "by_ref", "at", "voted_at", "dotted_at"), Privacy.OPEN
        ),
        "nickname": Privacy.PERSONAL,
        **dict.fromkeys(("device", "own_code"), Privacy.SECRET),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["exchange", "device"], condition=~Q(device=""), name="one_ticket_a_device"),
        ]
