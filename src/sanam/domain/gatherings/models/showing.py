"""How a gathering is shown: the photos somebody sent, the page the public may read, and what a page said before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.gatherings.models.pages import Gathering, Photo
from sanam.domain.gatherings.words import SHOWN_OUTSIDE, Faces
from sanam.domain.media.models import Kept


class Shot(models.Model):
    """A photo somebody sent; `listed` is the one a paper page only listed, whose size and bytes stay as written.

    `alt` says in words what is on it, `people` who is in it and how they agreed. Taken down, the file is gone and the
    row tells who asked.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="shots")
    listed = models.ForeignKey(Photo, null=True, on_delete=models.SET_NULL, related_name="shots")
    kept = models.ForeignKey(Kept, null=True, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    alt = models.CharField(max_length=300, blank=True)
    faces = models.CharField(max_length=10, default=Faces.NOT_ASKED.value)
    people = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    down_at = models.DateTimeField(null=True)
    down_by_ref = models.CharField(max_length=64, blank=True)
    down_asked_by = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "gathering", "listed", "kept", "order", "alt", "faces", "at", "by_ref", "down_at", "down_by_ref"),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("people", "down_asked_by"), Privacy.PERSONAL),
    }

    class Meta:
        ordering: ClassVar = ["order", "at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["listed"], condition=Q(down_at=None), name="shot_one_file_to_a_listed_photo"
            ),
            models.CheckConstraint(
                condition=Q(down_at=None, kept__isnull=False) | Q(down_at__isnull=False, kept=None),
                name="shot_there_or_taken_down",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"photo:{self.id}"

    @property
    def cleared(self) -> bool:
        """Whether it may leave the house: there, described, and nobody in it who did not agree."""
        return self.kept_id is not None and bool(self.alt) and self.faces in SHOWN_OUTSIDE


class Publication(models.Model):
    """The page anybody may read, from when, by which seat, and until when; search engines only where chosen."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="publications")
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    findable = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_ref = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = dict.fromkeys(
        ("id", "gathering", "at", "by_ref", "findable", "withdrawn_at", "withdrawn_by_ref"), Privacy.OPEN
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gathering"], condition=Q(withdrawn_at=None), name="publication_one_at_a_time"
            )
        ]


class PageVersion(models.Model):
    """What a gathering's page said until a corrected one took its place."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    by_ref = models.CharField(max_length=64)

    privacy: ClassVar = dict.fromkeys(("id", "gathering", "text", "digest", "until", "by_ref"), Privacy.OPEN)

    class Meta:
        ordering: ClassVar = ["until", "id"]
