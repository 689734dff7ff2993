"""Where two parts of the register meet: what one wrote, the other must find, keep or let go."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry import queries
from sanam.domain.registry.models import Batch, Consent, Footprint, Identifier, Merge, Person
from sanam.domain.registry.operations import consents, emergencies, erasure, merges, undo
from sanam.domain.registry.operations import keys as deeds
from sanam.domain.registry.rights.words import ErasureGround
from tests.cast import Cast, export, number, person, read_in
from tests.domain.registry.consenting import agree
from tests.domain.registry.rights.conftest import accepted, seat_registrar


@pytest.fixture
def registrar(field: Cast) -> Actor:
    return seat_registrar(field)


@pytest.fixture
def two(field: Cast, tmp_path: Path) -> tuple[Person, Person]:
    """Two records of one woman: with a number, and without."""
    (tmp_path / "two").mkdir()
    rows = [
        person(PID="61", CID=number(61), NAME="จันทร์แรม", LNAME="ทองสุก"),
        person(PID="62", CID="", NAME="จันทร์แรมอีก", LNAME="ทองสุกใส"),
    ]
    read_in(export(tmp_path / "two", PERSON=rows))
    return Person.objects.get(given="จันทร์แรม"), Person.objects.get(given="จันทร์แรมอีก")


def joined(field: Cast, two: tuple[Person, Person]) -> Merge:
    kept, gone = two
    chosen = {"given": "kept", "family": "kept"}
    return merges.merge(by=field.nurse, kept=kept, gone=gone, reason="ดูบัตรแล้ว", chosen=chosen)


def erased(field: Cast, registrar: Actor, one: Person) -> None:
    request = accepted(registrar, one)
    erasure.carry_out(by=field.secretary, request=request, ground=ErasureGround.UNNEEDED)


def shared(field: Cast) -> set[str]:
    return {row.person.given for row in queries.find(field.association, queries.Filters()).rows}


def test_erasing_somebody_takes_the_records_merged_into_theirs(
    field: Cast, registrar: Actor, two: tuple[Person, Person]
) -> None:
    joined(field, two)
    erased(field, registrar, two[0])
    assert not Person.objects.filter(pk__in=[one.pk for one in two]).exists()
    assert not Merge.objects.exists()
    assert not Footprint.objects.filter(person__in=[one.pk for one in two]).exists()


def test_a_no_on_one_record_closes_what_the_other_allowed(field: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    agree(field, kept)
    assert shared(field) == {"จันทร์แรม"}
    consents.withdraw(by=field.nurse, consent=agree(field, gone))
    merge = joined(field, two)
    assert shared(field) == set()
    merges.unmerge(by=field.nurse, merge=merge, reason="คนละคน")
    assert shared(field) == {"จันทร์แรม"}


def test_a_yes_on_both_records_stands(field: Cast, two: tuple[Person, Person]) -> None:
    for one in two:
        agree(field, one)
    joined(field, two)
    assert shared(field) == {"จันทร์แรม"}
    assert Consent.objects.filter(person=two[0]).count() == 2


def test_an_emergency_nobody_reviewed_stops_an_erasure(
    field: Cast, registrar: Actor, two: tuple[Person, Person]
) -> None:
    emergencies.break_glass(by=field.stranger, number=number(61), reason="หมดสติ ต้องรู้โรคประจำตัว")
    with pytest.raises(Refused) as refusal:
        erased(field, registrar, two[0])
    assert refusal.value.code == "registry.erase_emergency"


def test_an_emergency_finds_somebody_by_the_number_of_a_merged_record(field: Cast, two: tuple[Person, Person]) -> None:
    merges.merge(
        by=field.nurse,
        kept=two[1],
        gone=two[0],
        reason="ดูบัตรแล้ว",
        chosen={"given": "kept", "family": "kept", "national_id": "kept"},
    )
    found = emergencies.break_glass(by=field.stranger, number=number(61), reason="หมดสติ ต้องรู้โรคประจำตัว")
    assert [one.pk for one in found] == [two[1].pk]


def test_keys_turned_reach_what_a_file_would_give_back(field: Cast, tmp_path: Path) -> None:
    (tmp_path / "numbers").mkdir()
    before = Identifier.objects.get(person__given="น้ำเอื้อย")
    assert before.sealed is None
    read_in(export(tmp_path / "numbers", PERSON=[person(PID="4", HID="2", CID=number(44), NAME="น้ำเอื้อย", LNAME="")]))
    read_in(export(tmp_path / "numbers", PERSON=[person(PID="4", HID="2", CID=number(45), NAME="น้ำเอื้อย", LNAME="")]))
    last = Batch.objects.latest("at")
    assert Footprint.objects.filter(batch=last, table="identifier").exists()
    ours = dict(sealing._rings)
    try:
        ring = {kind: ours[kind][0].secret.hex() for kind in ours}
        turned = {"field": "ab" * 32, "hash": "cd" * 32, "journal": ring["journal"]}
        sealing.use_keys(**turned, before={"field": [ring["field"]], "hash": [ring["hash"]]})
        deeds.reseal(by=INSTALLATION)
        sealing.use_keys(**turned)
        undo.take_back(by=INSTALLATION, batch=last, because="อ่านผิดแฟ้ม")
        assert Identifier.objects.get(person__given="น้ำเอื้อย").number == number(44)
        assert [row.person.given for row in queries.find(field.nurse, queries.Filters(number(44))).rows] == ["น้ำเอื้อย"]
    finally:
        sealing._rings.update(ours)


def test_a_file_whose_person_was_merged_since_is_taken_back_without_losing_anybody(
    field: Cast, two: tuple[Person, Person]
) -> None:
    batch = Batch.objects.latest("at")
    merge = joined(field, two)
    undo.take_back(by=INSTALLATION, batch=batch, because="อ่านผิดแฟ้ม")
    assert queries.person(field.nurse, str(two[1].pk)).pk == two[0].pk
    merges.unmerge(by=field.nurse, merge=merge, reason="คนละคน")
    assert {one.given for one in Person.objects.filter(pk__in=[one.pk for one in two])} == {"จันทร์แรม", "จันทร์แรมอีก"}


def test_a_merged_record_is_in_no_figure_and_no_worklist(field: Cast, two: tuple[Person, Person]) -> None:
    def counted() -> int:
        return sum(one.due for one in queries.currency(field.nurse) if one.fact == "identity")

    before, people = counted(), queries.count(field.nurse, queries.Filters())
    joined(field, two)
    assert (counted(), queries.count(field.nurse, queries.Filters())) == (before - 1, people - 1)
