"""Which tables a statement reads whole, as each database plans it: ten times the rows are not ten times the work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection

Ran = list[tuple[str, Any]]


class Statements:
    """Keeps every reading statement with its values: `with connection.execute_wrapper(kept := Statements()):`."""

    def __init__(self) -> None:
        self.ran: Ran = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip("(").startswith("SELECT"):  # PostgreSQL puts the parts of a union in brackets
            self.ran.append((sql, params))
        return execute(sql, params, many, context)


def read_whole(ran: Ran) -> set[str]:
    """The tables that these statements read from end to end, however small they are now."""
    asks = _on_postgres if connection.vendor == "postgresql" else _on_sqlite
    return {table for sql, params in ran for table in asks(sql, params)}


def _on_postgres(sql: str, params: Any) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        (told,) = cursor.fetchone()
        cursor.execute("SET LOCAL enable_seqscan = on")
    plan = told if isinstance(told, list) else json.loads(told)
    yield from _scanned(plan[0]["Plan"])


def _scanned(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for inner in node.get("Plans", ()):
        yield from _scanned(inner)


def _on_sqlite(sql: str, params: Any) -> Iterator[str]:
    """Off the program SQLite makes: a cursor that begins at the first row of a table or of an index of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0")
        tables = dict(cursor.fetchall())
        cursor.execute(f"EXPLAIN {sql}", params)
        steps = cursor.fetchall()
    opened: dict[int, set[str]] = {}
    for _at, step, first, second, *_ in steps:
        if step in {"OpenRead", "ReopenIdx"} and second in tables:
            opened.setdefault(first, set()).add(tables[second])
    for _at, step, first, *_ in steps:
        if step in {"Rewind", "Last"}:
            yield from opened.get(first, ())
