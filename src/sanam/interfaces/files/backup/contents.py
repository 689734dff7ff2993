"""Which tables a backup holds, and the numbers they have given out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection

LEFT_OUT = {
    "sessions": "who is signed in: everybody signs in again after a restore",
    "axes": "wrong passwords of the last minutes",
    "django_tasks_database": "the queue: whatever waits is put in the queue anew by the tick",
    "contenttypes": "made by the migrations",
    "auth": "made by the migrations; we have no use for it",
}
"""Apps whose tables stay out, and why. A model of ours stays out by saying `in_backups = False`."""
WITHOUT_GAPS = {"journal_entry"}
"""Where SQLite has given out no number without a row: the journal's check leans on it."""


def tables() -> list[Any]:
    """The models whose rows a backup holds, by the name of their table."""
    found = (model for model in apps.get_models(include_auto_created=True) if _belongs(model))
    return sorted(found, key=lambda model: str(model._meta.db_table))


def _belongs(model: Any) -> bool:
    meta = model._meta
    return bool(meta.managed) and meta.app_label not in LEFT_OUT and getattr(model, "in_backups", True)


def columns(model: Any) -> list[Any]:
    """The fields that stand in the model's own table, in a settled order."""
    return sorted(model._meta.local_concrete_fields, key=lambda field: str(field.attname))


def given_out(model: Any) -> int | None:
    """The last number the database gave a row of this table; None where rows bring their own."""
    if not _is_numbered(model):
        return None
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            return int((cursor.fetchone() or (0,))[0])
        cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {_sequence(cursor, model)}")  # noqa: S608
        return int(cursor.fetchone()[0])


def go_on_from(model: Any, number: int) -> None:
    """Have the database give the next row of this table a number above this one."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            table = model._meta.db_table
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
        else:
            cursor.execute("SELECT setval(%s, %s, %s)", [_sequence(cursor, model), max(number, 1), number > 0])


def applied() -> list[str]:
    """The migrations this database has been through, as "app.name"."""
    from django.db.migrations.recorder import MigrationRecorder

    return sorted(".".join(one) for one in MigrationRecorder(connection).applied_migrations())


def names(models: Iterable[Any]) -> dict[str, Any]:
    """Models by the name of their table."""
    return {model._meta.db_table: model for model in models}


def _is_numbered(model: Any) -> bool:
    return "Auto" in str(model._meta.pk.get_internal_type())


def _sequence(cursor: Any, model: Any) -> str:
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [model._meta.db_table, model._meta.pk.column])
    return str(cursor.fetchone()[0])
