"""Who stands close to a person: seats, organisations and their own people, in a role, from when until when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person


class CareCircle(models.Model):
    """One place in a care circle: exactly one of a seat, an organisation, or a relative by name.

    `to_on` is the last day agreed on; `left_at` the moment they left, from which on they see nothing more by it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="circle")
    seat = models.ForeignKey("teams.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("teams.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    relative = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=15, blank=True)
    role = models.CharField(max_length=40)
    nearness = models.CharField(max_length=6, blank=True)
    because = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    left_at = models.DateTimeField(null=True)
    left_because = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "person", "seat", "organisation", "role", "nearness", "from_on", "to_on", "left_at"), Privacy.OPEN
        ),
        **dict.fromkeys(("relative", "phone", "because", "left_because"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(seat__isnull=False, organisation=None, relative="")
                | Q(seat=None, organisation__isnull=False, relative="")
                | Q(seat=None, organisation=None) & ~Q(relative=""),
                name="one_kind_of_circle_member",
            ),
        ]
