"""Nothing in the journal changes unnoticed: by the application not at all, by the database's owner not unseen."""

from __future__ import annotations

import pytest
from django.db import connection

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import checking, queries
from sanam.domain.journal import operations as journal
from sanam.domain.journal.models import Entry
from sanam.domain.journal.rows import COLUMNS, mac_of, row_of
from tests.domain.journal.hands import journal_of, what_is_broken, without_triggers

pytestmark = pytest.mark.django_db
SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite takes it, or knows of it")
QUOTED = ", ".join(f'"{name}"' for name in COLUMNS[1:])


def head() -> str:
    seal = journal.seal(by=INSTALLATION)
    assert seal is not None
    return seal.digest


def test_an_untouched_journal_is_whole() -> None:
    journal_of(5, n=1)
    kept = head()
    journal_of(3)
    verdict = queries.verify(kept)
    assert (verdict.ok, verdict.entries, verdict.seals, verdict.unsealed) == (True, 8, 1, 3)
    assert verdict.head == kept


def test_an_empty_journal_is_whole() -> None:
    assert journal.seal(by=INSTALLATION) is None
    assert queries.verify().ok


def test_moments_with_and_without_a_fraction_are_read_back_as_they_were_signed() -> None:
    for moment in ("2026-11-24T10:00:00+00:00", "2026-11-24T10:00:00.000100+00:00", "1999-12-31T23:59:59.9+07:00"):
        with clock.at(clock.datetime.fromisoformat(moment)):
            journal_of(1)
    assert queries.verify().ok
    head()
    assert queries.verify().ok


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in {"id", "at"}])
def test_a_changed_column_is_named(column: str, sealed: bool) -> None:
    numbers = journal_of(4)
    if sealed:
        head()
    without_triggers(f"""UPDATE journal_entry SET "{column}" = 'x' WHERE id = {numbers[1]}""")
    assert what_is_broken() == ("changed_row", f"entry {numbers[1]}")


@pytest.mark.parametrize("sealed", [True, False])
def test_a_changed_moment_is_named(sealed: bool) -> None:
    numbers = journal_of(4)
    if sealed:
        head()
    without_triggers(f"UPDATE journal_entry SET at = '2001-01-01 00:00:00+00' WHERE id = {numbers[1]}")
    assert what_is_broken() == ("changed_row", f"entry {numbers[1]}")


@SQLITE
@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(
    "put", ["did = X'00ff'", "did = did || char(0) || 'x'", "at = at || 'x'", "at = 5", "at = X'00'"]
)
def test_what_only_sqlite_would_keep_is_named(put: str, sealed: bool) -> None:
    numbers = journal_of(4)
    if sealed:
        head()
    without_triggers(f"UPDATE journal_entry SET {put} WHERE id = {numbers[1]}")
    assert what_is_broken() == ("changed_row", f"entry {numbers[1]}")


@SQLITE
@pytest.mark.parametrize("sealed", [True, False])
def test_bytes_that_are_no_text_are_told(sealed: bool) -> None:
    numbers = journal_of(4)
    if sealed:
        head()
    without_triggers(f"UPDATE journal_entry SET did = CAST(X'ff' AS text) WHERE id = {numbers[1]}")
    assert what_is_broken() == ("unreadable", "entries")


def test_text_moved_from_one_column_to_the_next_is_named() -> None:
    numbers = journal_of(2)
    head()
    without_triggers(
        f"""UPDATE journal_entry SET did = did || '{chr(31)}' || "to", "to" = '' WHERE id = {numbers[0]}"""
    )
    assert what_is_broken() == ("changed_row", f"entry {numbers[0]}")


def test_a_removed_row_under_a_seal_is_told() -> None:
    numbers = journal_of(4)
    head()
    without_triggers(f"DELETE FROM journal_entry WHERE id = {numbers[2]}")
    assert what_is_broken() == ("removed_row", f"entries {numbers[0]}-{numbers[3]}")


@SQLITE
@pytest.mark.parametrize("which", [0, 1, 3])
def test_sqlite_names_a_removed_row_that_no_seal_covers(which: int) -> None:
    numbers = journal_of(4)
    without_triggers(f"DELETE FROM journal_entry WHERE id = {numbers[which]}")
    assert what_is_broken() == ("removed_row", f"entry {numbers[which]}")


def test_later_rows_moved_down_to_hide_a_removed_one_are_named() -> None:
    numbers = journal_of(3)
    moved = f"UPDATE journal_entry SET id = {numbers[1]} WHERE id = {numbers[2]}"
    without_triggers(f"DELETE FROM journal_entry WHERE id = {numbers[1]}", moved)
    assert what_is_broken() == ("changed_row", f"entry {numbers[1]}")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite knows")
def test_on_postgresql_verify_says_what_it_cannot_know() -> None:
    journal_of(3)
    assert "3 entries are not under a seal" in queries.verify().cautions[-1].en
    kept = head()
    assert queries.verify(kept).cautions == ()


def test_without_a_head_verify_says_what_it_cannot_know() -> None:
    assert "head kept outside" in queries.verify().cautions[0].en


@pytest.mark.parametrize("sealed", [True, False])
def test_a_row_written_again_under_another_number_is_named(sealed: bool) -> None:
    numbers = journal_of(3)
    if sealed:
        head()
    again = f"INSERT INTO journal_entry (id, {QUOTED}) SELECT {numbers[-1] + 1}, {QUOTED} FROM journal_entry"
    without_triggers(f"{again} WHERE id = {numbers[0]}")
    assert what_is_broken() == ("changed_row", f"entry {numbers[-1] + 1}")


def test_a_row_added_before_the_first_is_named() -> None:
    numbers = journal_of(3)
    head()
    again = f"INSERT INTO journal_entry (id, {QUOTED}) SELECT -id, {QUOTED} FROM journal_entry"
    without_triggers(f"{again} WHERE id = {numbers[0]}")
    assert what_is_broken()[0] == "changed_row"


def test_a_cut_tail_is_found_against_a_head_kept_outside() -> None:
    journal_of(3)
    earlier = head()
    last = journal_of(3)
    kept = head()
    forget = ["UPDATE sqlite_sequence SET seq = 3 WHERE name = 'journal_entry'"] * (connection.vendor == "sqlite")
    without_triggers(
        "DELETE FROM journal_seal WHERE number = 2", f"DELETE FROM journal_entry WHERE id >= {last[0]}", *forget
    )
    assert what_is_broken() == ("", "")
    assert what_is_broken(earlier) == ("", "")
    assert what_is_broken(kept) == ("cut_tail", f"head {kept[:12]}")


def test_a_short_head_proves_nothing_and_is_refused() -> None:
    with pytest.raises(BadInput):
        queries.verify("abc")


@pytest.mark.parametrize("column", ["first", "last", "count", "at", "digest"])
def test_a_changed_seal_is_told(column: str) -> None:
    journal_of(3)
    head()
    journal_of(3)
    head()
    value = {"at": "'2001-01-01 00:00:00+00'", "digest": "'forged'"}.get(column, f'"{column}" - 1')
    without_triggers(f'UPDATE journal_seal SET "{column}" = {value} WHERE number = 1')
    assert what_is_broken()[0] == {"last": "removed_row", "count": "added_row"}.get(column, "seal")


def test_a_seal_taken_out_of_the_chain_is_told() -> None:
    for _ in range(3):
        journal_of(2)
        head()
    without_triggers("DELETE FROM journal_seal WHERE number = 2")
    assert what_is_broken() == ("seal", "seal 2")


def test_a_seal_put_in_by_hand_is_told() -> None:
    journal_of(2)
    head()
    last = journal_of(2)
    columns, moment = 'number, "first", "last", "count", digest, "at"', "'2026-11-24 00:00:00+00'"
    without_triggers(f"INSERT INTO journal_seal ({columns}) VALUES (2, {last[0]}, {last[1]}, 2, 'forged', {moment})")
    assert what_is_broken() == ("seal", "seal 2")


def test_a_chain_made_anew_with_another_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    journal_of(4)
    kept = head()
    with monkeypatch.context() as forger:
        forger.setitem(sealing._rings, "journal", (sealing.Key(b"f" * 32),))
        without_triggers("DELETE FROM journal_seal")
        for entry in Entry.objects.all():
            without_triggers(f"UPDATE journal_entry SET mac = '{mac_of(row_of(entry))}' WHERE id = {entry.id}")
        assert head() != kept
        assert what_is_broken() == ("", "")
        assert what_is_broken(kept)[0] == "cut_tail"
    assert what_is_broken()[0] == "changed_row"


def test_a_lifted_guard_is_named() -> None:
    journal_of(1)
    on = " ON journal_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER journal_entry_no_delete{on}")
    assert what_is_broken() == ("unguarded", "journal_entry_no_delete")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite's triggers do not sleep")
def test_a_sleeping_guard_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_details DISABLE TRIGGER journal_details_no_delete")
    assert what_is_broken() == ("unguarded", "journal_details_no_delete")


def test_a_count_forged_very_high_reads_no_more_than_a_seal_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_UNDER_A_SEAL", 2)
    taken: list[int] = []
    monkeypatch.setattr(checking, "hash_of", lambda rows: taken.append(len(list(rows))) or "")
    journal_of(6)
    monkeypatch.setattr("sanam.domain.journal.sealer.MOST_UNDER_A_SEAL", 2)
    head()
    without_triggers("UPDATE journal_seal SET count = 1000000 WHERE number = 1")
    assert what_is_broken()[0] == "removed_row"
    assert taken == [2]


def test_hands_put_the_guards_back() -> None:
    without_triggers()
    assert checking.guards() is None
