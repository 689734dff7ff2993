"""Who could be asked, who was, what they said, and the draws that asked some of them by lot."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.pages import Gathering
from sanam.domain.teams.models import Body, Leg, Member, Seat


class Eligible(models.Model):
    """Somebody who could be asked by a body: a volunteer, a club's member.

    Whoever is gone leaves only this row without a word about them, so that invitations still count and a draw comes
    out the same again; `gone` says why. Where they asked for it, `key` is a keyed hash of the name, made with the key
    named in `made_with`.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="eligible")
    name = models.CharField(max_length=120, blank=True)
    key = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    came_by = models.CharField(max_length=10)
    told_on = models.DateField(null=True)
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    off_at = models.DateTimeField(null=True)
    made_with = models.CharField(max_length=8, blank=True)
    gone = models.CharField(max_length=5, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "body", "leg", "came_by", "told_on", "by_ref", "at", "off_at", "made_with", "gone"), Privacy.OPEN
        ),
        **dict.fromkeys(("name", "key", "phone", "organisation"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "key", "organisation"], condition=Q(off_at=None), name="eligible_once"
            )
        ]

    @property
    def ref(self) -> str:
        return f"eligible:{self.id}"


class Draw(models.Model):
    """A lottery: the list as it was frozen, how many of each leg are wanted, and the seed nobody could choose.

    `pool` is {leg order, "0" where none is declared: [ids]}; `digest` is of the pool's plain file. `entry` is the
    number of the journal's entry that froze it. `announced` names a public number to come; empty: a seal's.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField()
    pool = models.JSONField()
    wanted = models.JSONField()
    digest = models.CharField(max_length=64)
    entry = models.BigIntegerField()
    announced = models.CharField(max_length=200, blank=True)
    frozen_at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    seed = models.CharField(max_length=64, blank=True)
    drawn = models.JSONField(default=list)
    drawn_at = models.DateTimeField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "gathering", "number", "pool", "wanted", "digest", "entry", "announced", "frozen_at", "by_ref"),
            *("seed", "drawn", "drawn_at"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gathering", "number"], name="draw_numbered_once"),
            models.UniqueConstraint(fields=["gathering"], condition=Q(drawn_at=None), name="draw_waits_once"),
        ]


class Invitation(models.Model):
    """One asked to one gathering: a seat, with who held it then, or somebody from the list."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="invitations")
    seat = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    eligible = models.ForeignKey(Eligible, null=True, on_delete=models.PROTECT, related_name="invitations")
    leg = models.ForeignKey(Leg, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=12)
    channel = models.CharField(max_length=10)
    draw = models.ForeignKey(Draw, null=True, on_delete=models.PROTECT, related_name="invitations")
    first_asked = models.BooleanField()
    by_ref = models.CharField(max_length=64)
    at = models.DateTimeField()
    answer = models.CharField(max_length=5, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_ref = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "gathering", "seat", "member", "eligible", "leg", "way", "channel", "draw", "first_asked"),
            *("by_ref", "at", "answer", "answered_at", "answered_by_ref"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gathering", "seat"], name="seat_invited_once"),
            models.UniqueConstraint(fields=["gathering", "eligible"], name="eligible_invited_once"),
            models.CheckConstraint(
                condition=Q(seat=None, eligible__isnull=False) | Q(seat__isnull=False, eligible=None),
                name="invitation_of_one",
            ),
        ]

    @property
    def name(self) -> str:
        """Who is meant; empty for a vacant seat, and for somebody taken off the list since."""
        return self.member.name if self.member else self.eligible.name if self.eligible else ""

    @property
    def assisted(self) -> bool:
        """Whether somebody else wrote the answer down for them."""
        return bool(self.answer) and (self.seat_id is None or self.answered_by_ref != str(self.seat_id))
