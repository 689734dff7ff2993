"""Bodies, their legs, and the organisations in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.words import BodyKind


class Body(models.Model):
    """A group that decides or cares together: its area, the body it belongs to.

    With fewer than `fewest_filled` seats filled, the deeds that need the body wait.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=16, choices=BodyKind.choices)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    area_codes = models.JSONField(default=list)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    fewest_filled = models.PositiveSmallIntegerField(default=0)

    privacy: ClassVar = dict.fromkeys(
        ("id", "kind", "name_th", "name_en", "area_codes", "parent", "fewest_filled"), Privacy.OPEN
    )

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["name_th"], name="body_named_once")]


class Leg(models.Model):
    """One sector of a body, in its order; a leg that ended keeps its dates."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="legs")
    order = models.PositiveSmallIntegerField()
    name_th = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    privacy: ClassVar = dict.fromkeys(("id", "body", "order", "name_th", "name_en", "from_on", "to_on"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["body", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "order"], condition=Q(to_on=None), name="leg_order_once"),
            models.CheckConstraint(condition=Q(order__range=(1, 6)), name="leg_order_one_to_six"),
        ]


class Organisation(models.Model):
    """A place of work or an association: its area, and its hospital code where it has one."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name_th = models.CharField(max_length=200, unique=True)
    name_en = models.CharField(max_length=200)
    area_code = models.CharField(max_length=8)
    hospital_code = models.CharField(max_length=9, blank=True)

    privacy: ClassVar = dict.fromkeys(("id", "name_th", "name_en", "area_code", "hospital_code"), Privacy.OPEN)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hospital_code"], condition=~Q(hospital_code=""), name="hospital_code_once")
        ]
