"""Rows of the journal as they are signed, streamed: memory stays the same, however long the journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from django.db import connection, transaction

from sanam.domain.journal.rows import selected

_BATCH = 2_000
_BEFORE_ALL = -(2**63)  # a forger may number a row below one
Row = Sequence[Any]


def entries(after: int = 0, upto: int | None = None) -> Iterator[Row]:
    """The entries behind one number (0: all) and up to another, in order; the columns of `rows.COLUMNS` as text."""
    within = "" if upto is None else "AND id <= %s"
    values = [after or _BEFORE_ALL, *([] if upto is None else [upto])]
    # a name of its own would hide the table's column `id`, by whose index the rows come in order
    columns = selected(connection.vendor)
    sql = f"SELECT {columns} FROM journal_entry WHERE id > %s {within} ORDER BY journal_entry.id"  # noqa: S608
    return streamed(sql, values)


def streamed(sql: str, values: Sequence[int | str] = ()) -> Iterator[Row]:
    """The rows of one statement, a batch at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        yield from chain.from_iterable(iter(lambda: cursor.fetchmany(_BATCH), []))


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is of the same moment, while others go on writing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with _reading():
            yield


@contextmanager
def _reading() -> Iterator[None]:
    connection.ensure_connection()
    if connection.connection.in_transaction:  # already within a moment
        yield
        return
    # transaction.atomic would take the write lock and keep every writer waiting
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
