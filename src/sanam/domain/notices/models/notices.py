"""One sentence to one seat."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy


class Notice(models.Model):
    """What a seat should hear; `about` is the thing, `path` the page that shows it."""

    seat_ref = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=80)
    th = models.CharField(max_length=300)
    en = models.CharField(max_length=300)
    path = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "seat_ref", "kind", "about", "path", "at", "read_at"), Privacy.OPEN),
        **dict.fromkeys(("th", "en"), Privacy.PERSONAL),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["seat_ref", "-id"], name="notices_of_seat")]
