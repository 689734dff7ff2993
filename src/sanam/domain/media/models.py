"""What is kept: where its bytes lie, and whose it is."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.media.words import Kind


class Kept(models.Model):
    """One picture or paper. `mime`, `size` (bytes), `width`, `height` (pixels) and `sha256` are of the file as it lies.

    `file_name` is what the sender called it; no path is ever made of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    owner = models.CharField(max_length=80)
    stored_name = models.CharField(max_length=32, unique=True)
    file_name = models.CharField(max_length=255, blank=True)
    mime = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    alt = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "kind", "owner", "mime", "size", "width", "height", "sha256", "at", "by_ref"), Privacy.OPEN
        ),
        **dict.fromkeys(("file_name", "alt"), Privacy.PERSONAL),
        "stored_name": Privacy.SECRET,
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "at", "id"], name="kept_of_owner")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="kept_pictures_have_pixels",
                # said of both columns: a comparison with NULL is no refusal
                condition=Q(kind=Kind.PICTURE, width__isnull=False, height__isnull=False, width__gt=0, height__gt=0)
                | Q(kind=Kind.PAPER, width__isnull=True, height__isnull=True),
            )
        ]

    @property
    def ref(self) -> str:
        return f"media:{self.id}"
