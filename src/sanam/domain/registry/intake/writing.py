"""Rows of a chunk written as a set: the same values the ORM would send, without building a statement a row."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models


def insert(rows: Iterable[models.Model], *, unless_there: bool = False) -> None:
    """Insert rows of one table; `unless_there` leaves alone what a constraint already knows."""
    found = list(rows)
    if not found:
        return
    fields = [field for field in type(found[0])._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    quote = connection.ops.quote_name
    table, columns = quote(type(found[0])._meta.db_table), ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    but = " ON CONFLICT DO NOTHING" if unless_there else ""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks}){but}",  # noqa: S608 - our own tables' names
            [_values(row, fields) for row in found],
        )


def _values(row: models.Model, fields: list[Any]) -> list[Any]:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]


@contextmanager
def garbage_seldom_collected() -> Iterator[None]:
    """A reading makes hundreds of thousands of objects and no cycles: looking for some costs a third of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
