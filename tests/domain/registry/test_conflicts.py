"""A file and somebody who was there disagree; a human says whose word holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.registry import queries
from sanam.domain.registry.models import Change, Confirmation, Conflict, Person
from sanam.domain.registry.operations import conflicts, facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import Cast, export, number, person, read_in

pytestmark = pytest.mark.django_db
NEWER = "20261001000000"


@pytest.fixture
def dispute(field: Cast, ours: Person, tmp_path: Path) -> Conflict:
    """The nurse saw who she is; then a file calls her otherwise."""
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.IDENTITY, on=clock.today(), how=How.VISIT)
    row = person(PID="1", HID="1", CID=number(1), NAME="เอียดใหม่", D_UPDATE=NEWER)
    read_in(export(tmp_path, PERSON=[row]))
    return Conflict.objects.get()


def test_what_was_seen_may_be_kept_and_is_not_asked_again(field: Cast, dispute: Conflict, tmp_path: Path) -> None:
    conflicts.decide(by=field.nurse, conflict=dispute, take=False)
    row = person(PID="1", HID="1", CID=number(1), NAME="เอียดใหม่", MOBILE="0000011111", D_UPDATE="20261101000000")
    read_in(export(tmp_path, PERSON=[row]))
    assert Person.objects.get(pk=dispute.person_id).given == "เอียด"
    assert queries.history(field.nurse, str(dispute.person_id)).conflicts == []
    assert not queries.card(field.nurse, str(dispute.person_id)).in_doubt


def test_the_files_word_may_be_taken_with_what_was_before(field: Cast, dispute: Conflict) -> None:
    before = Confirmation.objects.get(person=dispute.person, fact="identity").on
    conflicts.decide(by=field.nurse, conflict=dispute, take=True)
    person = Person.objects.get(pk=dispute.person_id)
    assert person.given == "เอียดใหม่"
    assert queries.find(field.nurse, queries.Filters("เอียดใหม่")).rows[0].person == person
    change = Change.objects.get(field="given")
    assert (change.old, change.new, change.by_ref) == ("เอียด", "เอียดใหม่", field.nurse.ref)
    assert Confirmation.objects.get(person=person, fact="identity").on == before, "nobody has been there"


def test_it_is_decided_once(field: Cast, dispute: Conflict) -> None:
    conflicts.decide(by=field.nurse, conflict=dispute, take=False)
    with pytest.raises(Refused) as refusal:
        conflicts.decide(by=field.nurse, conflict=dispute, take=True)
    assert refusal.value.code == "registry.decided"


def test_a_house_is_not_taken_in_passing(field: Cast, ours: Person) -> None:
    house = Conflict.objects.create(person=ours, field="household_id", kept="1", offered="2", at=clock.now())
    with pytest.raises(BadInput):
        conflicts.decide(by=field.nurse, conflict=house, take=True)


def test_who_may_not_correct_or_does_not_see_decides_nothing(field: Cast, dispute: Conflict) -> None:
    with pytest.raises(NotAllowed):
        conflicts.decide(by=field.local, conflict=dispute, take=False)
    with pytest.raises(NotHere):
        conflicts.decide(by=field.stranger, conflict=dispute, take=False)
    with pytest.raises(NotHere):
        queries.conflict(field.stranger, dispute.pk)
