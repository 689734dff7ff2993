"""VILLAGE rows: what each hospital says of its villages."""

from __future__ import annotations

from collections.abc import Sequence

from sanam.domain.registry.incoming import IncomingVillage, Outcome
from sanam.domain.registry.intake.keyed import put
from sanam.domain.registry.models import Batch, VillageFact


def take(outcome: Outcome, batch: Batch, rows: Sequence[IncomingVillage]) -> None:
    """Note what is said of villages."""
    outcome.count("VILLAGE", len(rows))
    there = VillageFact.objects.filter(area_code__in={one.code for one in rows})
    said = [((one.hospital, one.code), one.said, one.stamped_at) for one in rows]
    put(batch, VillageFact, ("hospital", "area_code"), said, there)
