"""Someone with the database in their hands: they lift the triggers and change what was written."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.journal import operations as journal

NURSE = Actor(ActorKind.SEAT, "7", "พยาบาล", Mandate(), member="m1", via="web")


def without_triggers(statement: str, *values: object) -> None:
    """Run one statement as the database's owner, who dropped the triggers first."""
    with connection.cursor() as cursor:
        for name, table in list(_triggers()):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
        cursor.execute(statement, values)


def _triggers() -> Iterator[tuple[str, str]]:
    lists = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(lists[connection.vendor])
        yield from [(name, table) for name, table in cursor.fetchall() if table.startswith("journal_")]


def journal_of(count: int) -> list[int]:
    """`count` deeds written by the nurse; their numbers."""
    return [journal.record(by=NURSE, did="person.corrected", to=f"person:{n}").id for n in range(count)]
