"""Rows that are known by what they are about: one is added, the newest export fills and changes it, no blank does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sanam.domain.registry.intake import footprints
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch

Key = tuple[Any, ...]


def put(
    batch: Batch,
    model: type[Any],
    names: tuple[str, ...],
    said: Iterable[tuple[Key, Mapping[str, Any], str]],
    there: Iterable[Any],
) -> None:
    """Write what is said under each key (the values of `names`), with its stamp, beside the rows already `there`."""
    known = {tuple(getattr(row, name) for name in names): row for row in there}
    new: list[Any] = []
    changed: dict[int, Any] = {}
    columns: set[str] = {"stamped_at"}
    for key, values, stamp in said:
        row = known.get(key)
        if row is None:
            row = known[key] = model(**dict(zip(names, key, strict=True)), **values, stamped_at=stamp, batch=batch)
            new.append(row)
        elif _fill(row, values, stamp) and row.pk:
            changed[row.pk] = row
            columns |= values.keys()
    insert(new)
    footprints.change(batch, changed.values(), sorted(columns))


def _fill(row: Any, values: Mapping[str, Any], stamp: str) -> bool:
    changed = False
    for name, value in values.items():
        old = getattr(row, name)
        if value in ("", None) or value == old or not (stamp >= row.stamped_at or old in ("", None)):
            continue
        setattr(row, name, value)
        changed = True
    if changed:
        row.stamped_at = max(stamp, row.stamped_at)
    return changed
