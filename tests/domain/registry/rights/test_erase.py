"""Erasing a person: their values are gone from everywhere, a tombstone stays, and no file brings them back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.journal.models import Details, Entry
from sanam.domain.media import operations as media
from sanam.domain.media.models import Kept
from sanam.domain.notices import operations as notices
from sanam.domain.notices.models import Notice
from sanam.domain.registry import queries
from sanam.domain.registry.models import (
    Batch,
    Duplicate,
    ErasedMark,
    Household,
    Identifier,
    Person,
    Problem,
    SourceRow,
    SubjectRequest,
    Tombstone,
)
from sanam.domain.registry.models.person import lookup_of
from sanam.domain.registry.operations import duplicates, erasure, facts, holds, people, requests
from sanam.domain.registry.rights import belongings
from sanam.domain.registry.rights.words import Asked, ErasureGround
from sanam.domain.registry.words import FactGroup, How
from tests.cast import HERE, Cast, export, home, number, person, read_in
from tests.domain.media.images import jpeg
from tests.domain.registry.rights.conftest import accepted, asked

GIVEN, FAMILY, NICK, PHONE = "กุหลาบทอง", "ดอกไม้หายาก", "ยายกุหลาบหาย", "0000098765"
NUMBER = number(987654)
PLANTED = (GIVEN, FAMILY, NICK, PHONE, NUMBER, "สะพานเก่าริมคลอง")
UNNEEDED = ErasureGround.UNNEEDED


def rows_of(**more: str) -> dict[str, Any]:
    row = person(PID="77", HID="7", CID=NUMBER, NAME=GIVEN, LNAME=FAMILY, MOBILE=PHONE, **more)
    slow = {"HOSPCODE": HERE, "PID": "77", "DISABTYPE": "3", "DATE_DETECT": "20200101"}
    chronic = {"HOSPCODE": HERE, "PID": "77", "CHRONIC": "สะพานเก่าริมคลอง"}
    return {"HOME": [home(HID="7", HOUSE="77/7")], "PERSON": [row], "DISABILITY": [slow], "CHRONIC": [chronic]}


@pytest.fixture
def planted(field: Cast, registrar: Actor, tmp_path: Path) -> Person:
    """Somebody whose unmistakable values stand wherever the platform writes any."""
    (tmp_path / "in").mkdir()
    read_in(export(tmp_path / "in", CHRONIC=rows_of()["CHRONIC"]))  # a row that comes before its person
    read_in(export(tmp_path / "in", **rows_of()))
    one = Person.objects.get(given=GIVEN)
    said = {"how": How.VISIT, "on": clock.today(), "person": one}
    people.correct(by=field.nurse, values={"nickname": NICK}, version=one.version, **said)
    facts.confirm(by=field.secretary, fact=FactGroup.IDENTITY, **said)
    read_in(export(tmp_path / "in", **rows_of(MARRIED="1", D_UPDATE="20261001120000") | {"HOME": []}))
    alike = people.NewPerson(given=GIVEN, family="อีกคนหนึ่ง", area_code="930512", why_no_number="lost")
    other = people.add(
        by=field.nurse, new=alike, different_from=[one], reason=f"คนละคนกับ {GIVEN} {FAMILY} เลข {NUMBER}"
    )
    Person.objects.filter(pk=other.pk).update(given="คนอื่น", search_text="คนอื่น", sort_key="คนอื่น")
    media.keep_picture(by=field.nurse, source=BytesIO(jpeg()), file_name=f"{GIVEN}.jpg", owner=one.ref, alt=NICK)
    waiting = Batch.objects.create(
        kind="f43", file_name="รอ.zip", sha256="", at=clock.now(), by_ref=field.nurse.ref, by_label="", state="tried"
    )
    zipped = BytesIO(f"PK {GIVEN} {NUMBER}".encode("cp874"))
    media.keep_paper(by=field.nurse, source=zipped, file_name="รอ.zip", owner=waiting.ref, most_bytes=1_000)
    told = {"seat": field.secretary.ref, "kind": "x", "th": f"{GIVEN} {FAMILY} ย้าย", "en": "moved"}
    notices.tell(by=field.nurse, about="batch:1", **told)
    notices.tell(by=field.nurse, about=one.ref, **(told | {"th": "มีข่าว"}))
    Problem.objects.create(batch=waiting, file="PERSON", line=1, code="x", th=f"เลข {NUMBER} ซ้ำ", en="")
    journal.record(by=field.nurse, did="person.noted", to=one.ref, details={"said": NICK})
    journal.record(by=field.nurse, did="person.noted", to="person:other", details={"into": one.ref, "with": NUMBER})
    Household.objects.filter(house_no="12/3").update(volunteer_hint=f"#{lookup_of(NUMBER)[:48]}")
    return Person.objects.get(pk=one.pk)


def erase(field: Cast, registrar: Actor, who: Person) -> Tombstone:
    return erasure.carry_out(by=field.secretary, request=accepted(registrar, who), ground=UNNEEDED)


def cells() -> Iterator[tuple[str, str]]:
    """Every value of every column of every table in this database, as text; sealed bytes as they lie."""
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.order_by("pk").values():
            for name, value in row.items():
                yield f"{model._meta.label}.{name}", str(bytes(value) if isinstance(value, memoryview) else value)


def files() -> bytes:
    kept = [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]
    return b"".join(one.name.encode() + one.read_bytes() for one in kept)


def test_no_value_is_left_in_any_table_or_file(field: Cast, registrar: Actor, planted: Person) -> None:
    standing = {where for where, text in cells() if any(value in text for value in PLANTED)}
    assert {one.split(".")[1] for one in standing} >= {"Change", "Notice", "Details", "Person", "Duplicate", "Problem"}
    erase(field, registrar, planted)
    assert [where for where, text in cells() if any(value in text for value in PLANTED)] == []


def test_no_row_refers_to_the_person_but_the_tombstone_and_the_journal(
    field: Cast, registrar: Actor, planted: Person
) -> None:
    erase(field, registrar, planted)
    for model, columns in belongings.tables().items():
        for column in columns:
            assert not model._base_manager.filter(**{column: planted.pk}).exists(), f"{model._meta.label}.{column}"
    at = {where for where, text in cells() if str(planted.pk) in text}
    assert at == {"registry.Tombstone.refs", "journal.Entry.to"}


def test_pictures_and_waiting_files_are_gone_from_the_disk(
    field: Cast, registrar: Actor, planted: Person, django_capture_on_commit_callbacks: Any
) -> None:
    before = {one.stored_name for one in Kept.objects.all()}
    assert len(before) == 2
    with django_capture_on_commit_callbacks(execute=True):
        erase(field, registrar, planted)
    assert not Kept.objects.exists()
    left = [one.name for one in Path(settings.MEDIA_ROOT).rglob("*") if any(name in one.name for name in before)]
    assert left == []


def test_the_journal_is_whole_and_says_what_was_done(field: Cast, registrar: Actor, planted: Person) -> None:
    journal.seal(by=INSTALLATION)
    entries = Entry.objects.filter(to=planted.ref).count()
    stone = erase(field, registrar, planted)
    journal.seal(by=INSTALLATION)
    assert written.verify().broken is None
    assert Entry.objects.filter(to=planted.ref).count() == entries + 1
    (last,) = Entry.objects.filter(to=planted.ref, did="person.erased")
    assert (last.actor_ref, last.because) == (field.secretary.ref, "erasure:unneeded")
    assert stone.refs == [planted.ref]
    assert not Details.objects.filter(entry__in=Entry.objects.filter(to=planted.ref).values("id")).exists()


def test_the_house_and_those_who_live_in_it_stay(field: Cast, registrar: Actor, ours: Person) -> None:
    housemates = Person.objects.filter(household=ours.household).exclude(pk=ours.pk).count()
    erase(field, registrar, ours)
    assert Household.objects.get(house_no="47").people.count() == housemates == 1
    assert queries.count(field.nurse, queries.Filters()) == 3


def test_the_request_stays_answered_without_anybodys_words(field: Cast, registrar: Actor, planted: Person) -> None:
    request = asked(registrar, planted, wanted=f"ลบ{NICK}", asker_name=GIVEN)
    requests.accept(by=registrar, request=request)
    stone = erasure.carry_out(by=field.secretary, request=request, ground=UNNEEDED)
    request.refresh_from_db()
    assert (request.subject, request.tombstone, request.state) == (None, stone, "answered")
    assert (request.wanted, request.asker_name, request.answer) == ("", "", "")
    assert stone.kept[1]["until"] > clock.today().isoformat()


def test_the_same_file_brings_nobody_back_and_says_how_many_it_left_out(
    field: Cast, registrar: Actor, planted: Person, tmp_path: Path
) -> None:
    erase(field, registrar, planted)
    (tmp_path / "again").mkdir()
    report = read_in(export(tmp_path / "again", **rows_of()))
    assert report["people"] == {"new": 0, "changed": 0, "unchanged": 0}
    assert Batch.objects.get(pk=report["batch"]).outcome["left_out"] == report["left_out"] == 1
    elsewhere = person(HOSPCODE="99308", PID="5", CID=NUMBER, NAME=GIVEN, LNAME=FAMILY)
    assert read_in(export(tmp_path / "again", PERSON=[elsewhere]))["people"]["new"] == 0
    assert [where for where, text in cells() if any(value in text for value in PLANTED)] == []


def test_another_human_under_the_same_hospital_number_is_let_in(
    field: Cast, registrar: Actor, planted: Person, tmp_path: Path
) -> None:
    erase(field, registrar, planted)
    (tmp_path / "again").mkdir()
    row = person(PID="77", CID=number(55), NAME="คนใหม่", LNAME="เลขเดิม")
    slow = {"HOSPCODE": HERE, "PID": "77", "DISABTYPE": "3", "DATE_DETECT": "20200101"}
    assert read_in(export(tmp_path / "again", PERSON=[row], DISABILITY=[slow]))["people"]["new"] == 1
    assert Person.objects.get(given="คนใหม่").memberships.count() == 1


def test_once_lifted_a_file_may_speak_of_them_again(
    field: Cast, registrar: Actor, planted: Person, tmp_path: Path
) -> None:
    stone = erase(field, registrar, planted)
    with pytest.raises(NotAllowed):
        erasure.lift(by=field.nurse, tombstone=stone)
    erasure.lift(by=field.secretary, tombstone=stone)
    assert not ErasedMark.objects.exists()
    (tmp_path / "again").mkdir()
    assert read_in(export(tmp_path / "again", **rows_of()))["people"]["new"] == 1


def test_who_was_erased_is_added_by_hand_only_once_the_mark_is_lifted(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    new = people.NewPerson(given="กลับมา", family="", area_code="93051205", number=number(1))
    stone = erasure.carry_out(by=field.secretary, request=accepted(registrar, ours), ground="unneeded")
    with pytest.raises(Refused) as refused:
        people.add(by=field.nurse, new=new)
    assert refused.value.code == "registry.was_erased"
    assert not Person.objects.filter(given="กลับมา").exists()
    erasure.lift(by=field.secretary, tombstone=stone)
    assert people.add(by=field.nurse, new=new).given == "กลับมา"


def test_two_members_are_needed_and_the_right_seats(field: Cast, registrar: Actor, ours: Person) -> None:
    with pytest.raises(NotAllowed):
        requests.accept(by=field.nurse, request=asked(registrar, ours))
    own = accepted(field.secretary, ours)
    with pytest.raises(NotAllowed) as refused:
        erasure.carry_out(by=field.secretary, request=own, ground=UNNEEDED)
    assert refused.value.code == "registry.erase_two_members"
    with pytest.raises(NotAllowed):
        erasure.carry_out(by=registrar, request=own, ground=UNNEEDED)
    assert Person.objects.filter(pk=ours.pk).exists()


def test_it_is_accepted_first_and_has_a_ground(field: Cast, registrar: Actor, ours: Person) -> None:
    request = asked(registrar, ours)
    with pytest.raises(Refused) as refused:
        erasure.carry_out(by=field.secretary, request=request, ground=UNNEEDED)
    assert refused.value.code == "registry.erase_not_accepted"
    requests.accept(by=registrar, request=request)
    with pytest.raises(BadInput):
        erasure.carry_out(by=field.secretary, request=request, ground="because")


def test_a_person_out_of_sight_is_not_there(field: Cast, registrar: Actor, foreign: Person) -> None:
    with pytest.raises(NotHere):
        asked(registrar, foreign)


def test_a_hold_another_request_a_file_or_a_doubt_stops_it(field: Cast, registrar: Actor, ours: Person) -> None:
    request = accepted(registrar, ours)

    def why() -> str:
        with pytest.raises(Refused) as refused:
            erasure.carry_out(by=field.secretary, request=request, ground=UNNEEDED)
        return refused.value.code

    hold = holds.place(by=registrar, person=ours, because="มีคดี")
    assert why() == "registry.erase_held"
    holds.lift(by=registrar, hold=hold)
    other = asked(registrar, ours, Asked.ACCESS)
    assert why() == "registry.erase_open_request"
    requests.answer(by=registrar, request=other, text="ให้ดูแล้ว")
    batch = Batch.objects.create(
        kind="f43", file_name="", sha256="", at=clock.now(), by_ref="", by_label="", state="waiting"
    )
    assert why() == "registry.erase_file_on_its_way"
    batch.delete()
    neighbour = Person.objects.get(given="คล้าย")
    pair = Duplicate.objects.create(first=ours, second=neighbour, basis="equal_id", at=clock.now())
    assert why() == "registry.erase_in_doubt"
    duplicates.keep_apart(by=field.nurse, duplicate=pair, reason="คนละบ้าน")
    assert erasure.carry_out(by=field.secretary, request=request, ground=UNNEEDED).pk


def test_any_table_may_say_that_it_stops(
    field: Cast, registrar: Actor, ours: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_review(people: list[Any]) -> tuple[str, str]:
        assert ours.pk in people
        return "ยังมีการทบทวน", "A review is open."

    monkeypatch.setattr(Notice, "stops_erasure", staticmethod(open_review), raising=False)
    with pytest.raises(Refused, match="A review is open"):
        erasure.carry_out(by=field.secretary, request=accepted(registrar, ours), ground=UNNEEDED)


def test_a_day_of_looking_shows_nothing_anywhere(field: Cast, registrar: Actor, planted: Person) -> None:
    erase(field, registrar, planted)
    for text in (GIVEN, FAMILY, NICK, NUMBER):
        assert queries.find(field.secretary, queries.Filters(text)).rows == []
    with pytest.raises(NotHere):
        queries.card(field.secretary, str(planted.pk))
    assert not SourceRow.objects.filter(hospital=HERE, key__startswith="77").exists()
    assert not Identifier.objects.filter(lookup=lookup_of(NUMBER)).exists()
    assert SubjectRequest.objects.get().received_on <= clock.today() + timedelta(days=30)
    assert Household.objects.get(house_no="12/3").volunteer_hint == ""
    assert not connection.needs_rollback
    assert issubclass(Tombstone, models.Model)
