"""A file taken back: as if it had never been read, but for what a hand or a later file did since."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotHere, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.registry import queries
from sanam.domain.registry.models import Batch, Change, Conflict, GroupMembership, Household, Person, SourceRow
from sanam.domain.registry.operations import facts, groups, people, residences, undo
from sanam.domain.registry.operations.undo import Foreseen
from sanam.domain.registry.words import BatchState, FactGroup, How
from tests.cast import HERE, Cast, address, export, home, number, person, read_in

pytestmark = pytest.mark.django_db
TODAY = clock.today()
OTHER = "99308"
COUNTED_ON = {"version", "updated_at"}
"""They go up when a value returns, so that a form opened meanwhile notices."""
MEMORY = {"Batch", "Problem"}
"""A file taken back is remembered, with what was odd about it."""


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the registry, but for what only counts."""
    models = [one for one in apps.get_app_config("registry").get_models() if one.__name__ not in MEMORY]
    return {
        model.__name__: [
            {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}
            for row in model._base_manager.order_by("pk").values(
                *(field.attname for field in model._meta.concrete_fields if field.name not in COUNTED_ON)
            )
        ]
        for model in models
    }


def read(path: Path) -> Batch:
    return Batch.objects.get(pk=read_in(path)["batch"])


def take_back(batch: Batch, **more: Any) -> Foreseen:
    return undo.take_back(by=INSTALLATION, batch=batch, **more)


def kept(foreseen: Foreseen) -> set[tuple[str, str]]:
    return {(one.what, one.why) for one in foreseen.kept}


PEOPLE = st.fixed_dictionaries(
    {
        "HOSPCODE": st.sampled_from([HERE, OTHER]),
        "PID": st.sampled_from("123"),
        "CID": st.sampled_from(["", "123", number(1), number(2), number(3)]),
        "HID": st.sampled_from(["", "1", "2"]),
        "NAME": st.sampled_from(["เอียด", "เอียค", "พิมพ์", ""]),
        "LNAME": st.sampled_from(["ทองนุ่น", "ขุนแก้ว", ""]),
        "SEX": st.sampled_from("12"),
        "BIRTH": st.sampled_from(["19420302", "19420101", ""]),
        "MOBILE": st.sampled_from(["", "0000011111", "0000022222"]),
        "TYPEAREA": st.sampled_from("12345"),
        "DISCHARGE": st.sampled_from(["9", "1", "2", ""]),
        "DDISCHARGE": st.sampled_from(["", "20260301"]),
        "D_UPDATE": st.sampled_from(["20260101000000", "20260601000000", "20260901000000"]),
    }
)
HOUSES = st.fixed_dictionaries(
    {
        "HOSPCODE": st.sampled_from([HERE, OTHER]),
        "HID": st.sampled_from("12"),
        "HOUSE_ID": st.sampled_from(["", "93050000011", "93050000022"]),
        "HOUSE": st.sampled_from(["47", "12/3"]),
        "VILLAGE": st.sampled_from(["05", "03"]),
        "VHVID": st.sampled_from(["", "อสม. ก"]),
        "D_UPDATE": st.sampled_from(["20260101000000", "20260601000000"]),
    }
)
ABOUT = {"HOSPCODE": st.sampled_from([HERE, OTHER]), "PID": st.sampled_from("123")}
FILES = st.fixed_dictionaries(
    {
        "PERSON": st.lists(PEOPLE.map(lambda row: person(**row)), max_size=5),
        "HOME": st.lists(HOUSES.map(lambda row: home(**row)), max_size=3),
        "ADDRESS": st.lists(
            st.fixed_dictionaries(ABOUT | {"ADDRESSTYPE": st.sampled_from("12")}).map(lambda row: address(**row)),
            max_size=2,
        ),
        "DISABILITY": st.lists(st.fixed_dictionaries(ABOUT | {"DISABTYPE": st.sampled_from("13")}), max_size=2),
        "DEATH": st.lists(st.fixed_dictionaries(ABOUT | {"DDEATH": st.just("20260401")}), max_size=1),
        "CARD": st.lists(
            st.fixed_dictionaries(
                ABOUT | {"INSTYPE_NEW": st.sampled_from(["0100", "4200"]), "MAIN": st.sampled_from(["", "9"])}
            ),
            max_size=2,
        ),
        "CHRONIC": st.lists(
            st.fixed_dictionaries(
                ABOUT | {"CHRONIC": st.sampled_from(["I10", "E119"]), "TYPEDISCH": st.sampled_from(["03", "01"])}
            ),
            max_size=2,
        ),
        "VILLAGE": st.lists(
            st.fixed_dictionaries(
                {"HOSPCODE": st.just(HERE), "VID": st.just("93051205"), "NTEMPLE": st.sampled_from(["", "1", "2"])}
            ),
            max_size=1,
        ),
        "SERVICE": st.lists(st.fixed_dictionaries(ABOUT | {"SEQ": st.sampled_from("12")}), max_size=2),
    }
)


def write(files: dict[str, list[dict[str, str]]]) -> Path:
    return export(Path(tempfile.mkdtemp()), **{name: rows for name, rows in files.items() if rows} or {"PERSON": []})


QUICKLY = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@QUICKLY
@given(before=st.lists(FILES, max_size=2), seen=st.booleans(), file=FILES)
def test_read_in_and_taken_back_is_as_if_never_read(
    cast: Cast, before: list[dict[str, list[dict[str, str]]]], seen: bool, file: dict[str, list[dict[str, str]]]
) -> None:
    with transaction.atomic():
        for one in before:
            read_in(write(one))
        if seen and (known := Person.objects.filter(area_code__startswith="9305").order_by("id").first()):
            facts.confirm(by=cast.secretary, person=known, fact=FactGroup.IDENTITY, on=TODAY, how=How.VISIT)
        stood = everything()
        foreseen = take_back(read(write(file)))
        assert everything() == stood
        assert foreseen.kept == []
        transaction.set_rollback(True)


@QUICKLY
@given(first=FILES, second=FILES)
def test_two_files_taken_back_in_any_order_leave_nothing(
    cast: Cast, first: dict[str, list[dict[str, str]]], second: dict[str, list[dict[str, str]]]
) -> None:
    with transaction.atomic():
        stood = everything()
        older, newer = read(write(first)), read(write(second))
        take_back(older)
        take_back(newer)
        assert everything() == stood
        transaction.set_rollback(True)


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
    from sanam.domain.registry.operations import conflicts

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
    from sanam.domain.notices.models import Notice

    batch = Batch.objects.get(pk=read_in(export(tmp_path, PERSON=[person(PID="55")]), by=field.nurse)["batch"])
    take_back(batch, because="ส่งผิดอำเภอ")
    assert Notice.objects.filter(seat_ref=field.nurse.ref, kind="file.undone").exists()
    assert Entry.objects.get(did="file.taken_back").because == "ส่งผิดอำเภอ"
