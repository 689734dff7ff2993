"""What a stranger's eyes found: made-up cursors, numbers known elsewhere, births to come, hints that are numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal.queries import about
from sanam.domain.notices.models import Notice
from sanam.domain.registry import queries
from sanam.domain.registry.models import Duplicate, Household, Person
from sanam.domain.registry.operations import people
from sanam.domain.registry.operations.people import NewPerson
from tests.cast import Cast, export, home, number, person, read_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("after", ["zz", "|", "\0", "ก|not-a-uuid", "ก\0|01a20e8d-76cd-7618-a4f8-9f389df84691"])
def test_a_cursor_somebody_made_up_begins_at_the_first(field: Cast, after: str) -> None:
    assert queries.find(field.nurse, queries.Filters(), after).rows == queries.find(field.nurse, queries.Filters()).rows


def test_a_number_known_elsewhere_waits_for_who_sees_both_and_its_keeper_hears(field: Cast, foreign: Person) -> None:
    new = NewPerson("สมหมาย", "ไกลบ้าน", "93051205", number=number(9))
    added = people.add(by=field.nurse, new=new)
    assert Duplicate.objects.get(second=added).first == foreign
    assert queries.may_be_elsewhere(added)
    assert Notice.objects.get(kind="person.asked_for").seat_ref == field.stranger.ref
    assert [entry.did for entry in about(foreign.ref)] == ["person.asked_for"]
    assert not queries.card(field.nurse, str(added.pk)).in_doubt, "whom she cannot see she cannot judge"


def test_a_birth_that_has_not_come_is_asked_again(field: Cast) -> None:
    new = NewPerson("อนาคต", "", "93051205", birth=PartialDate(2050), why_no_number="not_asked")
    with pytest.raises(BadInput):
        people.add(by=field.nurse, new=new)


def test_a_volunteers_own_number_is_not_kept_in_the_open(cast: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, HOME=[home(HID="1", VHVID=number(7)), home(HID="2", HOUSE="2", VHVID="อสม.สุดา")]))
    hints = sorted(Household.objects.values_list("volunteer_hint", flat=True))
    assert hints[1] == "อสม.สุดา"
    assert number(7) not in hints[0]
    assert hints[0].startswith("#")


def test_who_has_no_house_is_kept_where_the_hospital_stands(cast: Cast, tmp_path: Path) -> None:
    rows = [person(PID="1", HID="", TYPEAREA="5"), person(HOSPCODE="99001", PID="2", HID="", NAME="ไกล")]
    read_in(export(tmp_path, PERSON=rows))
    assert {one.given: one.area_code for one in Person.objects.all()} == {"เอียด": "930512", "ไกล": "900101"}
    assert queries.placeless() == 0
    read_in(export(tmp_path, PERSON=[person(HOSPCODE="99555", PID="3", HID="", NAME="ไม่รู้ที่")]))
    assert queries.placeless() == 1


@pytest.mark.parametrize(
    "text", ["นางเอียด", "นางเอียด ทองนุ่น", "เอียดทองนุ่น", "บ้านเลขที่ 47", "47 หมู่ 5", "น.ส.พิมพ์", "3–9800–00000–03–1"]
)
def test_people_are_found_as_the_page_itself_writes_them(field: Cast, text: str) -> None:
    assert queries.find(field.nurse, queries.Filters(text)).rows


def test_a_title_alone_finds_names_that_hold_it_and_not_everybody(field: Cast) -> None:
    assert not queries.find(field.nurse, queries.Filters("นาง")).rows
