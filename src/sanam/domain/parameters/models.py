"""Each turn of a dial, newest last."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Turn(models.Model):
    """A dial turned to a value, by which rule version; with no rule named, it was turned back to its start."""

    name = models.CharField(max_length=60)
    value = models.FloatField()
    rule_ref = models.CharField(max_length=80)
    rule_label = models.CharField(max_length=200)
    rule_label_en = models.CharField(max_length=200, default="")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="turns_of_a_dial")]

    privacy: ClassVar = dict.fromkeys(
        ("id", "name", "value", "rule_ref", "rule_label", "rule_label_en", "at"), Privacy.OPEN
    )
