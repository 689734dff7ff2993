"""A deed and its entry belong together: both are there, or neither."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.db.transaction import TransactionManagementError

from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Details, Entry
from tests.domain.journal.hands import NURSE

pytestmark = pytest.mark.usefixtures("committed")


def test_a_deed_outside_a_transaction_is_not_recorded() -> None:
    for write in (journal.record, journal.record_many):
        with pytest.raises(TransactionManagementError, match="inside the transaction of its deed"):
            write(by=NURSE, did="a.b", to="x")
    assert not Entry.objects.exists()


def test_an_entry_goes_with_its_deed_and_its_details_go_with_the_entry() -> None:
    with transaction.atomic():
        journal.record(by=NURSE, did="a.b", to="x:1", details={"n": 1})
        transaction.set_rollback(True)
    assert (Entry.objects.count(), Details.objects.count()) == (0, 0)
    assert queries.verify().ok


def test_a_crash_between_entry_and_details_leaves_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        assert Entry.objects.count() == 1
        raise DatabaseError("gone")

    monkeypatch.setattr(Details, "save", crash)
    with pytest.raises(DatabaseError, match="gone"), transaction.atomic():
        journal.record(by=NURSE, did="a.b", to="x:1", details={"n": 1})
    assert not Entry.objects.exists()
