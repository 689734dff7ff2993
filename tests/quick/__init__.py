"""Whole installations in tests are born with their tables: an empty SQLite database that is brought to this version is
filled from one that went through every migration earlier in the same test run.

It is only haste: what is filled in is what the migrations made, and a database that holds anything, is on PostgreSQL,
or goes to another version goes through them itself.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.db.migrations.executor import MigrationExecutor

BORN = "SANAM_TEST_BORN"
"""Where the database lies that went through every migration."""

_migrate = MigrationExecutor.migrate


class Quick(AppConfig):
    name = "tests.quick"
    label = "quick"

    def ready(self) -> None:
        if BORN in os.environ:
            MigrationExecutor.migrate = migrate  # type: ignore[method-assign]


def migrate(executor: MigrationExecutor, targets: Any, plan: Any = None, **rest: Any) -> Any:
    """As Django's own, but from the database kept at BORN where that gives the same."""
    born, whole = Path(os.environ[BORN]), set(targets) == set(executor.loader.graph.leaf_nodes())
    if executor.connection.vendor != "sqlite" or not whole or executor.connection.introspection.table_names():
        return _migrate(executor, targets, plan, **rest)
    if not born.exists():
        state = _migrate(executor, targets, plan, **rest)
        _copy(executor.connection.connection, born)
        return state
    with sqlite3.connect(born) as kept:
        kept.backup(executor.connection.connection)
    executor.loader.build_graph()
    return _migrate(executor, targets, [], **rest)


def _copy(database: sqlite3.Connection, to: Path) -> None:
    """Under its name only when it is whole: another process may be about to read it."""
    draft = to.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(draft) as kept:
        database.backup(kept)
    draft.replace(to)
