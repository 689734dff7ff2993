"""journal.erase_details: what was told may go, by law and seen, and never otherwise."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries
from sanam.domain.journal.models import Details, Entry
from tests.domain.journal.hands import KEEPER, NURSE, journal_of, what_is_broken, without_triggers

pytestmark = pytest.mark.django_db
LAW = "เจ้าของข้อมูลขอให้ลบ"


def test_what_was_told_goes_and_a_tombstone_stays() -> None:
    first, second = journal_of(2, n=1)
    journal.seal(by=INSTALLATION)
    assert journal.erase_details(by=KEEPER, entries=[first], because=LAW) == [first]
    assert [told.entry for told in Details.objects.all()] == [second]
    stone = queries.about(f"entry:{first}").get()
    assert (stone.did, stone.because, stone.actor_ref) == ("details.erased", LAW, "8")
    assert what_is_broken() == ("", "")


def test_all_that_was_told_about_one_thing_goes() -> None:
    journal.record(by=NURSE, did="person.corrected", to="person:1", details={"n": 1})
    journal.record(by=NURSE, did="person.corrected", to="person:1")
    journal.record(by=NURSE, did="person.corrected", to="person:2", details={"n": 1})
    assert len(journal.erase_details(by=KEEPER, to="person:1", because=LAW)) == 1
    assert Details.objects.count() == 1
    assert queries.verify().ok


def test_erasing_again_erases_nothing_and_writes_nothing() -> None:
    (number,) = journal_of(1, n=1)
    journal.erase_details(by=KEEPER, entries=[number], because=LAW)
    before = Entry.objects.count()
    assert journal.erase_details(by=KEEPER, entries=[number], because=LAW) == []
    assert Entry.objects.count() == before


def test_only_a_mandate_to_erase_erases_and_only_with_a_reason() -> None:
    (number,) = journal_of(1, n=1)
    with pytest.raises(NotAllowed):
        journal.erase_details(by=NURSE, entries=[number], because=LAW)
    with pytest.raises(BadInput):
        journal.erase_details(by=KEEPER, entries=[number], because="  ")
    assert Details.objects.filter(entry=number).exists()


def test_the_database_lets_no_details_go_without_a_tombstone() -> None:
    first, second = journal_of(2, n=1)
    journal.record(by=NURSE, did="person.corrected", to=f"entry:{first}")
    journal.record(by=NURSE, did="details.erased", to=f"entry:{second}0")
    with pytest.raises(DatabaseError, match="tombstone"), transaction.atomic():
        Details.objects.filter(entry__in=[first, second]).delete()


def test_what_was_erased_does_not_come_back() -> None:
    (number,) = journal_of(1, n=1)
    told = Details.objects.get()
    journal.erase_details(by=KEEPER, entries=[number], because=LAW)
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        told.save(force_insert=True)
    without_triggers(f"INSERT INTO journal_details (entry, salt, text) VALUES ({number}, '{told.salt}', '{told.text}')")
    assert what_is_broken() == ("details_back", f"entry {number}")


def test_details_removed_without_a_tombstone_are_named() -> None:
    first, second, _ = journal_of(3, n=1)
    journal.erase_details(by=KEEPER, entries=[first], because=LAW)
    without_triggers(f"DELETE FROM journal_details WHERE entry = {second}")
    assert what_is_broken() == ("details_removed", f"entry {second}")


def test_a_tombstone_written_before_its_entry_excuses_nothing() -> None:
    number = journal_of(1)[0] + 2
    journal.record(by=NURSE, did="details.erased", to=f"entry:{number}")
    assert journal_of(1, n=1) == [number]
    without_triggers(f"DELETE FROM journal_details WHERE entry = {number}")
    assert what_is_broken() == ("details_removed", f"entry {number}")


@pytest.mark.parametrize("column", ["salt", "text"])
def test_changed_details_are_named(column: str) -> None:
    number = journal_of(3, n=1)[1]
    without_triggers(f"UPDATE journal_details SET {column} = 'x' || substr({column}, 2) WHERE entry = {number}")
    assert what_is_broken() == ("details", f"entry {number}")


def test_details_put_beside_an_entry_that_told_nothing_are_named() -> None:
    (number,) = journal_of(1)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO journal_details (entry, salt, text) VALUES (%s, '', '{}')", [number])
    assert what_is_broken() == ("details", f"entry {number}")
