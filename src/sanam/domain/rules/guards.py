"""What stands before the tables of what was agreed: triggers of migration 2, without which a row could change."""

from __future__ import annotations

from typing import Any

TABLES = ("rules_ruleversion", "rules_clause", "rules_versionevent", "rules_decision")
_VERBS = {"sqlite": ("update", "delete", "replace"), "postgresql": ("update", "delete", "truncate")}
_STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') "
    "AND pg_table_is_visible(tgrelid)",
}


def missing(connection: Any) -> list[str]:
    """The names of triggers that should stand and do not, or were put to sleep."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted({f"{table}_no_{verb}" for table in TABLES for verb in _VERBS[connection.vendor]} - standing)
