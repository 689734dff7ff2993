"""Everything about a person, for the person: complete by the tables themselves, and nobody else's."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal.models import Entry
from sanam.domain.media import operations as media
from sanam.domain.registry.models import Duplicate, Person
from sanam.domain.registry.operations import people, requests
from sanam.domain.registry.rights import belongings
from sanam.domain.registry.rights.everything import OTHERS
from sanam.domain.registry.rights.ways import Way, way_of
from sanam.domain.registry.rights.words import Asked
from sanam.domain.registry.words import How
from sanam.interfaces.files.everything.package import packed
from tests.cast import Cast, export, number, person, read_in
from tests.domain.media.images import jpeg
from tests.domain.registry.rights.conftest import asked

MODELS = [model for model in apps.get_models() if model.__module__.startswith("sanam.")]


@pytest.fixture
def whole(field: Cast, registrar: Actor, ours: Person, tmp_path: Path) -> zipfile.ZipFile:
    """What the person gets, after something happened to them."""
    (tmp_path / "in").mkdir()
    child = person(PID="1", HID="1", CID=number(1), MOTHER=number(8), TELEPHONE="0000012345")
    read_in(export(tmp_path / "in", PERSON=[child]))
    ours.refresh_from_db()
    said = {"how": How.VISIT, "on": clock.today()}
    people.correct(by=field.nurse, person=ours, values={"nickname": "ยายเอียด"}, version=ours.version, **said)
    neighbour = Person.objects.get(given="คล้าย")
    said = {"basis": "asked", "decision": "different", "reason": "คนละคนกับคล้าย ขุนแก้ว"}
    Duplicate.objects.create(first=neighbour, second=ours, at=clock.now(), **said)
    media.keep_picture(by=field.nurse, source=io.BytesIO(jpeg()), file_name="", owner=ours.ref, alt="หน้าบ้าน")
    journal.look(by=field.nurse, at=ours.ref)
    request = asked(registrar, ours, Asked.ACCESS)
    return zipfile.ZipFile(io.BytesIO(packed(by=registrar, request=request)))


def document(whole: zipfile.ZipFile) -> dict[str, Any]:
    return dict(json.loads(whole.read("everything.json")))


def test_their_own_secrets_are_opened(whole: zipfile.ZipFile) -> None:
    tables = document(whole)["tables"]
    assert [row["sealed"] for row in tables["registry.Identifier"]] == [number(1)]
    said = [row["sealed"] for row in tables["registry.SourceRow"] if row["file"] == "PERSON"]
    assert {row["raw"]["NAME"] for row in said} == {"เอียด"}
    assert tables["registry.Person"][0]["nickname"] == "ยายเอียด"
    assert {row["new"] for row in tables["registry.Change"]} >= {"ยายเอียด"}
    assert tables["registry.GroupMembership"][0]["kind"] == "3"
    assert tables["registry.Residence"][0]["household"]["house_no"] == "47"
    assert tables["registry.SubjectRequest"][0]["kind"] == "access"


def test_other_people_stay_out(whole: zipfile.ZipFile) -> None:
    pair = document(whole)["tables"]["registry.Duplicate"][0]
    assert (pair["first"], pair["reason"]) == (OTHERS, OTHERS)
    raw = [row["sealed"]["raw"] for row in document(whole)["tables"]["registry.SourceRow"] if row["file"] == "PERSON"]
    assert {row.get("MOTHER") for row in raw if "MOTHER" in row} == {OTHERS}
    everything = "".join(whole.read(name).decode(errors="replace") for name in whole.namelist())
    for other in ("คล้าย", "ขุนแก้ว", "พิมพ์", number(8), number(2)):
        assert other not in everything


def test_hashes_and_opaque_references_are_ours_not_theirs(whole: zipfile.ZipFile) -> None:
    tables = document(whole)["tables"]
    columns = {column for rows in tables.values() for row in rows for column in row}
    assert not columns & {"lookup", "digest", "search_text", "sort_key", "by_ref"}


def test_who_looked_and_who_did_what_are_told_by_seat(whole: zipfile.ZipFile) -> None:
    told = document(whole)
    assert "ผู้จัดการการดูแล · รพ.สต.พนางตุง (สมมติ)" in {row["by"] for row in told["looks"]}
    assert {"person.corrected", "person.handed_over"} <= {row["did"] for row in told["deeds"]}
    assert not [name for name in ("คน nurse", "คน registrar") if name in json.dumps(told, ensure_ascii=False)]


def test_it_can_be_read_by_a_human_a_program_and_a_spreadsheet(whole: zipfile.ZipFile) -> None:
    page = whole.read("read-me.html").decode()
    assert page.startswith("<!doctype html>")
    assert "ยายเอียด" in page
    assert "<script" not in page
    assert number(1) in page
    sheet = whole.read("tables/registry-change.csv").decode("utf-8-sig")
    assert {row["new"] for row in csv.DictReader(io.StringIO(sheet))} >= {"ยายเอียด"}
    (picture,) = [name for name in whole.namelist() if name.startswith("pictures/")]
    assert whole.read(picture)[:3] == b"\xff\xd8\xff"
    assert document(whole)["pictures"] == [{"file": picture, "alt": "หน้าบ้าน"}]


def test_it_is_made_only_for_an_open_request_and_written_down(field: Cast, registrar: Actor, ours: Person) -> None:
    with pytest.raises(Refused) as refused:
        requests.hand_over(by=registrar, request=asked(registrar, ours, Asked.OBJECTION))
    assert refused.value.code == "registry.nothing_to_hand_over"
    request = asked(registrar, ours, Asked.PORTABILITY)
    with pytest.raises(NotAllowed):
        requests.hand_over(by=field.nurse, request=request)
    packed(by=registrar, request=request)
    assert Entry.objects.filter(to=ours.ref, did="person.handed_over").count() == 1
    assert Entry.objects.filter(to=ours.ref, did="person.looked", because="request").count() == 1
    requests.answer(by=registrar, request=request, text="ให้ไปแล้ว")
    with pytest.raises(Refused):
        requests.hand_over(by=registrar, request=request)


@pytest.mark.parametrize("model", belongings.tables(), ids=lambda model: model._meta.label)
def test_every_table_about_people_is_covered(model: type) -> None:
    """A table that points at people has no column of which nobody has thought how the person gets it."""
    ways = {column.name: way_of(column) for column in model._meta.concrete_fields}  # type: ignore[attr-defined]
    assert [name for name, way in ways.items() if way is Way.UNKNOWN] == []
    assert Way.SOMEBODY in ways.values()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_sealed_columns_are_marked_secret_so_that_they_are_found(model: type) -> None:
    assert [c.name for c in model._meta.concrete_fields if way_of(c) is Way.UNKNOWN] == []  # type: ignore[attr-defined]
