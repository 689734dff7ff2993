"""Nothing in the journal changes unnoticed: by the application not at all, by the database's owner not unseen."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Details, Entry

pytestmark = pytest.mark.django_db


def write(count: int) -> None:
    for number in range(count):
        journal.record(by=INSTALLATION, did="test.done", to=f"thing:{number}", details={"n": number})


def tamper(sql: str) -> None:
    """As whoever owns the database could: the triggers are dropped first."""
    with connection.cursor() as cursor:
        on = " ON journal_entry" if connection.vendor == "postgresql" else ""
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS journal_entry_no_{verb}{on}")
        cursor.execute(sql)


def test_an_untouched_journal_is_whole() -> None:
    write(5)
    head = journal.seal(by=INSTALLATION)
    write(3)
    verdict = queries.verify(head.digest if head else "")
    assert (verdict.ok, verdict.entries, verdict.seals) == (True, 8, 1)


@pytest.mark.parametrize("sql", ["UPDATE journal_entry SET did = 'x'", "DELETE FROM journal_entry"])
def test_the_application_can_change_nothing(sql: str) -> None:
    write(1)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_changed_row_is_named_sealed_or_not() -> None:
    write(4)
    journal.seal(by=INSTALLATION)
    write(2)
    for entry in (Entry.objects.order_by("id")[1], Entry.objects.order_by("id")[5]):
        tamper(f"UPDATE journal_entry SET did = 'forged' WHERE id = {entry.id}")
        broken = queries.verify().broken
        assert broken is not None
        assert (broken.what, broken.where) == ("changed_row", f"entry {entry.id}")
        tamper(f"UPDATE journal_entry SET did = 'test.done' WHERE id = {entry.id}")
    assert queries.verify().ok


def test_a_removed_row_is_named() -> None:
    write(4)
    journal.seal(by=INSTALLATION)
    gone = Entry.objects.order_by("id")[2]
    Details.objects.filter(entry=gone.id).delete()
    tamper(f"DELETE FROM journal_entry WHERE id = {gone.id}")
    broken = queries.verify().broken
    assert broken is not None
    assert broken.what == "removed_row"


def test_a_cut_tail_is_found_against_a_head_kept_outside() -> None:
    write(3)
    journal.seal(by=INSTALLATION)
    write(3)
    head = journal.seal(by=INSTALLATION)
    assert head is not None
    last = Entry.objects.order_by("-id")[:3]
    ids = ",".join(str(entry.id) for entry in last)
    Details.objects.filter(entry__in=[entry.id for entry in last]).delete()
    with connection.cursor() as cursor:
        on = " ON journal_seal" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER IF EXISTS journal_seal_no_delete{on}")
        cursor.execute(f"DELETE FROM journal_seal WHERE number = {head.number}")
    tamper(f"DELETE FROM journal_entry WHERE id IN ({ids})")
    broken = queries.verify(head.digest).broken
    assert broken is not None
    assert broken.what in {"cut_tail", "removed_row"}


def test_details_erased_by_law_leave_the_journal_whole_and_changed_ones_do_not() -> None:
    write(3)
    journal.seal(by=INSTALLATION)
    Details.objects.order_by("entry")[0].delete()
    assert queries.verify().ok
    details = Details.objects.order_by("entry")[0]
    details.values = {"n": 99}
    details.save()
    broken = queries.verify().broken
    assert broken is not None
    assert broken.what == "details"
