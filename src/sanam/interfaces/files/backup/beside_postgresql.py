"""On PostgreSQL: another schema in the same database; both change their names in one transaction."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from sanam.interfaces.files.backup.beside import at_work, close

NEW, BEFORE = "sanam_restoring", "before_restore"
_OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


class SchemaBeside:
    """The schema `sanam_restoring`; the one before is kept as `before_restore`."""

    def clear(self) -> None:
        self.leave()
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {NEW}")

    def leave(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {NEW} CASCADE")

    def settings(self) -> dict[str, Any]:
        options = dict(connection.settings_dict["OPTIONS"])
        options["options"] = f"{options.get('options', '')} -c search_path={NEW}".strip()
        return {"OPTIONS": options}

    def check_nobody_works(self) -> None:
        close()
        with connection.cursor() as cursor:
            cursor.execute(_OTHERS)
            if cursor.fetchone()[0]:
                raise at_work()

    def change_places(self, *, keep: bool) -> str:
        self.check_nobody_works()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            used = connection.ops.quote_name(cursor.fetchone()[0])
            cursor.execute(f"DROP SCHEMA IF EXISTS {BEFORE} CASCADE")
            cursor.execute(f"ALTER SCHEMA {used} RENAME TO {BEFORE}")
            cursor.execute(f"ALTER SCHEMA {NEW} RENAME TO {used}")
            if not keep:
                cursor.execute(f"DROP SCHEMA {BEFORE} CASCADE")
        return BEFORE if keep else ""
