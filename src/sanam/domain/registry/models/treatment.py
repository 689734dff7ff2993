"""What hospitals' files say of a person's right to treatment and of long illnesses."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person


class Coverage(models.Model):
    """A right to treatment (สิทธิการรักษา), as one hospital's CARD row tells it. Days are ISO and may be partial.

    `scheme` is the ministry's INSTYPE; `main` and `sub` are hospital codes. A card number that is the national ID is
    not kept a second time.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="coverages")
    hospital = models.CharField(max_length=9)
    scheme = models.CharField(max_length=4)
    old_scheme = models.CharField(max_length=4, blank=True)
    number = models.CharField(max_length=18, blank=True)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    main = models.CharField(max_length=9, blank=True)
    sub = models.CharField(max_length=9, blank=True)
    stamped_at = models.CharField(max_length=14, blank=True)
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "hospital", "stamped_at", "batch"), Privacy.OPEN),
        **dict.fromkeys(("scheme", "old_scheme", "number", "since", "until", "main", "sub"), Privacy.INCOME),
    }


class Illness(models.Model):
    """A long illness (CHRONIC) by its ICD-10 code, as one hospital tells it: since when, and what came of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="illnesses")
    hospital = models.CharField(max_length=9)
    code = models.CharField(max_length=6)
    since = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=14, blank=True)
    ended_on = models.CharField(max_length=10, blank=True)
    stamped_at = models.CharField(max_length=14, blank=True)
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "hospital", "stamped_at", "batch"), Privacy.OPEN),
        **dict.fromkeys(("code", "since", "state", "ended_on"), Privacy.SENSITIVE),
    }
