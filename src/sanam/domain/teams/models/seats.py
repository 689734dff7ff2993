"""Seats with what they carry, and who sits in them from when until when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanam.domain.foundation.actor import Mandate, Reach
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.models.bodies import Body, Leg, Organisation
from sanam.domain.teams.models.members import Member
from sanam.domain.teams.words import HoldingKind


class Seat(models.Model):
    """A role in a body, bound to no person, with the mandate it carries.

    A term is a number of months from the day somebody sits down, or a day for whoever sits; the day goes before.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=40)
    title_th = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    capabilities = models.JSONField(default=list)
    reach = models.CharField(max_length=10, default=Reach.NOBODY.value)
    areas = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    fewest_deputies = models.PositiveSmallIntegerField(default=0)
    term_months = models.PositiveSmallIntegerField(null=True)
    term_ends_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "body", "leg", "organisation", "role", "title_th", "title_en"),
            *("capabilities", "reach", "areas", "fields", "closed_on"),
            *("fewest_deputies", "term_months", "term_ends_on"),
        ),
        Privacy.OPEN,
    )

    @property
    def mandate(self) -> Mandate:
        """What this seat may do, where, and which kinds of facts it sees; no area means nothing."""
        return Mandate(
            capabilities=frozenset(self.capabilities),
            areas=tuple(self.areas),
            reach=Reach(self.reach),
            fields=frozenset(Privacy(mark) for mark in self.fields),
        )


class Holding(models.Model):
    """Who sits where, from when until when; the end is the last day, empty while it lasts.

    That two holders never overlap is kept by the database itself (`no_two_holders`).
    """

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(max_length=8, choices=HoldingKind.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    because = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "seat", "member", "kind", "from_on", "to_on"), Privacy.OPEN),
        "because": Privacy.PERSONAL,
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(kind="holder", to_on=None), name="one_holder_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="holding_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(kind="acting") | Q(to_on__isnull=False), name="acting_only_until_a_day"
            ),
        ]
