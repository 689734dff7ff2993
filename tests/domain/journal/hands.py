"""Hands that write the journal, and hands that hold the database: those lift the triggers and change what stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from django.apps import apps
from django.db import connection

from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries

NURSE = Actor(ActorKind.SEAT, "7", "พยาบาล", Mandate(), member="m1", via="web")
KEEPER = replace(NURSE, ref="8", mandate=Mandate(capabilities=frozenset({journal.ERASE})))
GUARDS = [
    guard
    for guard in import_module("sanam.domain.journal.migrations.0003_salt_goes_with_the_values").Migration.operations
    if getattr(guard, "reverse_code", None) and "noop" not in guard.reverse_code.__name__
]


def journal_of(count: int, **details: object) -> list[int]:
    """`count` deeds written by the nurse; their numbers."""
    return [
        journal.record(by=NURSE, did="person.corrected", to=f"person:{n}", details=details).id for n in range(count)
    ]


def without_triggers(*statements: str) -> None:
    """Run statements as the database's owner, who lifts the triggers first and puts them back after."""
    with connection.cursor() as cursor:
        for name, table in list(_triggers()):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
        for statement in statements:
            cursor.execute(statement)
    put_back()


def put_back() -> None:
    editor = connection.schema_editor()  # not entered: SQLite's would not begin inside a test's own transaction
    for guard in GUARDS:
        guard.code(apps, editor)


def what_is_broken(head: str = "") -> tuple[str, str]:
    """What `verify` names first, and where; two empty words when all is whole."""
    broken = queries.verify(head).broken
    return (broken.what, broken.where) if broken else ("", "")


def _triggers() -> Iterator[tuple[str, str]]:
    lists = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(lists[connection.vendor])
        yield from [(name, table) for name, table in cursor.fetchall() if table.startswith("journal_")]
