"""Where a person is registered and where they really live, from when until when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.household import Household
from sanam.domain.registry.models.person import Person


class Residence(models.Model):
    """A person in a house: by the house register, really, or both. Days are partial; an empty end: it lasts."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="residences")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="residences")
    registered = models.BooleanField()
    actual = models.BooleanField()
    from_on = models.CharField(max_length=10, blank=True)
    to_on = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=120)
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "household", "batch"), Privacy.OPEN),
        **dict.fromkeys(("registered", "actual", "from_on", "to_on", "source"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(registered=True) | Q(actual=True), name="registered_or_living_there"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(registered=True, to_on=""), name="registered_in_one_house"
            ),
            models.UniqueConstraint(fields=["person"], condition=Q(actual=True, to_on=""), name="lives_in_one_house"),
        ]
