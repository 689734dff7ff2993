"""Databases in tests are born with their tables: an empty one that is brought to this version is filled from one that
went through every migration before.

It is only haste: what is filled in is what the migrations made, and a database that holds anything, or goes to another
version, goes through them itself. So does the first one on each engine after a migration changed.
"""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.migrations.executor import MigrationExecutor

from tests.quick import born

_migrate = MigrationExecutor.migrate


class Quick(AppConfig):
    name = "tests.quick"
    label = "quick"

    def ready(self) -> None:
        MigrationExecutor.migrate = migrate  # type: ignore[method-assign]


def migrate(executor: MigrationExecutor, targets: Any, plan: Any = None, **rest: Any) -> Any:
    """As Django's own, but from what is kept where that gives the same."""
    connection = executor.connection
    whole = set(targets) == set(executor.loader.graph.leaf_nodes())
    if not whole or connection.introspection.table_names() or not born.may_fill(connection):
        return _migrate(executor, targets, plan, **rest)
    if not born.fill(connection):
        state = _migrate(executor, targets, plan, **rest)
        born.keep(connection)
        return state
    executor.loader.build_graph()
    return _migrate(executor, targets, [], **rest)
