"""One table of places, whatever their level, and where each sub-district stands on its district's tile map."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Area(models.Model):
    """A place by its code; an abolished one keeps its row and names its successor where there is just one."""

    code = models.CharField(max_length=8, primary_key=True)
    name_th = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    sort_key = models.CharField(max_length=200)
    successor = models.CharField(max_length=8, blank=True)
    abolished = models.BooleanField(default=False)

    privacy: ClassVar = dict.fromkeys(
        ("code", "name_th", "name_en", "sort_key", "successor", "abolished"), Privacy.OPEN
    )


class MapPlace(models.Model):
    """Where a sub-district stands on the tile map of its district: a row from the north, a column from the west.

    A picture that people agreed on, no border and no survey; a district without rows here is arranged by rule.
    """

    code = models.CharField(max_length=6, primary_key=True)
    district = models.CharField(max_length=4)
    row = models.PositiveSmallIntegerField()
    column = models.PositiveSmallIntegerField()

    privacy: ClassVar = dict.fromkeys(("code", "district", "row", "column"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "row", "column"], name="one_subdistrict_at_a_map_place"),
            models.CheckConstraint(condition=models.Q(row__gte=1, column__gte=1), name="map_places_count_from_one"),
        ]
