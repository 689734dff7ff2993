"""What a batch keeps of what came of it: counts, and its error table."""

from __future__ import annotations

from typing import Any

from sanam.domain.registry.incoming import Outcome
from sanam.domain.registry.models import Batch, Problem


def list_problems(batch: Batch, outcome: Outcome) -> None:
    """Write a batch's error table."""
    Problem.objects.bulk_create((Problem(batch=batch, **problem) for problem in outcome.problems), batch_size=2_000)


def told(outcome: Outcome) -> dict[str, Any]:
    """{"people": {new, changed, unchanged}, "applied": {file: rows}, "problems", "left_out": how many}."""
    counted = {"problems": len(outcome.problems), "left_out": outcome.left_out}
    return {"people": outcome.people, "applied": outcome.applied, **counted}
