"""Files read in: whole or piece by piece, stopped when implausible, and who a row means when numbers change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry.models import Batch, Change, Conflict, Duplicate, Household, Person, SourceRow
from sanam.domain.registry.operations import facts, files
from sanam.domain.registry.words import FactGroup, How
from sanam.interfaces.files.f43 import intake
from tests.cast import THERE, Cast, export, home, number, person, read_in

pytestmark = pytest.mark.django_db


def many(count: int, **said: str) -> list[dict[str, str]]:
    """People who have nothing in common but their family name and sex."""
    rows = range(1, count + 1)
    return [person(PID=str(n), CID=number(n), NAME=f"คน{n}", BIRTH=f"{1900 + n}0302", HID="1", **said) for n in rows]


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as long, and a piece as small."""
    monkeypatch.setattr(files, "ONE_PIECE", 0)
    monkeypatch.setattr("sanam.domain.registry.intake.pieces.CHUNK", 4)


def test_a_long_file_gives_what_a_short_one_gives(cast: Cast, tmp_path: Path, in_pieces: None) -> None:
    report = read_in(export(tmp_path, HOME=[home(HID="1")], PERSON=many(10)))
    assert report["people"] == {"new": 10, "changed": 0, "unchanged": 0}
    batch = Batch.objects.get()
    assert (batch.state, batch.rows, batch.rows_done) == ("done", 11, 11)
    again = read_in(export(tmp_path, HOME=[home(HID="1")], PERSON=many(10)))
    assert again["people"] == {"new": 0, "changed": 0, "unchanged": 10}


def test_a_reading_cut_short_goes_on_where_it_stopped(
    cast: Cast, tmp_path: Path, in_pieces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(tmp_path, HOME=[home(HID="1")], PERSON=many(10))
    kept = files._keep_piece

    def killed_at_the_fourth(batch: Batch, number: int, *rest: Any) -> None:
        if number == 4:
            raise KeyboardInterrupt
        kept(batch, number, *rest)

    monkeypatch.setattr(files, "_keep_piece", killed_at_the_fourth)
    with pytest.raises(KeyboardInterrupt):
        read_in(path)
    assert (Person.objects.count(), Batch.objects.get().state) == (4, "reading")
    monkeypatch.setattr(files, "_keep_piece", kept)
    report = read_in(path)
    assert report["people"] == {"new": 10, "changed": 0, "unchanged": 0}
    assert (Person.objects.count(), Batch.objects.get().state) == (10, "done")
    assert SourceRow.objects.filter(file="PERSON").count() == 10


def test_two_who_read_the_same_long_file_do_not_both_keep_a_piece(
    cast: Cast, tmp_path: Path, in_pieces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(tmp_path, PERSON=many(10))
    kept = files._keep_piece

    def somebody_else_was_quicker(batch: Batch, number: int, *rest: Any) -> None:
        Batch.objects.filter(pk=batch.pk).update(step=number)
        kept(batch, number, *rest)

    monkeypatch.setattr(files, "_keep_piece", somebody_else_was_quicker)
    with pytest.raises(Refused) as refusal:
        read_in(path)
    assert refusal.value.code == "registry.read_by_another"
    assert not Person.objects.exists()


def test_a_file_in_which_everybody_has_one_number_stops_and_asks(cast: Cast, tmp_path: Path) -> None:
    rows = [row | {"CID": number(1)} for row in many(110)]
    path = export(tmp_path, PERSON=rows)
    with pytest.raises(Refused) as refusal:
        read_in(path)
    assert refusal.value.code == "registry.many_duplicates"
    assert (Person.objects.count(), Batch.objects.count()) == (0, 0)
    report = intake.read_in(by=INSTALLATION, path=path, accept_duplicates=True)
    assert report["people"]["new"] == 110


def test_a_few_wrong_numbers_stop_nothing(cast: Cast, tmp_path: Path) -> None:
    rows = many(110)
    for row in rows[:10]:
        row["CID"] = number(109)
    assert read_in(export(tmp_path, PERSON=rows))["people"]["new"] == 110


def test_a_pid_given_to_somebody_else_is_somebody_else(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))]))
    other = person(PID="1", CID=number(2), NAME="สมชาย", LNAME="ใจดี", SEX="1", D_UPDATE="20261001000000")
    report = read_in(export(tmp_path, PERSON=[other]))
    assert report["people"] == {"new": 1, "changed": 0, "unchanged": 0}
    assert sorted(Person.objects.values_list("given", flat=True)) == ["สมชาย", "เอียด"]


def test_a_number_put_right_by_its_only_source_is_taken_and_shown_masked(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))]))
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(2), D_UPDATE="20261001000000")]))
    (one,) = Person.objects.all()
    assert one.identifiers.get().number == number(2)
    change = Change.objects.get(field="national_id")
    assert number(2)[7:] not in change.new + change.old


def test_a_number_two_hospitals_disagree_on_is_a_conflict(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1))]))
    read_in(export(tmp_path, PERSON=[person(HOSPCODE=THERE, PID="7", CID=number(1))]))
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(2), D_UPDATE="20261001000000")]))
    (one,) = Person.objects.all()
    assert one.identifiers.get().number == number(1)
    assert Conflict.objects.get().field == "national_id"


@pytest.mark.parametrize("first", ["here", "there"])
def test_equal_rank_and_stamp_are_settled_the_same_in_any_order(cast: Cast, tmp_path: Path, first: str) -> None:
    here = export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME="เอียด")])
    there = export(tmp_path, PERSON=[person(HOSPCODE=THERE, PID="7", CID=number(1), NAME="เอียค")])
    for path in (here, there) if first == "here" else (there, here):
        read_in(path)
    assert Person.objects.get().given == "เอียด"


def test_equal_numbers_and_nothing_else_alike_wait_for_a_human(cast: Cast, tmp_path: Path) -> None:
    rows = [person(PID="1", CID=number(1)), person(PID="2", CID=number(1), NAME="สมชาย", SEX="1", LNAME="ใจดี")]
    read_in(export(tmp_path, PERSON=rows))
    assert (Person.objects.count(), Duplicate.objects.get().decision) == (2, "")


def test_a_newer_export_that_says_the_same_is_remembered_as_newer(cast: Cast, tmp_path: Path) -> None:
    for name, stamp in (("กล้า", "20260101000000"), ("กล้า", "20260901000000"), ("ขวัญ", "20260501000000")):
        read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME=name, D_UPDATE=stamp)]))
    assert Person.objects.get().given == "กล้า"


def test_a_blank_name_or_discharge_takes_nothing_away(cast: Cast, tmp_path: Path) -> None:
    dead = person(PID="1", CID=number(1), DISCHARGE="1", DDISCHARGE="20260301")
    read_in(export(tmp_path, PERSON=[dead]))
    read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME="", DISCHARGE="", D_UPDATE="20261001000000")]))
    one = Person.objects.get()
    assert (one.given, one.life) == ("เอียด", "dead")


def test_who_is_new_and_nameless_is_called_so_and_alive(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="1", NAME="", DISCHARGE="")]))
    one = Person.objects.get()
    assert (one.given, one.life) == ("ไม่ทราบชื่อ", "alive")


def test_an_older_row_of_the_same_file_fills_what_the_newest_leaves_blank(cast: Cast, tmp_path: Path) -> None:
    old = person(PID="1", MOBILE="0000011111", D_UPDATE="20260101000000")
    read_in(export(tmp_path, PERSON=[old, person(PID="1", MOBILE="", D_UPDATE="20260901000000")]))
    assert Person.objects.get().phone == "0000011111"


def test_a_person_counts_once_however_many_hospitals_speak_of_them(cast: Cast, tmp_path: Path) -> None:
    rows = [person(PID="1", CID=number(1)), person(HOSPCODE=THERE, PID="9", CID=number(1), TYPEAREA="2")]
    path = export(tmp_path, PERSON=rows)
    assert read_in(path)["people"] == {"new": 1, "changed": 0, "unchanged": 0}
    assert read_in(path)["people"] == {"new": 0, "changed": 0, "unchanged": 1}


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_newest_export_names_the_house_and_an_older_one_fills_blanks(
    cast: Cast, tmp_path: Path, newest_first: bool
) -> None:
    new = export(tmp_path, HOME=[home(HID="1", HOUSE="47", ROAD="", D_UPDATE="20260901000000")])
    old = export(tmp_path, HOME=[home(HID="1", HOUSE="46", ROAD="เก่า", D_UPDATE="20260101000000")])
    for path in (new, old) if newest_first else (old, new):
        read_in(path)
    house = Household.objects.get()
    assert (house.house_no, house.road) == ("47", "เก่า")


def test_everybody_moves_with_a_house_that_is_put_right(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(HID="1")], PERSON=[person(PID="1", HID="1", CID=number(1))]))
    read_in(export(tmp_path, HOME=[home(HID="1", HOUSE="48", VILLAGE="03", D_UPDATE="20261001000000")]))
    one = Person.objects.get()
    assert one.area_code == "93051203"
    assert "#48" in one.search_text


def test_a_house_where_somebody_was_seen_stays_and_the_dispute_is_listed(
    field: Cast, ours: Person, tmp_path: Path
) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.ADDRESS, on=clock.today(), how=How.VISIT)
    read_in(export(tmp_path, HOME=[home(HID="1", HOUSE="48", VILLAGE="03", D_UPDATE="20261001000000")]))
    ours.refresh_from_db()
    assert (ours.household.house_no, ours.area_code) == ("47", "93051205")
    assert Conflict.objects.get(person=ours).offered == "48 93051203"
