"""journal.seal: closes what is settled, never makes anybody wait, and never closes over a wrong entry."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, connections, transaction

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Entry, Seal
from tests.domain.journal.hands import NURSE, journal_of, without_triggers

POSTGRES = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time")


@pytest.mark.django_db
def test_a_seal_closes_what_is_new_and_nothing_new_makes_no_seal() -> None:
    numbers = journal_of(3)
    first = journal.seal(by=INSTALLATION)
    assert first is not None
    assert (first.number, first.first, first.last, first.count) == (1, numbers[0], numbers[2], 3)
    assert journal.seal(by=INSTALLATION) == first


@pytest.mark.django_db
def test_a_long_day_is_closed_by_several_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanam.domain.journal.sealer.MOST_UNDER_A_SEAL", 2)
    journal_of(5)
    journal.seal(by=INSTALLATION)
    assert [seal.count for seal in Seal.objects.order_by("number")] == [2, 2, 1]
    assert queries.verify().ok


@pytest.mark.django_db
def test_a_changed_entry_is_not_sealed_as_if_it_were_true() -> None:
    numbers = journal_of(3)
    without_triggers(f"UPDATE journal_entry SET did = 'forged' WHERE id = {numbers[1]}")
    with pytest.raises(Refused, match="was changed"):
        journal.seal(by=INSTALLATION)
    assert not Seal.objects.exists()


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL loses numbers by itself")
def test_a_removed_entry_is_not_sealed_over() -> None:
    numbers = journal_of(3)
    without_triggers(f"DELETE FROM journal_entry WHERE id = {numbers[1]}")
    with pytest.raises(Refused, match="is missing"):
        journal.seal(by=INSTALLATION)


@pytest.mark.usefixtures("committed")
def test_while_somebody_writes_the_seal_gives_up_at_once_and_nobody_waits() -> None:
    write("person:1")
    sealed = journal.seal(by=INSTALLATION)
    with writing_elsewhere("person:2"):
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            connection.connection.execute("PRAGMA busy_timeout = 50")
        else:
            write("person:3")
        started = time.monotonic()
        assert journal.seal(by=INSTALLATION) == sealed
        if connection.vendor == "postgresql":
            write("person:4")
        assert time.monotonic() - started < 5
    after = journal.seal(by=INSTALLATION)
    assert after is not None
    assert after.last == Entry.objects.order_by("-id")[0].id
    assert queries.verify(after.digest).ok


@POSTGRES
@pytest.mark.usefixtures("committed")
def test_two_sealers_at_once_make_one_chain() -> None:
    for round in range(5):
        with transaction.atomic():
            journal.record_many(by=NURSE, did="person.read_in", to=[f"person:{n}" for n in range(300)])
        together(*[lambda: journal.seal(by=INSTALLATION)] * 3)
        assert Seal.objects.count() >= round
    journal.seal(by=INSTALLATION)
    assert queries.verify().ok
    assert queries.verify().unsealed == 0


@POSTGRES
@pytest.mark.usefixtures("committed")
def test_entries_committed_out_of_order_and_undone_ones_leave_the_chain_whole() -> None:
    def writes() -> None:
        for n in range(40):
            try:
                with transaction.atomic():
                    journal.record(by=NURSE, did="a.b", to="x:1", details={"n": n})
                    time.sleep(0.001 * (n % 3))
                    if n % 5 == 0:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                pass

    def seals() -> None:
        for _ in range(40):
            journal.seal(by=INSTALLATION)
            assert queries.verify().ok
            time.sleep(0.002)

    together(writes, writes, writes, seals)
    journal.seal(by=INSTALLATION)
    verdict = queries.verify()
    assert (verdict.ok, verdict.entries, verdict.unsealed) == (True, 96, 0)


def write(to: str) -> None:
    with transaction.atomic():
        journal.record(by=NURSE, did="person.corrected", to=to)


@contextmanager
def writing_elsewhere(to: str) -> Iterator[None]:
    """A deed in another connection that is not finished before this block ends."""
    begun, end = threading.Event(), threading.Event()

    def deed() -> None:
        with transaction.atomic():
            journal.record(by=NURSE, did="person.corrected", to=to)
            begun.set()
            end.wait(20)

    with alongside(deed):
        assert begun.wait(20)
        try:
            yield
        finally:
            end.set()


def together(*works: Callable[[], object]) -> None:
    """Begin all of them at one moment, each over its own connection; raises what any of them raised."""
    ready = threading.Barrier(len(works))

    def begins(work: Callable[[], object]) -> Callable[[], object]:
        return lambda: (ready.wait(20), work())

    with alongside(*map(begins, works)):
        pass


@contextmanager
def alongside(*works: Callable[[], object]) -> Iterator[None]:
    failed: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as failure:
            failed.append(failure)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join(30)
    if failed:
        raise failed[0]
