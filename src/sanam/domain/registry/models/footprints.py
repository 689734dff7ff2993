"""What a file changed in rows that were there before it: what stood, and what the file put in its place."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.models.sources import Batch


class Footprint(models.Model):
    """One row a batch changed, by table and key: {column: what stood} and {column: what the batch wrote}.

    Kept so that a batch can be taken back. Source rows that were only stamped anew have one footprint a hospital:
    table "stamps", `row` the hospital, their keys mapped to their stamps.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="footprints")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="footprints")
    table = models.CharField(max_length=20)
    row = models.CharField(max_length=36, blank=True)
    before = models.JSONField()
    after = models.JSONField()

    privacy: ClassVar = {
        **dict.fromkeys(("id", "batch", "person", "table", "row"), Privacy.OPEN),
        **dict.fromkeys(("before", "after"), Privacy.SECRET),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["table", "row"], name="footprints_of_a_row")]
