"""DEATH, and the rows of files the registry does not read itself."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.registry.models import Change, Conflict, Person, SourceRow
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import HERE, Cast, export, number, person, read_in

pytestmark = pytest.mark.django_db


def death(**said: str) -> dict[str, str]:
    return {"HOSPCODE": HERE, "PID": "1", "DDEATH": "20260815", "D_UPDATE": "20260901000000"} | said


def service(**said: str) -> dict[str, str]:
    return {"HOSPCODE": HERE, "PID": "1", "SEQ": "1", "DATE_SERV": "20260901", "NEWCOLUMN": "x"} | said


def test_a_reported_death_is_noted_with_its_day_and_source(cast: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))], DEATH=[death()]))
    one = Person.objects.get()
    assert (one.life, one.life_on) == ("dead", "2026-08-15")
    assert {(change.field, change.new) for change in Change.objects.all()} == {
        ("life", "dead"),
        ("life_on", "2026-08-15"),
    }
    assert [file for file in report["files"] if file["name"] == "DEATH"] == [
        {"name": "DEATH", "rows": 1, "applied": 1, "problems": 0}
    ]


def test_a_row_that_was_never_discharged_brings_nobody_back(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))], DEATH=[death()]))
    again = person(PID="1", CID=number(1), MOBILE="0000012345", DISCHARGE="9", D_UPDATE="20261001000000")
    read_in(export(tmp_path, PERSON=[again]))
    one = Person.objects.get()
    assert (one.life, one.life_on, one.phone) == ("dead", "2026-08-15", "0000012345")


def test_somebody_who_was_seen_stays_alive_until_a_human_decides(field: Cast, ours: Person, tmp_path: Path) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.IDENTITY, on=clock.today(), how=How.VISIT)
    read_in(export(tmp_path, DEATH=[death()]))
    ours.refresh_from_db()
    assert ours.life == "alive"
    assert {(one.field, one.offered) for one in Conflict.objects.all()} == {("life", "dead"), ("life_on", "2026-08-15")}


def test_a_death_of_nobody_known_is_told(cast: Cast, tmp_path: Path) -> None:
    (problem,) = read_in(export(tmp_path, DEATH=[death(PID="77")]))["problems"]
    assert (problem["file"], problem["line"], problem["code"]) == ("DEATH", 2, "unknown_person")


def test_rows_of_other_files_are_kept_once_beside_their_person(cast: Cast, tmp_path: Path) -> None:
    rows = [service(), service(SEQ="2"), service(PID="77")]
    path = export(tmp_path, PERSON=[person(PID="1", CID=number(1))], SERVICE=rows)
    report = read_in(path)
    read_in(path)
    kept = SourceRow.objects.filter(file="SERVICE").order_by("line")
    assert [one.person_id is not None for one in kept] == [True, True, False]
    assert json.loads(zlib.decompress(sealing.decrypt(bytes(kept[0].sealed))))["NEWCOLUMN"] == "x"
    assert [file for file in report["files"] if file["name"] == "SERVICE"] == [
        {"name": "SERVICE", "rows": 3, "applied": 0, "problems": 0}
    ]


def test_a_column_nobody_knows_yet_is_kept_in_every_file(cast: Cast, tmp_path: Path) -> None:
    row = {"HOSPCODE": HERE, "PID": "1", "DISABTYPE": "3", "DATE_DETECT": "20200101", "CARDNO": "77"}
    read_in(export(tmp_path, PERSON=[person(PID="1")], DISABILITY=[row]))
    kept = SourceRow.objects.get(file="DISABILITY")
    assert json.loads(zlib.decompress(sealing.decrypt(bytes(kept.sealed))))["CARDNO"] == "77"


def test_a_kept_row_of_another_hospital_is_turned_away_with_its_file(field: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, PERSON=[person(PID="60")], SERVICE=[service(HOSPCODE="99001", PID="9")])
    with pytest.raises(NotAllowed):
        read_in(path, by=field.nurse)
