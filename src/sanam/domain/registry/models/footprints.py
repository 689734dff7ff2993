"""What a file changed in rows that were there before it: what stood, and what the file put in its place."""

from __future__ import annotations

import base64
from typing import Any, ClassVar

from django.db import models

from sanam.domain.foundation import sealing
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Identifier, Person, lookup_of
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

    def made_anew(self) -> dict[str, Any]:
        """What stands here of numbers, sealed and hashed with the keys in use; nothing for other tables."""
        if self.table != Identifier._meta.model_name:
            return {}
        return {"before": _resealed(self.before), "after": _resealed(self.after)}

    class Meta:
        indexes: ClassVar = [models.Index(fields=["table", "row"], name="footprints_of_a_row")]


def _resealed(values: dict[str, Any]) -> dict[str, Any]:
    sealed = base64.b64decode(values.get("sealed") or "")
    if not sealed or sealing.is_current(sealed):
        return values
    number = sealing.decrypt(sealed)
    anew = {"sealed": base64.b64encode(sealing.encrypt(number)).decode()}
    return values | anew | ({"lookup": lookup_of(number.decode())} if values.get("lookup") else {})
