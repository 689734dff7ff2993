"""journal.record, record_many, look: what is written, and that it stays."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Details, Entry
from tests.domain.journal.hands import NURSE

pytestmark = pytest.mark.django_db


@pytest.fixture
def looks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test lives in one transaction, which a second connection could not see into."""
    monkeypatch.setattr(journal, "LOOKS", "default")


def test_an_entry_says_who_did_what_to_which_thing() -> None:
    entry = journal.record(by=NURSE, did="person.corrected", to="person:1", because="ญาติแจ้ง")
    assert (entry.actor_kind, entry.actor_ref, entry.member_ref, entry.via) == ("seat", "7", "m1", "web")
    assert queries.about("person:1").get() == entry


def test_values_live_beside_the_entry_and_only_their_digest_in_it() -> None:
    entry = journal.record(by=NURSE, did="person.corrected", to="person:1", details={"ชื่อ": "เอียด"})
    assert Details.objects.get(entry=entry.id).values == {"ชื่อ": "เอียด"}
    assert "เอียด" not in str(vars(Entry.objects.get()))


def test_equal_values_give_different_digests() -> None:
    digests = {journal.record(by=NURSE, did="a.b", to="x:1", details={"v": 1}).digest for _ in range(3)}
    assert len(digests) == 3


def test_an_import_writes_one_entry_a_person() -> None:
    assert journal.record_many(by=NURSE, did="person.read_in", to=[f"person:{n}" for n in range(40)]) == 40
    assert queries.verify().entries == 40
    assert queries.verify().ok


@pytest.mark.parametrize("statement", ["UPDATE journal_entry SET did = 'x'", "DELETE FROM journal_entry"])
def test_the_database_refuses_to_change_or_lose_an_entry(statement: str) -> None:
    journal.record(by=NURSE, did="a.b", to="x:1")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own way to overwrite a row")
def test_sqlite_refuses_to_replace_an_entry() -> None:
    entry = journal.record(by=NURSE, did="a.b", to="x:1")
    names = [field.column for field in Entry._meta.concrete_fields]
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join("'x'" if name == "did" else f'"{name}"' for name in names)
    statement = f"REPLACE INTO journal_entry ({columns}) SELECT {values} FROM journal_entry WHERE id = {entry.id}"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("looks_here")
def test_a_look_is_listed_apart_from_deeds() -> None:
    journal.look(by=NURSE, at="person:1")
    assert [entry.actor_ref for entry in queries.looks_at("person:1")] == ["7"]
    assert not queries.about("person:1")


@pytest.mark.usefixtures("looks_here")
def test_no_look_written_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr(Entry, "save", fails)
    with pytest.raises(Refused) as refusal:
        journal.look(by=NURSE, at="person:1")
    assert refusal.value.status == 503


def test_the_connection_for_looks_only_inserts() -> None:
    with pytest.raises(DatabaseError, match="only inserts"), journal._only_inserting("default"):
        Details.objects.filter(entry=1).update(values={})
