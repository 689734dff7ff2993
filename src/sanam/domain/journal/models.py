"""Entries, the erasable details behind them, and the seals that close them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Entry(models.Model):
    """One deed or look. `mac` signs the row with the installation's key until a seal covers it."""

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12)
    actor_ref = models.CharField(max_length=64)
    member_ref = models.CharField(max_length=64, blank=True)
    via = models.CharField(max_length=12, blank=True)
    did = models.CharField(max_length=60)
    to = models.CharField(max_length=80)
    because = models.CharField(max_length=200, blank=True)
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "at", "actor_kind", "actor_ref", "member_ref", "via", "did"),
            *("to", "because", "salt", "digest", "mac"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["to", "-id"], name="entry_about")]


class Details(models.Model):
    """What an entry's digest was taken of; erased when the law asks, and `verify` accepts that."""

    entry = models.BigIntegerField(primary_key=True)
    values = models.JSONField()

    privacy: ClassVar = {"entry": Privacy.OPEN, "values": Privacy.SENSITIVE}


class Seal(models.Model):
    """A closed range of entries. `digest` is taken over the seal before it and every row of the range."""

    number = models.PositiveBigIntegerField(primary_key=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("number", "first", "last", "count", "digest", "at"), Privacy.OPEN)
