"""A migration operation: a table that takes rows and never changes or loses one."""

from __future__ import annotations

from typing import Any

from django.db.migrations import RunPython

_SQLITE = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
# REPLACE deletes the old row without asking the DELETE trigger
_NO_REPLACE = """CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
_POSTGRES = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION sanam_append_only()"""
_FUNCTION = """CREATE OR REPLACE FUNCTION sanam_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""


def append_only(table: str, key: str = "id") -> RunPython:
    """Refuse UPDATE and DELETE (TRUNCATE on PostgreSQL, REPLACE on SQLite) on a table with this primary key."""

    def forwards(apps: Any, editor: Any) -> None:
        postgres = editor.connection.vendor == "postgresql"
        if postgres:
            editor.execute(_FUNCTION, params=None)  # its % is PL/pgSQL's own
        for verb in ("update", "delete", "truncate") if postgres else ("update", "delete"):
            editor.execute((_POSTGRES if postgres else _SQLITE).format(table=table, verb=verb), params=None)
        if not postgres:
            editor.execute(_NO_REPLACE.format(table=table, key=key), params=None)

    def backwards(apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete", "truncate", "replace"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")

    return RunPython(forwards, backwards)
