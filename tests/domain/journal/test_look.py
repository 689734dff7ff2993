"""journal.look: written before the page leaves, over a connection that can only insert."""

from __future__ import annotations

import time

import pytest
from django.db import DatabaseError, InterfaceError, connection, connections, transaction
from django.template import TemplateDoesNotExist

from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Entry
from sanam.interfaces.web.shell import readonly
from tests.domain.journal.hands import NURSE


@pytest.mark.django_db
def test_a_look_is_listed_apart_from_deeds() -> None:
    journal.look(by=NURSE, at="person:1")
    assert [entry.actor_ref for entry in queries.looks_at("person:1")] == ["7"]
    assert not queries.about("person:1")


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [DatabaseError, InterfaceError])
def test_no_look_written_no_page(monkeypatch: pytest.MonkeyPatch, failure: type[Exception]) -> None:
    def fails(*_: object, **__: object) -> None:
        raise failure("full")

    monkeypatch.setattr(Entry, "save", fails)
    with pytest.raises(Refused) as refusal:
        journal.look(by=NURSE, at="person:1")
    assert refusal.value.status == 503


@pytest.mark.real_looks
@pytest.mark.usefixtures("committed")
def test_a_look_is_written_while_the_page_may_only_read() -> None:
    with readonly.read_only():
        journal.look(by=NURSE, at="person:1")
        with pytest.raises(DatabaseError), transaction.atomic():
            journal.record(by=NURSE, did="a.b", to="x:1")
    assert [entry.did for entry in Entry.objects.all()] == ["person.looked"]
    assert queries.verify().ok


@pytest.mark.real_looks
@pytest.mark.usefixtures("committed")
def test_a_look_stays_when_the_page_fails_after_it() -> None:
    with pytest.raises(TemplateDoesNotExist), readonly.read_only():
        page_that_fails()
    assert Entry.objects.get().to == "person:1"


@pytest.mark.real_looks
@pytest.mark.usefixtures("committed")
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_look_stays_when_a_deed_of_the_same_request_is_undone() -> None:
    with transaction.atomic():
        journal.record(by=NURSE, did="person.corrected", to="person:1")
        journal.look(by=NURSE, at="person:1")
        transaction.set_rollback(True)
    assert [entry.did for entry in Entry.objects.all()] == ["person.looked"]
    assert queries.verify().ok


@pytest.mark.real_looks
@pytest.mark.usefixtures("committed")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has many writers")
def test_a_look_that_waits_too_long_for_the_writer_closes_the_page() -> None:
    connections["looks"].ensure_connection()
    connections["looks"].connection.execute("PRAGMA busy_timeout = 50")
    started = time.monotonic()
    with transaction.atomic(), pytest.raises(Refused) as refusal:
        journal.look(by=NURSE, at="person:1")
    assert (refusal.value.status, time.monotonic() - started < 5) == (503, True)


@pytest.mark.real_looks
@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        "SELECT pg_advisory_unlock_all()",
        "UPDATE journal_entry SET did = 'x'",
        "DELETE FROM journal_details",
        "INSERT INTO registry_person DEFAULT VALUES",
        'INSERT INTO "journal_seal" (number) VALUES (1)',
        "WITH gone AS (SELECT 1) INSERT INTO journal_entry SELECT * FROM journal_entry",
        "DROP TABLE journal_entry",
    ],
)
def test_the_connection_for_looks_does_nothing_else(statement: str) -> None:
    with (
        journal._only_inserting("looks"),
        connections["looks"].cursor() as cursor,
        pytest.raises(DatabaseError, match="only inserts"),
    ):
        cursor.execute(statement)


def page_that_fails() -> None:
    journal.look(by=NURSE, at="person:1")
    raise TemplateDoesNotExist("person.html")
