"""Houses, and the numbers hospitals give them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy


class Household(models.Model):
    """A house and the village it stands in; the volunteer is proposed by a file and confirmed by a human.

    `volunteer_declined` is a proposal a human said no to: a file that says the same again does not ask again.
    `stamped_at` and `stamped_by` are those of the export that spoke last: an older one only fills blanks.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    house_id = models.CharField(max_length=11, blank=True)
    house_no = models.CharField(max_length=75, blank=True)
    road = models.CharField(max_length=255, blank=True)
    area_code = models.CharField(max_length=8)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    stamped_at = models.CharField(max_length=14, blank=True)
    stamped_by = models.CharField(max_length=9, blank=True)
    volunteer_hint = models.CharField(max_length=60, blank=True)
    volunteer_declined = models.CharField(max_length=60, blank=True)
    volunteer_seat = models.ForeignKey("teams.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        "id": Privacy.OPEN,
        "house_id": Privacy.PERSONAL,
        "house_no": Privacy.PERSONAL,
        "road": Privacy.PERSONAL,
        "area_code": Privacy.OPEN,
        "latitude": Privacy.PERSONAL,
        "longitude": Privacy.PERSONAL,
        "stamped_at": Privacy.OPEN,
        "stamped_by": Privacy.OPEN,
        "volunteer_hint": Privacy.PERSONAL,
        "volunteer_declined": Privacy.PERSONAL,
        "volunteer_seat": Privacy.OPEN,
        "batch": Privacy.OPEN,
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["area_code", "house_no"], name="house_in_village")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["house_id"], condition=~Q(house_id=""), name="house_id_once")
        ]


class HouseKey(models.Model):
    """A hospital's own number for a house (HOSPCODE + HID)."""

    hospital = models.CharField(max_length=9)
    number = models.CharField(max_length=14)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="keys")
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        "id": Privacy.OPEN,
        "hospital": Privacy.OPEN,
        "number": Privacy.PERSONAL,
        "household": Privacy.OPEN,
        "batch": Privacy.OPEN,
    }

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["hospital", "number"], name="house_key_once")]
