"""A file taken back after other things happened: what a hand or a later file did stays, and is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import NotHere, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.notices.models import Notice
from sanam.domain.registry import queries
from sanam.domain.registry.models import Batch, Change, Conflict, GroupMembership, Household, Person, SourceRow
from sanam.domain.registry.operations import conflicts, facts, files, groups, people, residences, undo
from sanam.domain.registry.queries.batches import SILENT_FOR
from sanam.domain.registry.words import BatchState, FactGroup, How
from tests.cast import HERE, Cast, export, home, number, person, read_in
from tests.domain.registry.any_file import OTHER
from tests.domain.registry.taken_back import TODAY, everything, kept, read, take_back

pytestmark = pytest.mark.django_db


def test_people_whom_nobody_touched_go_away_and_their_houses_with_them(cast: Cast, tmp_path: Path) -> None:
    batch = read(export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1", CID=number(1)), person(PID="2")]))
    foreseen = take_back(batch)
    assert (foreseen.people, foreseen.houses) == (2, 1)
    assert (Person.objects.count(), Household.objects.count(), SourceRow.objects.count()) == (0, 0, 0)
    batch.refresh_from_db()
    assert batch.said is BatchState.UNDONE


def test_somebody_who_was_visited_since_stays_and_is_listed(cast: Cast, tmp_path: Path) -> None:
    batch = read(export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1"), person(PID="2", NAME="พิมพ์")]))
    facts.confirm(
        by=cast.nurse, person=Person.objects.get(given="เอียด"), fact=FactGroup.HEALTH, on=TODAY, how=How.VISIT
    )
    foreseen = take_back(batch)
    assert Person.objects.get().given == "เอียด"
    assert Person.objects.get().household is not None
    assert kept(foreseen) == {("person", "hand")}
    batch.refresh_from_db()
    assert batch.outcome["undone"]["list"][0]["person"] == str(Person.objects.get().pk)


def test_a_value_somebody_corrected_since_stays_and_the_rest_returns(field: Cast, ours: Person, tmp_path: Path) -> None:
    later = person(PID="1", HID="1", CID=number(1), MOBILE="0000011111", MSTATUS="3", D_UPDATE="20261101000000")
    batch = read(export(tmp_path, PERSON=[later]))
    ours.refresh_from_db()
    people.correct(
        by=field.nurse, person=ours, values={"phone": "0000033333"}, version=ours.version, how=How.PHONE, on=TODAY
    )
    foreseen = take_back(batch)
    ours.refresh_from_db()
    assert (ours.phone, ours.marital) == ("0000033333", "")
    (one,) = foreseen.kept
    assert (one.what, one.why, one.by, one.on) == ("phone", "hand", field.nurse.label, TODAY.isoformat())


def test_what_a_later_file_says_stays_and_returns_past_the_one_taken_back(
    field: Cast, ours: Person, tmp_path: Path
) -> None:
    def with_phone(phone: str, stamp: str) -> Path:
        return export(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1), MOBILE=phone, D_UPDATE=stamp)])

    older = read(with_phone("0000011111", "20261101000000"))
    newer = read(with_phone("0000022222", "20261102000000"))
    assert kept(take_back(older)) == {("phone", "file")}
    ours.refresh_from_db()
    assert ours.phone == "0000022222"
    assert take_back(newer).kept == []
    ours.refresh_from_db()
    assert ours.phone == ""


def test_somebody_a_later_file_speaks_of_stays_with_what_that_file_says(cast: Cast, tmp_path: Path) -> None:
    wrong = read(export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME="เอียค", MOBILE="0000011111")]))
    read(export(tmp_path, PERSON=[person(HOSPCODE=OTHER, PID="7", CID=number(1), TYPEAREA="2")]))
    assert Person.objects.get().given == "เอียค"
    foreseen = take_back(wrong)
    assert kept(foreseen) == {("person", "file")}
    one = Person.objects.get()
    assert (one.given, one.phone, one.residency) == ("เอียด", "", "2")
    assert queries.find(cast.secretary, queries.Filters("เอียด")).rows or not one.area_code


def test_the_row_a_file_replaced_speaks_again(field: Cast, ours: Person, tmp_path: Path) -> None:
    batch = read(
        export(tmp_path, PERSON=[person(PID="1", HID="1", CID=number(1), LNAME="ทองเนียม", D_UPDATE="20261101")])
    )
    take_back(batch)
    (row,) = ours.source_rows.filter(file="PERSON", current=True)
    assert row.batch_id != batch.pk
    ours.refresh_from_db()
    assert ours.family == "ทองนุ่น"


def test_a_file_taken_back_can_be_read_in_again(cast: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1", CID=number(1))])
    take_back(read(path))
    assert read_in(path)["people"] == {"new": 1, "changed": 0, "unchanged": 0}


def test_a_file_is_taken_back_once(cast: Cast, tmp_path: Path) -> None:
    batch = read(export(tmp_path, PERSON=[person(PID="1")]))
    take_back(batch)
    with pytest.raises(Refused) as refusal:
        take_back(batch)
    assert refusal.value.code == "registry.not_to_undo"
    assert Entry.objects.filter(did="file.taken_back", to=batch.ref).count() == 1


def test_a_seat_takes_back_only_what_it_sent(field: Cast, tmp_path: Path) -> None:
    batch = read(export(tmp_path, PERSON=[person(PID="55")]))
    with pytest.raises(NotHere):
        undo.take_back(by=field.nurse, batch=batch)
    assert Batch.objects.get(pk=batch.pk).said is BatchState.DONE


def test_a_dry_run_takes_nothing_back(field: Cast, tmp_path: Path) -> None:
    batch = read(export(tmp_path, PERSON=[person(PID="55", NAME="แถม")]))
    stood = everything()
    assert take_back(batch, dry_run=True).people == 1
    assert everything() == stood
    assert Batch.objects.get(pk=batch.pk).said is BatchState.DONE


def test_a_home_somebody_moved_to_since_stays(field: Cast, ours: Person, tmp_path: Path) -> None:
    moved = person(PID="1", HID="2", CID=number(1), D_UPDATE="20261101000000")
    batch = read(export(tmp_path, PERSON=[moved]))
    residences.move(by=field.nurse, person=ours, to=residences.Move("93051203", "99"), how=How.VISIT, on=TODAY)
    foreseen = take_back(batch)
    ours.refresh_from_db()
    assert (ours.household.house_no, ours.area_code) == ("99", "93051203")
    assert ("household_id", "hand") in kept(foreseen)
    lasting = ours.residences.filter(to_on="", actual=True)
    assert [one.household.house_no for one in lasting] == ["99"]


def test_a_conflict_somebody_decided_stays_and_an_open_one_goes(field: Cast, ours: Person, tmp_path: Path) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.IDENTITY, on=TODAY, how=How.VISIT)
    says = person(PID="1", HID="1", CID=number(1), NAME="เอียค", BIRTH="19430302", D_UPDATE="20261101000000")
    batch = read(export(tmp_path, PERSON=[says]))
    conflicts.decide(by=field.nurse, conflict=Conflict.objects.get(field="given"), take=True)
    foreseen = take_back(batch)
    assert list(Conflict.objects.values_list("field", flat=True)) == ["given"]
    ours.refresh_from_db()
    assert ours.given == "เอียค"
    assert Change.objects.filter(person=ours, field="given").exists()
    assert ("conflict", "hand") in kept(foreseen)


def test_a_group_somebody_ended_since_stays_ended(field: Cast, neighbour: Person, tmp_path: Path) -> None:
    batch = read(export(tmp_path, DISABILITY=[{"HOSPCODE": HERE, "PID": "3", "DISABTYPE": "1"}]))
    membership = GroupMembership.objects.get(person=neighbour)
    groups.end(by=field.nurse, membership=membership, because="ตรวจแล้วไม่ใช่")
    assert ("group", "hand") in kept(take_back(batch))
    membership.refresh_from_db()
    assert membership.until


def test_what_a_later_export_said_again_is_that_exports_word(cast: Cast, tmp_path: Path) -> None:
    first = read(export(tmp_path, PERSON=[person(PID="1", CID=number(1))]))
    again = read(export(tmp_path, PERSON=[person(PID="1", CID=number(1), D_UPDATE="20261101000000")]))
    assert kept(take_back(first)) == {("person", "file")}
    assert SourceRow.objects.get().batch_id == again.pk
    take_back(again)
    assert not Person.objects.exists()


def test_whoever_sent_a_file_hears_that_it_was_taken_back(field: Cast, tmp_path: Path) -> None:
    batch = Batch.objects.get(pk=read_in(export(tmp_path, PERSON=[person(PID="55")]), by=field.nurse)["batch"])
    take_back(batch, because="ส่งผิดอำเภอ")
    assert Notice.objects.filter(seat_ref=field.nurse.ref, kind="file.undone").exists()
    assert Entry.objects.get(did="file.taken_back").because == "ส่งผิดอำเภอ"


def test_somebody_visited_since_is_known_again_by_the_hospitals_number(cast: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, HOME=[home()], PERSON=[person(PID="1", HID="1", CID="")])
    batch = read(path)
    one = Person.objects.get()
    facts.confirm(by=cast.nurse, person=one, fact=FactGroup.ADDRESS, on=TODAY, how=How.VISIT)
    take_back(batch)
    assert one.residences.filter(to_on="").count() == 1
    assert read_in(path)["people"]["new"] == 0
    assert Person.objects.get().source_rows.filter(current=True, file="PERSON").count() == 1


def test_a_reading_cut_short_is_taken_back_as_far_as_it_came(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ONE_PIECE", 0)
    monkeypatch.setattr("sanam.domain.registry.intake.pieces.CHUNK", 2)
    kept_piece = files._keep_piece

    def killed_at_the_fourth(batch: Batch, step: int, *rest: object) -> None:
        if step == 4:
            raise KeyboardInterrupt
        kept_piece(batch, step, *rest)

    monkeypatch.setattr(files, "_keep_piece", killed_at_the_fourth)
    path = export(tmp_path, PERSON=[person(PID=str(n), NAME=f"คน{n}", CID=number(n)) for n in range(1, 9)])
    with pytest.raises(KeyboardInterrupt):
        read_in(path)
    (batch,) = Batch.objects.all()
    with pytest.raises(Refused):
        take_back(batch)
    Batch.objects.update(touched_at=clock.now() - SILENT_FOR * 2)
    assert take_back(batch).people == 4
    assert not Person.objects.exists()
