"""The words of what is kept."""

from __future__ import annotations

from django.db.models import TextChoices


class Kind(TextChoices):
    """A picture may be shown; a paper only waits to be read in."""

    PICTURE = "picture", "รูป"
    PAPER = "paper", "เอกสาร"
