"""A GET cannot write: the database itself refuses. Looks go over their own connection (sanam.domain.journal)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse

from sanam.domain.journal import looking
from sanam.interfaces.web.shell.request import Request

_READS = {"SELECT", "WITH", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA", "EXPLAIN", "SET"}
SAFE = {"GET", "HEAD", "OPTIONS"}


class ReadOnlyGets:
    """Runs every GET in a transaction the database holds read-only."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        if request.method not in SAFE:
            return self.get_response(request)
        with read_only():
            return self.get_response(request)


@contextmanager
def read_only() -> Iterator[None]:
    """Refuse every statement that writes: by its first word here, and by the engine where we own the transaction."""
    with connection.execute_wrapper(_only_reading):
        if connection.in_atomic_block:  # a test's own transaction: the guard above is what there is
            yield
        elif connection.vendor == "postgresql":
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
                yield
        else:
            with _query_only():
                yield


@contextmanager
def _query_only() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")


def _only_reading(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if sql.lstrip("( \n").split(None, 1)[0].upper() not in _READS and not looking.now():
        raise DatabaseError("a GET only reads")
    return execute(sql, params, many, context)
