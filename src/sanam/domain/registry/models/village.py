"""What hospitals' files say of a village."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class VillageFact(models.Model):
    """A village as one hospital's VILLAGE row tells it: where it lies, how many live there, what it has.

    `area_code` is its 8 digits; a count is None where the file says nothing.
    """

    hospital = models.CharField(max_length=9)
    area_code = models.CharField(max_length=8)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    people = models.PositiveIntegerField(null=True)
    stateless = models.PositiveIntegerField(null=True)
    healers = models.PositiveIntegerField(null=True)
    temples = models.PositiveIntegerField(null=True)
    child_centres = models.PositiveIntegerField(null=True)
    elder_clubs = models.PositiveIntegerField(null=True)
    disabled_clubs = models.PositiveIntegerField(null=True)
    stamped_at = models.CharField(max_length=14, blank=True)
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "hospital", "area_code", "latitude", "longitude", "people", "stateless", "healers"),
            *("temples", "child_centres", "elder_clubs", "disabled_clubs", "stamped_at", "batch"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hospital", "area_code"], name="one_word_of_a_village_each")
        ]
