"""Rows of a chunk written as a set: the values the ORM would send, without building a statement a row."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, models

Fitting = Callable[[Any], Any]
Column = tuple[str, str, Fitting | None]
"""(column, attribute, what makes its value fit)"""
# asking the field what to do with a text or a number, half a million times, costs as much as writing it
_FIT_ALREADY = (models.CharField, models.TextField, models.BooleanField, models.FloatField, models.IntegerField)


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
    columns = _columns(model)
    with connection.cursor() as cursor, cursor.copy(f"COPY {_table(model)} ({_names(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_values(row, columns))


def _execute_many(model: type[models.Model], rows: list[Any], *, unless_there: bool) -> None:
    columns = _columns(model)
    marks = ", ".join(["%s"] * len(columns))
    but = " ON CONFLICT DO NOTHING" if unless_there else ""
    statement = f"INSERT INTO {_table(model)} ({_names(columns)}) VALUES ({marks}){but}"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_values(row, columns) for row in rows])


def _columns(model: type[models.Model]) -> list[Column]:
    """The columns a row brings itself, and how each of its values is made fit for this database, if at all."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    return [(field.column, field.attname, _fitting(field)) for field in fields]


def _fitting(field: Any) -> Fitting | None:
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, _FIT_ALREADY):
        return None
    return lambda value: field.get_db_prep_save(value, connection)


def _names(columns: list[Column]) -> str:
    return ", ".join(connection.ops.quote_name(column) for column, _, _ in columns)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _values(row: Any, columns: list[Column]) -> list[Any]:
    return [fit(getattr(row, name)) if fit else getattr(row, name) for _, name, fit in columns]


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
