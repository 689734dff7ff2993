"""areas: names of places, abolished codes, villages noted from data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sanam.domain.areas import operations, queries
from sanam.domain.areas.models import Area
from sanam.domain.foundation.actor import INSTALLATION, NO_ONE
from sanam.domain.foundation.refused import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def names_forgotten() -> Iterator[None]:
    queries.forget_names()
    yield
    queries.forget_names()


def test_the_whole_country_comes_with_the_database() -> None:
    lengths = [len(code) for code in Area.objects.filter(abolished=False).values_list("code", flat=True)]
    assert (lengths.count(2), lengths.count(4)) == (77, 928)
    assert lengths.count(6) > 7400


def test_khuan_khanun_has_its_twelve_subdistricts() -> None:
    codes = [code[4:] for code in queries.children("9305")]
    assert codes == ["01", "02", "04", "05", "06", "08", "09", "10", "11", "12", "13", "16"]


@pytest.mark.parametrize(("old", "new"), [("03", "03"), ("07", "01"), ("14", "04"), ("15", "02")])
def test_what_became_pa_phayom_is_read_as_pa_phayom(old: str, new: str) -> None:
    assert queries.current_code(f"9305{old}") == f"9310{new}"
    assert queries.current_code(f"9305{old}07") == f"9310{new}07"
    assert queries.successors()[f"9305{old}"] == f"9310{new}"


def test_a_code_in_force_stays_itself() -> None:
    assert queries.current_code("930508") == "930508"


def test_a_place_split_among_several_has_no_successor() -> None:
    assert queries.current_code("104701") == "104701"


@pytest.mark.parametrize(
    ("code", "th", "en"),
    [
        ("930512", "ต.พนางตุง อ.ควนขนุน จ.พัทลุง", "Phanang Tung Subdistrict, Khuan Khanun District, Phatthalung Province"),
        ("100101", "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร", None),
        ("99", "", ""),
    ],
)
def test_a_place_is_said_with_all_it_lies_in(code: str, th: str, en: str | None) -> None:
    assert queries.full_name(code) == th
    assert en is None or queries.full_name(code, "en") == en


def test_a_village_is_noted_once_and_named_when_its_name_comes() -> None:
    assert operations.note_villages(by=INSTALLATION, villages={"93050801": ""}) == 1
    assert queries.said("93050801") == "หมู่ 1"
    assert operations.note_villages(by=INSTALLATION, villages={"93050801": "ทดลอง"}) == 0
    assert queries.said("93050801") == "หมู่ 1 บ้านทดลอง"
    assert operations.note_villages(by=INSTALLATION, villages={"93050801": "ชื่ออื่น"}) == 0
    assert queries.name("93050801") == "ทดลอง"


@pytest.mark.parametrize("code", ["93050800", "9305080", "930508ab", "๙๓๐๕๐๘๐๑"])
def test_what_is_no_village_code_is_not_noted(code: str) -> None:
    assert operations.note_villages(by=INSTALLATION, villages={code: "ทดลอง"}) == 0


def test_a_village_noted_by_another_process_is_found() -> None:
    queries.name("93")
    Area.objects.create(code="93050802", name_th="สอง", sort_key="สอง")
    assert queries.name("93050802") == "สอง"


def test_a_stranger_notes_nothing() -> None:
    with pytest.raises(NotAllowed):
        operations.note_villages(by=NO_ONE, villages={"93050801": "ทดลอง"})


def test_places_within_a_district_by_level() -> None:
    assert len(queries.inside(["9305"], [6])) == 12
    assert queries.inside([], [6]) == []
