"""The door, who came in by it, heads counted in the room, and the calendar a seat subscribes to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.inviting import Invitation
from sanam.domain.gatherings.models.pages import Gathering
from sanam.domain.teams.models import Leg, Member, Seat


class Door(models.Model):
    """Where phones sign in; open until somebody closes it, the gathering was held, or `until` has passed."""

    gathering = models.OneToOneField(Gathering, on_delete=models.PROTECT, related_name="door")
    code = models.CharField(max_length=6, unique=True)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "gathering", "opened_at", "until", "closed_at", "by_ref"), Privacy.OPEN),
        "code": Privacy.SECRET,
    }


class Attendance(models.Model):
    """One who came and gave a name. `key` is the name as it is compared, `ticket` the hash of the phone's.

    Where the name is `gone` the row still counts for its organisation and leg, so that no figure changes.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="attendances")
    invitation = models.OneToOneField(Invitation, null=True, on_delete=models.SET_NULL, related_name="attendance")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=200)
    organisation = models.CharField(max_length=120, blank=True)
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    first_time = models.BooleanField()
    source = models.CharField(max_length=8)
    ticket = models.CharField(max_length=64, blank=True)
    by_ref = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    gone = models.CharField(max_length=5, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "gathering", "invitation", "member", "leg", "first_time", "source", "by_ref", "at", "gone"),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("name", "key", "organisation"), Privacy.PERSONAL),
        "ticket": Privacy.SECRET,
    }

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gathering", "ticket"], condition=~Q(ticket=""), name="one_ticket_one_name"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["key"], name="attendance_by_key")]

    @property
    def ref(self) -> str:
        return f"attendance:{self.pk}"


class HeadCount(models.Model):
    """Heads of one organisation in the room, those who gave a name among them."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="head_counts")
    organisation = models.CharField(max_length=120)
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    heads = models.PositiveSmallIntegerField()
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("id", "gathering", "organisation", "leg", "heads", "by_ref", "at"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["leg__order", "organisation"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gathering", "organisation", "leg"], name="organisation_counted_once")
        ]


class Feed(models.Model):
    """The secret address of a seat's calendar, good only while this member sits there."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    lookup = models.CharField(max_length=64, unique=True)
    made_with = models.CharField(max_length=8)
    at = models.DateTimeField()

    privacy: ClassVar = {
        **dict.fromkeys(("id", "seat", "member", "made_with", "at"), Privacy.OPEN),
        "lookup": Privacy.SECRET,
    }

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "member"], name="one_feed_a_sitting")]
