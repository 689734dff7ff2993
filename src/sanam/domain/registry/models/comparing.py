"""Each time the whole register was looked through for records of one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Comparing(models.Model):
    """One look: over how many people, what it asked, and how far the files had been read by then.

    `compared` pairs came near enough to be scored; `asked` and `unasked` are those newly written down; `upto` is the
    newest source row there was; `refusal` {code, th, en} says why it stopped with nothing written.
    """

    at = models.DateTimeField()
    people = models.PositiveIntegerField()
    compared = models.PositiveIntegerField()
    asked = models.PositiveIntegerField(default=0)
    unasked = models.PositiveIntegerField(default=0)
    upto = models.PositiveBigIntegerField(default=0)
    refusal = models.JSONField(default=dict)

    privacy: ClassVar = dict.fromkeys(
        ("id", "at", "people", "compared", "asked", "unasked", "upto", "refusal"), Privacy.OPEN
    )
