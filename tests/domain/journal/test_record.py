"""journal.record, record_many: what is written, and that it stays."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Details, Entry
from tests.domain.journal.hands import NURSE

pytestmark = pytest.mark.django_db


def test_an_entry_says_who_did_what_to_which_thing() -> None:
    entry = journal.record(by=NURSE, did="person.corrected", to="person:1", because="ญาติแจ้ง")
    assert (entry.actor_kind, entry.actor_ref, entry.member_ref, entry.via) == ("seat", "7", "m1", "web")
    assert queries.about("person:1").get() == entry


def test_values_live_beside_the_entry_and_only_their_digest_in_it() -> None:
    entry = journal.record(by=NURSE, did="person.corrected", to="person:1", details={"ชื่อ": "เอียด"})
    told = Details.objects.get(entry=entry.id)
    assert told.values == {"ชื่อ": "เอียด"}
    assert "เอียด" not in str(vars(Entry.objects.get()))
    assert told.salt not in str(vars(Entry.objects.get()))


def test_equal_values_give_different_digests() -> None:
    digests = {journal.record(by=NURSE, did="a.b", to="x:1", details={"v": 1}).digest for _ in range(3)}
    assert len(digests) == 3


def test_where_nothing_was_told_there_is_no_digest() -> None:
    assert journal.record(by=NURSE, did="a.b", to="x:1", details={}).digest == ""


def test_letters_that_stand_between_columns_are_left_out() -> None:
    journal.record(by=NURSE, did="a.b", to="x:1", because="ก\x1fข\x1eค\x00ง\nจ")
    assert Entry.objects.get().because == "กขคง\nจ"
    assert queries.verify().ok


def test_an_import_writes_one_entry_a_person() -> None:
    assert journal.record_many(by=NURSE, did="person.read_in", to=[f"person:{n}" for n in range(40)]) == 40
    assert queries.verify().entries == 40
    assert queries.verify().ok


def test_an_import_of_nobody_writes_nothing() -> None:
    assert journal.record_many(by=NURSE, did="person.read_in", to=[]) == 0


@pytest.mark.parametrize("table", ["entry", "seal", "details"])
@pytest.mark.parametrize("change", ["UPDATE journal_{} SET {} = {}", "DELETE FROM journal_{}"])
def test_the_database_refuses_to_change_or_lose_a_row(table: str, change: str) -> None:
    journal.record(by=NURSE, did="a.b", to="x:1", details={"n": 1})
    journal.seal(by=NURSE)
    column = {"entry": "did", "seal": "count", "details": "text"}[table]
    statement = change.format(table, column, column)
    with pytest.raises(DatabaseError, match=r"append-only|never change|tombstone"), transaction.atomic():
        run(statement)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", ["entry", "seal", "details"])
def test_postgresql_refuses_to_empty_a_table(table: str) -> None:
    with pytest.raises(DatabaseError, match=r"append-only|never change"), transaction.atomic():
        run(f"TRUNCATE journal_{table}")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own way to overwrite a row")
@pytest.mark.parametrize(("model", "change"), [(Entry, "did"), (Details, "text")])
def test_sqlite_refuses_to_replace_a_row(model: type, change: str) -> None:
    journal.record(by=NURSE, did="a.b", to="x:1", details={"n": 1})
    names = [field.column for field in model._meta.concrete_fields]
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join("'x'" if name == change else f'"{name}"' for name in names)
    table = model._meta.db_table
    with pytest.raises(DatabaseError, match=r"append-only|written once"), transaction.atomic():
        run(f"REPLACE INTO {table} ({columns}) SELECT {values} FROM {table}")


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
