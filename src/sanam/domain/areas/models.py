"""One table of places, whatever their level."""

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
