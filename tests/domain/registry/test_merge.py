"""Two records of one person joined: who wins, what is kept, who may, and what is found afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.registry import access, queries
from sanam.domain.registry.merging import choosing
from sanam.domain.registry.models import Alias, Change, Confirmation, Duplicate, Merge, Person, SourceRow
from sanam.domain.registry.operations import facts, groups, merges, people
from sanam.domain.registry.words import FactGroup, Group, How
from tests.cast import Cast, export, number, person, read_in

pytestmark = pytest.mark.django_db
CHOSEN = {"national_id": "kept", "sex": "kept"}
WHY = "ไปถามมาแล้ว คนเดียวกัน"


@pytest.fixture
def other(field: Cast) -> Person:
    """Another record of the nurse's sub-district, of the same sex, with a number of its own."""
    return Person.objects.get(given="พิมพ์")


def merged(field: Cast, kept: Person, gone: Person, **chosen: str) -> Merge:
    return merges.merge(by=field.nurse, kept=kept, gone=gone, reason=WHY, chosen=CHOSEN | chosen)


def found(field: Cast, text: str) -> list[Person]:
    return [row.person for row in queries.find(field.nurse, queries.Filters(text)).rows]


def test_one_is_seen_where_two_were(field: Cast, ours: Person, other: Person) -> None:
    before = queries.count(field.nurse, queries.Filters())
    merged(field, ours, other)
    assert queries.count(field.nurse, queries.Filters()) == before - 1
    assert queries.person(field.nurse, str(other.pk)) == ours
    assert access.sees(field.nurse, other)
    assert queries.ids_of(ours) == queries.ids_of(Person.objects.get(pk=other.pk)) == [ours.pk, other.pk]


def test_an_old_id_says_nothing_to_who_does_not_see_the_living_record(field: Cast, ours: Person, other: Person) -> None:
    merged(field, ours, other)
    for one in (ours, other):
        with pytest.raises(NotHere) as refusal:
            queries.person(field.stranger, str(one.pk))
        assert refusal.value.code == "registry.not_here"
        assert not access.sees(field.stranger, one)


def test_both_names_and_both_numbers_find_the_person(field: Cast, ours: Person, other: Person) -> None:
    merged(field, ours, other, given="kept", family="kept")
    for text in ("เอียด", "พิมพ์", number(1), number(2)):
        assert found(field, text) == [ours], text
    (alias,) = Alias.objects.all()
    assert (alias.person, alias.kind, alias.name) == (ours, "name", "พิมพ์ ทองนุ่น")


def test_the_word_chosen_holds_and_the_other_stays_in_the_history(field: Cast, ours: Person, other: Person) -> None:
    merged(field, ours, other, birth="gone")
    ours.refresh_from_db()
    assert ours.birth == other.birth
    change = Change.objects.get(person=ours, field="birth")
    assert (change.old, change.new, change.by_ref) == ("1942-03-02", "2005-06-07", field.nurse.ref)


def test_what_was_seen_holds_over_what_a_file_says(field: Cast, ours: Person, other: Person) -> None:
    facts.confirm(by=field.nurse, person=other, fact=FactGroup.IDENTITY, on=date(2026, 5, 1), how=How.VISIT)
    sides = {line.field: line.side for line in choosing.lines(ours, other) if line.differs}
    assert sides["birth"] == sides["given"] == "gone"
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.IDENTITY, on=date(2026, 6, 1), how=How.VISIT)
    sides = {line.field: line.side for line in choosing.lines(ours, other) if line.differs}
    assert sides["birth"] == sides["given"] == "kept"


def test_among_files_the_one_that_wins_in_an_intake_wins_here(field: Cast, ours: Person, tmp_path: Path) -> None:
    row = person(HOSPCODE="99313", PID="8", CID="", NAME="เอี้ยด", TYPEAREA="2", D_UPDATE="20261001000000")
    read_in(export(tmp_path, PERSON=[row]))
    gone = Person.objects.get(given="เอี้ยด")
    line = next(one for one in choosing.lines(ours, gone) if one.field == "given")
    assert (line.side, line.kept.hospital, line.gone.hospital) == ("kept", "99312", "99313")


def test_a_blank_never_beats_a_value(field: Cast, ours: Person, other: Person) -> None:
    said = {"values": {"phone": "0000012345"}, "version": other.version, "how": How.TOLD, "on": clock.today()}
    people.correct(by=field.nurse, person=other, **said)
    merged(field, ours, other)
    assert Person.objects.get(pk=ours.pk).phone == "0000012345"


def test_the_newer_sight_of_a_fact_stands(field: Cast, ours: Person, other: Person) -> None:
    for who, on in ((ours, date(2026, 1, 1)), (other, date(2026, 6, 1))):
        facts.confirm(by=field.nurse, person=who, fact=FactGroup.HEALTH, on=on, how=How.VISIT)
    merged(field, ours, other)
    assert Confirmation.objects.get(person=ours, fact="health").on == date(2026, 6, 1)


def test_groups_of_both_are_the_persons_and_what_a_human_ended_stays_ended(
    field: Cast, ours: Person, other: Person
) -> None:
    said = groups.note(by=field.nurse, person=other, belongs=groups.Belongs(Group.DISABLED, "3"))
    groups.end(by=field.nurse, membership=said, because="หายแล้ว")
    groups.note(by=field.nurse, person=other, belongs=groups.Belongs(Group.STATELESS))
    merged(field, ours, other)
    told = {(one.group, one.kind, bool(one.until)) for one in ours.memberships.all()}
    assert told == {("disabled", "3", True), ("stateless", "", False)}


def test_one_person_lives_in_one_house_and_the_other_is_a_former_home(field: Cast, ours: Person) -> None:
    gone = Person.objects.get(given="คล้าย")
    merged(field, ours, gone, household_id="kept", life="kept")
    homes = {one.household.house_no: one.to_on for one in ours.residences.all()}
    assert homes == {"47": "", "12/3": clock.today().isoformat()}
    assert Person.objects.get(pk=ours.pk).area_code == "93051205"


def test_the_living_record_may_move_to_the_others_home(field: Cast, ours: Person) -> None:
    gone = Person.objects.get(given="คล้าย")
    merged(field, ours, gone, household_id="gone")
    now = Person.objects.select_related("household").get(pk=ours.pk)
    assert (now.household.house_no, now.area_code) == ("12/3", "93051203")
    assert found(field, "12/3")[0].given in {"เอียด", "น้ำเอื้อย"}
    assert access.sees(field.volunteer, ours) is False


@pytest.mark.parametrize("chosen", [{}, {"sex": "kept"}, {"national_id": "kept"}])
def test_what_may_mean_two_people_is_never_settled_in_passing(
    field: Cast, ours: Person, chosen: dict[str, str]
) -> None:
    gone = Person.objects.get(given="คล้าย")
    with pytest.raises(BadInput) as refusal:
        merges.merge(by=field.nurse, kept=ours, gone=gone, reason=WHY, chosen=chosen)
    assert set(refusal.value.details["fields"]) == {"sex", "national_id"} - set(chosen)
    assert Merge.objects.count() == 0


def test_the_living_and_the_dead_are_joined_only_by_choice(field: Cast, ours: Person, other: Person) -> None:
    said = {"values": {"life": "dead", "life_on": "2026-02-01"}, "version": other.version}
    people.correct(by=field.nurse, person=other, how=How.TOLD, on=clock.today(), **said)
    with pytest.raises(BadInput):
        merged(field, ours, other)
    merged(field, ours, other, life="gone")
    ours.refresh_from_db()
    assert (ours.life, ours.life_on) == ("dead", "2026-02-01")


def test_the_question_about_the_two_is_answered_and_others_are_asked_once(
    field: Cast, ours: Person, other: Person
) -> None:
    third = Person.objects.get(given="คล้าย")
    now = clock.now()
    asked = Duplicate.objects.create(first=other, second=ours, basis="equal_id", at=now)
    Duplicate.objects.create(first=ours, second=third, basis="equal_id", at=now)
    said = {"decision": "different", "reason": "ไปมาแล้ว"}
    Duplicate.objects.create(first=third, second=other, basis="equal_id", at=now, **said)
    merged(field, ours, other)
    asked.refresh_from_db()
    assert (asked.decision, asked.reason, asked.by_ref) == ("same", WHY, field.nurse.ref)
    assert list(queries.open_duplicates(field.nurse)) == [], "what was decided of the one is decided of both"


def test_who_may_join_whom(field: Cast, ours: Person, other: Person, foreign: Person) -> None:
    for actor in (field.volunteer, field.local, field.regional):
        with pytest.raises(NotAllowed):
            merges.merge(by=actor, kept=ours, gone=other, reason=WHY, chosen=CHOSEN)
    for kept, gone in ((ours, foreign), (foreign, ours)):
        with pytest.raises(NotHere):
            merges.merge(by=field.nurse, kept=kept, gone=gone, reason=WHY, chosen=CHOSEN)
    with pytest.raises(BadInput):
        merges.merge(by=field.nurse, kept=ours, gone=other, reason="  ", chosen=CHOSEN)
    assert Merge.objects.count() == 0


def test_two_records_become_one_once_and_never_in_a_circle(field: Cast, ours: Person, other: Person) -> None:
    merged(field, ours, other)
    for kept, gone in ((ours, other), (other, ours)):
        with pytest.raises(Refused) as refusal:
            merged(field, Person.objects.get(pk=kept.pk), Person.objects.get(pk=gone.pk))
        assert refusal.value.code == "registry.one_already"
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=ours.pk).update(merged_into=ours.pk)


def test_who_was_close_hears_of_it_by_the_name_they_know(field: Cast, ours: Person) -> None:
    new = people.NewPerson(given="ตุ๊ก", family="", area_code="93051205", why_no_number="lost")
    gone = people.add(by=field.volunteer, new=new)
    merges.merge(by=field.nurse, kept=ours, gone=gone, reason=WHY)
    (heard,) = notices.unread(field.volunteer)
    assert "ตุ๊ก" in heard.th
    assert "เอียด" not in heard.th


def test_the_same_files_again_bring_nobody_back(field: Cast, ours: Person, other: Person, tmp_path: Path) -> None:
    files = tmp_path / "again"
    files.mkdir()
    rows = [
        person(PID="1", HID="1", CID=number(1)),
        person(PID="2", HID="1", CID=number(2), NAME="พิมพ์", BIRTH="20050607"),
    ]
    merged(field, ours, other, given="kept", birth="kept")
    before = set(Person.objects.all())
    read_in(export(files, PERSON=rows))
    newer = rows[1] | {"MOBILE": "0000099999", "D_UPDATE": "20261120000000"}
    read_in(export(files, PERSON=[newer]))
    assert set(Person.objects.all()) == before
    assert SourceRow.objects.get(file="PERSON", hospital="99312", key="2", current=True).person == ours
    ours.refresh_from_db()
    assert (ours.given, ours.birth, ours.phone) == ("เอียด", "1942-03-02", "0000099999")
