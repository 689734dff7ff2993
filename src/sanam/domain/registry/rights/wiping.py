"""What a database engine still holds of deleted rows, overwritten."""

from __future__ import annotations

from django.apps import apps
from django.db import OperationalError, connection

TABLES_OF = ("registry", "gatherings", "notices", "media", "journal")


def overwritten() -> bool:
    """Rewrite the file (SQLite) or clear out dead rows (PostgreSQL); False when somebody else is writing just now.

    Freed pages of SQLite are overwritten as they are freed (`secure_delete`); this also reaches what was freed
    before that, and its log of changes. PostgreSQL's log of changes is the operator's to keep or let go.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("VACUUM")
                busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return not busy
            for model in _tables():
                cursor.execute(f"VACUUM {connection.ops.quote_name(model)}")
    except OperationalError:
        return False
    return True


def _tables() -> list[str]:
    models = [model for label in TABLES_OF for model in apps.get_app_config(label).get_models()]
    return [model._meta.db_table for model in models]
