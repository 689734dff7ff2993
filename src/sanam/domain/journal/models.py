"""Entries, the erasable details behind them, and the seals that close them."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Entry(models.Model):
    """One deed or look. `mac` signs the row with the installation's key; `digest` is empty where nothing was told."""

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12)
    actor_ref = models.CharField(max_length=64)
    member_ref = models.CharField(max_length=64, blank=True)
    via = models.CharField(max_length=12, blank=True)
    did = models.CharField(max_length=60)
    to = models.CharField(max_length=80)
    because = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "at", "actor_kind", "actor_ref", "member_ref", "via", "did"),
            *("to", "because", "digest", "mac"),
        ),
        Privacy.OPEN,
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["to", "-id"], name="entry_about"),
            models.Index(fields=["member_ref", "actor_ref"], name="entry_by_member"),
        ]


class Details(models.Model):
    """What an entry's digest was taken of: the salt and the JSON to the letter.

    Erased only after a tombstone was written. The salt goes with the text, or a short value could be guessed from
    the digest that stays.
    """

    entry = models.BigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    text = models.TextField()

    privacy: ClassVar = {"entry": Privacy.OPEN, "salt": Privacy.SENSITIVE, "text": Privacy.SENSITIVE}

    @property
    def values(self) -> dict[str, Any]:
        """The text as it was handed in."""
        return dict(json.loads(self.text))


class Seal(models.Model):
    """A closed range of entries. `digest` is taken over the seal before it and every row of the range."""

    number = models.PositiveBigIntegerField(primary_key=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(("number", "first", "last", "count", "digest", "at"), Privacy.OPEN)
