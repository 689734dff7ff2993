"""The numbers of entries: drawn before the row is written, because the signature covers the number too."""

from __future__ import annotations

from django.db import connections
from django.db.transaction import TransactionManagementError

_WRITING = 0x5EA1
_SEALING = 0x5EA2
# On PostgreSQL a lower number may be committed after a higher one. Whoever writes shares a lock until the commit, and
# draws numbers only once the lock is held: so a moment when nobody holds it is a moment when all numbers are settled.
DRAW = (
    "WITH waited AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(%s)) "
    "SELECT nextval(pg_get_serial_sequence('journal_entry', 'id')) FROM waited, generate_series(1, %s)"
)
_LAST = "SELECT seq FROM sqlite_sequence WHERE name = 'journal_entry'"


def draw(using: str, count: int) -> list[int]:
    """The next `count` numbers, in rising order; raises TransactionManagementError outside a transaction."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise TransactionManagementError("an entry is written inside the transaction of its deed, and there is none")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(DRAW, [_WRITING, count])
            return sorted(number for (number,) in cursor.fetchall())
    last = given_out(using)
    return list(range(last + 1, last + count + 1))


def given_out(using: str = "default") -> int:
    """SQLite's last number; its writers hold the one write lock, so no number is ever lost.

    Asked beneath Django: a page already in memory and no question to a server, so it is not counted as one.
    """
    connection = connections[using]
    connection.ensure_connection()
    row = connection.connection.execute(_LAST).fetchone()
    return int(row[0]) if row else 0


def nobody_writes() -> bool:
    """Whether no transaction is about to bring an older number. Never waits: those who write would queue behind it."""
    return _tried(_WRITING)


def nobody_else_seals() -> bool:
    """Whether we are the one sealer; on SQLite the write lock says so."""
    return _tried(_SEALING)


def _tried(lock: int) -> bool:
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock])
        return bool(cursor.fetchone()[0])
