"""Two records parted again: as they were, or with a list of what happened since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Alias, Change, Confirmation, Identifier, Merge, Person, SourceRow
from sanam.domain.registry.operations import facts, groups, merges, people, residences
from sanam.domain.registry.words import FactGroup, Group, How
from tests.cast import Cast, export, number, person, read_in
from tests.domain.registry.whole import everything

pytestmark = pytest.mark.django_db
CHOSEN = {"national_id": "kept", "sex": "kept"}


@pytest.fixture
def other(field: Cast) -> Person:
    return Person.objects.get(given="พิมพ์")


@pytest.fixture
def merge(field: Cast, ours: Person, other: Person) -> Merge:
    for who, on in ((ours, date(2026, 1, 1)), (other, date(2026, 6, 1))):
        facts.confirm(by=field.nurse, person=who, fact=FactGroup.HEALTH, on=on, how=How.VISIT)
    said = {"by": field.nurse, "reason": "คนเดียวกัน", "chosen": CHOSEN | {"given": "kept", "birth": "kept"}}
    return merges.merge(kept=ours, gone=other, **said)


def parted(field: Cast, merge: Merge) -> list[merges.Later]:
    return merges.unmerge(by=field.nurse, merge=merge, reason="คนละคน")[1]


def test_parting_lets_what_was_sealed_go_and_keeps_why(field: Cast, merge: Merge) -> None:
    assert parted(field, merge) == []
    merge.refresh_from_db()
    assert (merge.sealed, merge.undone_because, merge.undone_by_ref) == (None, "คนละคน", field.nurse.ref)


def test_what_was_done_since_stays_with_the_living_record_and_is_listed(
    field: Cast, merge: Merge, ours: Person, other: Person
) -> None:
    now = Person.objects.get(pk=ours.pk)
    said = {"values": {"nickname": "ยาย"}, "version": now.version, "how": How.VISIT, "on": clock.today()}
    people.correct(by=field.nurse, person=now, **said)
    facts.confirm(by=field.nurse, person=now, fact=FactGroup.HEALTH, on=clock.today(), how=How.VISIT)
    groups.note(by=field.nurse, person=now, belongs=groups.Belongs(Group.STATELESS))
    later = {(one.table.rpartition(".")[2], one.how, one.what) for one in parted(field, merge)}
    assert later == {
        ("Change", "new", "nickname"),
        ("Confirmation", "new", "identity"),
        ("Confirmation", "changed", "health"),
        ("GroupMembership", "new", "stateless"),
    }
    ours.refresh_from_db()
    assert (ours.nickname, ours.given) == ("ยาย", "เอียด")
    seen = {(one.person_id, one.on) for one in Confirmation.objects.filter(fact="health")}
    assert seen == {(ours.pk, clock.today()), (other.pk, date(2026, 6, 1))}, "the parted one has what it brought"
    assert Alias.objects.count() == 0
    assert [row.person for row in queries.find(field.nurse, queries.Filters("พิมพ์")).rows] == [other]
    assert [row.person for row in queries.find(field.nurse, queries.Filters("ยาย")).rows] == [ours]


def test_what_would_stay_is_told_before_it_is_done(field: Cast, merge: Merge, ours: Person) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.HEALTH, on=clock.today(), how=How.VISIT)
    before = everything()
    told = queries.since(field.nurse, merge)
    assert [(one.how, one.what) for one in told] == [("changed", "health")]
    assert everything() == before
    assert told == parted(field, merge)
    assert queries.since(field.nurse, Merge.objects.get(pk=merge.pk)) == told


def test_a_move_since_stays_and_the_parted_one_lives_where_it_did(field: Cast, ours: Person) -> None:
    gone = Person.objects.get(given="คล้าย")
    said = {"by": field.nurse, "reason": "คนเดียวกัน", "chosen": CHOSEN | {"household_id": "gone"}}
    merge = merges.merge(kept=ours, gone=gone, **said)
    to = residences.Move("93051205", "9", registered=False, actual=True)
    residences.move(by=field.nurse, person=ours, to=to, how=How.VISIT, on=clock.today())
    assert parted(field, merge)
    home = {one.pk: one.household.house_no for one in Person.objects.select_related("household") if one.household}
    assert (home[ours.pk], home[gone.pk]) == ("9", "12/3")
    lasting = {(one.person_id, one.household.house_no) for one in ours.residences.filter(to_on="")}
    assert (ours.pk, "9") in lasting
    assert {one.household.house_no for one in gone.residences.filter(to_on="")} == {"12/3"}


def test_a_hospitals_number_goes_back_whatever_it_said_since(
    field: Cast, merge: Merge, ours: Person, other: Person, tmp_path: Path
) -> None:
    files = tmp_path / "later"
    files.mkdir()
    row = person(
        PID="2", HID="1", CID=number(2), NAME="พิมพ์", BIRTH="20050607", MOBILE="0000077777", D_UPDATE="20261120000000"
    )
    read_in(export(files, PERSON=[row]))
    assert Person.objects.get(pk=ours.pk).phone == "0000077777"
    back = [one for one in parted(field, merge) if one.back]
    assert [(one.how, one.what) for one in back] == [("new", "99312")]
    assert SourceRow.objects.get(file="PERSON", key="2", hospital="99312", current=True).person == other
    read_in(export(files, PERSON=[row | {"MOBILE": "0000088888", "D_UPDATE": "20261121000000"}]))
    other.refresh_from_db()
    assert other.phone == "0000088888"
    assert Person.objects.count() == 5


def test_after_parting_the_same_files_change_nothing(field: Cast, merge: Merge, tmp_path: Path) -> None:
    files = tmp_path / "again"
    files.mkdir()
    path = export(files, PERSON=[person(PID="1", HID="1", CID=number(1))])
    parted(field, merge)
    before = everything()
    read_in(path)
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"Batch"}


def test_the_later_of_two_merges_is_parted_first(field: Cast, merge: Merge, ours: Person, other: Person) -> None:
    third = Person.objects.get(given="น้ำเอื้อย")
    outer = merges.merge(by=field.nurse, kept=third, gone=ours, reason="คนเดียวกัน", chosen=CHOSEN)
    assert queries.person(field.nurse, str(other.pk)) == third, "a chain leads to its end"
    assert queries.ids_of(third) == [third.pk, *sorted([ours.pk, other.pk])]
    with pytest.raises(Refused) as refusal:
        parted(field, merge)
    assert refusal.value.code == "registry.part_later_first"
    parted(field, outer)
    parted(field, merge)
    assert {one.merged_into_id for one in Person.objects.all()} == {None}


def test_it_is_parted_once_with_a_reason_by_who_sees_both(field: Cast, merge: Merge) -> None:
    with pytest.raises(BadInput):
        merges.unmerge(by=field.nurse, merge=merge, reason=" ")
    with pytest.raises(NotAllowed):
        merges.unmerge(by=field.local, merge=merge, reason="คนละคน")
    with pytest.raises(NotHere):
        merges.unmerge(by=field.stranger, merge=merge, reason="คนละคน")
    parted(field, merge)
    with pytest.raises(Refused) as refusal:
        parted(field, merge)
    assert refusal.value.code == "registry.parted_already"


def test_who_would_not_see_the_parted_one_does_not_part_it(field: Cast, ours: Person, other: Person) -> None:
    Person.objects.filter(pk=other.pk).update(area_code="93051301", household=None)
    far = Person.objects.get(pk=other.pk)
    said = {"reason": "คนเดียวกัน", "chosen": CHOSEN | {"household_id": "kept", "birth": "kept"}}
    merge = merges.merge(by=field.secretary, kept=ours, gone=far, **said)
    assert access.sees(field.nurse, ours)
    with pytest.raises(NotHere):
        parted(field, merge)
    assert merges.unmerge(by=field.secretary, merge=merge, reason="คนละคน")[1] == []


def test_a_form_opened_on_the_joined_record_fits_neither_afterwards(field: Cast, merge: Merge, ours: Person) -> None:
    opened = Person.objects.get(pk=ours.pk).version
    parted(field, merge)
    said = {"values": {"nickname": "ยาย"}, "version": opened, "how": How.VISIT, "on": clock.today()}
    with pytest.raises(Refused) as refusal:
        people.correct(by=field.nurse, person=ours, **said)
    assert refusal.value.code == "registry.changed_meanwhile"


def test_numbers_stand_with_their_own_again(field: Cast, merge: Merge, ours: Person, other: Person) -> None:
    parted(field, merge)
    assert {one.person_id: one.number for one in Identifier.objects.filter(person__in=[ours, other])} == {
        ours.pk: number(1),
        other.pk: number(2),
    }
    assert not Change.objects.exists()
