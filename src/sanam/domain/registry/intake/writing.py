"""Rows of a chunk written as a set: the values the ORM would send, without building a statement a row."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, models


def insert(rows: Iterable[models.Model], *, unless_there: bool = False) -> None:
    """Insert rows of one table; `unless_there` leaves alone what a constraint already knows."""
    found = list(rows)
    if not found:
        return
    model = type(found[0])
    if connection.vendor == "postgresql":
        if unless_there:  # COPY knows no exceptions
            model._base_manager.bulk_create(found, ignore_conflicts=True)
        else:
            _copy(model, found)
    else:
        _execute_many(model, found, unless_there=unless_there)


def _copy(model: type[models.Model], rows: list[Any]) -> None:
    fields, columns = _fields(model)
    with connection.cursor() as cursor, cursor.copy(f"COPY {_table(model)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_values(row, fields))


def _execute_many(model: type[models.Model], rows: list[Any], *, unless_there: bool) -> None:
    fields, columns = _fields(model)
    marks = ", ".join(["%s"] * len(fields))
    but = " ON CONFLICT DO NOTHING" if unless_there else ""
    statement = f"INSERT INTO {_table(model)} ({columns}) VALUES ({marks}){but}"  # noqa: S608 - our own tables' names
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_values(row, fields) for row in rows])


def _fields(model: type[models.Model]) -> tuple[list[Any], str]:
    """The columns a row brings itself, and their names for a statement."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    return fields, ", ".join(connection.ops.quote_name(field.column) for field in fields)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _values(row: Any, fields: list[Any]) -> list[Any]:
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


def tell_the_engine() -> None:
    """Let the database count what it now holds: without that it may walk a whole table for five people."""
    # the rows are kept already: a database too busy to count them must not make the reading look failed
    with suppress(OperationalError), connection.cursor() as cursor:
        for model in apps.get_app_config("registry").get_models():
            cursor.execute(f"ANALYZE {_table(model)}")
