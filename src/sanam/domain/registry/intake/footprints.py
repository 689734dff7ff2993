"""Rows that were there before a file: written as a set, and what stood in them kept, so that it can come back."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Footprint, Person, SourceRow

Values = dict[str, Any]
STAMPS = "stamps"
"""The table word of footprints that hold the stamps of many source rows of one hospital."""


def change(batch: Batch, rows: Iterable[Any], columns: Sequence[str], *, size: int = 500) -> None:
    """Write these columns of rows, keeping what stood there; a row the batch itself brought needs no keeping."""
    found = list(rows)
    if not found:
        return
    model, columns = type(found[0]), [_column(type(found[0]), name) for name in columns]
    known = {row.pk: row for row in found if getattr(row, "batch_id", None) != batch.pk}
    stood = {one.pop("pk"): one for one in model._base_manager.filter(pk__in=list(known)).values("pk", *columns)}
    model._base_manager.bulk_update(found, [_name(model, column) for column in columns], batch_size=size)
    written = {pk: {column: getattr(row, column) for column in columns} for pk, row in known.items()}
    remember(batch, model, stood, written, person=lambda pk: _person_of(known[pk]))


def remember(
    batch: Batch,
    model: type[models.Model],
    stood: Mapping[Any, Values],
    written: Mapping[Any, Values],
    *,
    person: Callable[[Any], Any],
) -> None:
    """Keep what stood in rows and what the batch wrote, only the columns that differ."""
    insert(
        Footprint(
            batch=batch, person_id=person(pk), table=str(model._meta.model_name), row=str(pk), before=old, after=new
        )
        for pk, values in written.items()
        for old, new in [_differing(stood.get(pk, {}), values)]
        if new
    )


def stamped_anew(batch: Batch, rows: Sequence[tuple[SourceRow, str]]) -> None:
    """Keep the stamps that source rows had, one footprint a hospital: a monthly export stamps nearly all anew."""
    stood: dict[str, Values] = defaultdict(dict)
    written: dict[str, Values] = defaultdict(dict)
    for row, old in rows:
        stood[row.hospital][str(row.pk)], written[row.hospital][str(row.pk)] = old, row.stamped_at
    for hospital, before in stood.items():
        Footprint.objects.create(batch=batch, table=STAMPS, row=hospital, before=before, after=written[hospital])


def as_kept(value: Any) -> Any:
    """A value as a footprint keeps it: sealed bytes as text, keys as text."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def as_written(field: Any, kept: Any) -> Any:
    """A kept value as its column takes it."""
    if isinstance(field, models.BinaryField):
        return base64.b64decode(kept) if kept is not None else None
    return field.to_python(kept)


def _differing(stood: Values, written: Values) -> tuple[Values, Values]:
    old = {name: as_kept(value) for name, value in stood.items()}
    new = {name: as_kept(value) for name, value in written.items()}
    changed = [name for name in new if name in old and new[name] != old[name]]
    return {name: old[name] for name in changed}, {name: new[name] for name in changed}


def _person_of(row: Any) -> Any:
    return row.pk if isinstance(row, Person) else getattr(row, "person_id", None)


def _column(model: type[models.Model], name: str) -> str:
    return str(getattr(model._meta.get_field(name), "attname", name))


def _name(model: type[models.Model], column: str) -> str:
    return next(field.name for field in model._meta.concrete_fields if field.attname == column)
