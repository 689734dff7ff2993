"""Rights, long illnesses and villages: read from the 43 files, shown as far as a mandate goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.registry import queries
from sanam.domain.registry.models import Coverage, Illness, Person, SourceRow, VillageFact
from tests.cast import HERE, THERE, Cast, export, number, person, read_in

pytestmark = pytest.mark.django_db


def card(**said: str) -> dict[str, str]:
    usual = {"HOSPCODE": HERE, "PID": "1", "INSTYPE_NEW": "0100", "STARTDATE": "20021001", "MAIN": "99301"}
    return usual | {"SUB": HERE, "D_UPDATE": "20260930120000"} | said


def chronic(**said: str) -> dict[str, str]:
    usual = {"HOSPCODE": HERE, "PID": "1", "DATE_DIAG": "20150601", "CHRONIC": "E11.9", "TYPEDISCH": "03"}
    return usual | {"D_UPDATE": "20260930120000"} | said


def problems(report: dict[str, list[dict[str, str]]]) -> list[tuple[object, ...]]:
    return [(one["file"], one["line"], one["column"], one["code"]) for one in report["problems"]]


def test_a_right_says_which_since_when_until_when_and_where(field: Cast, ours: Person, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, CARD=[card(EXPIREDATE="20991231", INSID="WEL-77")]))
    assert {"name": "CARD", "rows": 1, "applied": 1, "problems": 0} in report["files"]
    (one,) = queries.rights(field.nurse, str(ours.pk)).coverages
    assert (one.scheme, one.since, one.until) == ("0100", "2002-10-01", "2099-12-31")
    assert (one.main, one.sub, one.number) == ("99301", HERE, "WEL-77")


def test_a_card_numbered_by_the_national_id_does_not_keep_it_in_clear(field: Cast, tmp_path: Path) -> None:
    dashed = f"{number(1)[0]}-{number(1)[1:5]}-{number(1)[5:10]}-{number(1)[10:12]}-{number(1)[12]}"
    read_in(export(tmp_path, CARD=[card(INSID=number(1)), card(PID="2", INSID=dashed)]))
    assert set(Coverage.objects.values_list("number", flat=True)) == {""}


def test_a_right_of_a_code_we_cannot_name_is_kept_by_it_and_told_once(field: Cast, tmp_path: Path) -> None:
    report = read_in(
        export(tmp_path, CARD=[card(INSTYPE_NEW="9X"), card(PID="2", INSTYPE_NEW="9X"), card(PID="3", INSTYPE_NEW="")])
    )
    assert problems(report) == [
        ("CARD", 2, "INSTYPE_NEW", "unknown_scheme"),
        ("CARD", 4, "INSTYPE_NEW", "no_scheme"),
    ]
    assert Coverage.objects.filter(scheme="9X").count() == 2


def test_the_newest_export_says_how_long_a_right_lasts_and_a_blank_takes_nothing_away(
    field: Cast, tmp_path: Path
) -> None:
    read_in(export(tmp_path, CARD=[card(EXPIREDATE="20271231")]))
    read_in(export(tmp_path, CARD=[card(EXPIREDATE="20281231", MAIN="", D_UPDATE="20261001000000")]))
    read_in(export(tmp_path, CARD=[card(EXPIREDATE="20201231", D_UPDATE="20200101000000")]))
    one = Coverage.objects.get()
    assert (one.until, one.main) == ("2028-12-31", "99301")


def test_an_illness_is_seen_only_where_the_mandate_shows_health(field: Cast, ours: Person, tmp_path: Path) -> None:
    read_in(export(tmp_path, CHRONIC=[chronic()]))
    (one,) = queries.rights(field.nurse, str(ours.pk)).illnesses or []
    assert (one.code, one.since, one.state, one.ended_on) == ("E119", "2015-06-01", "in_treatment", "")
    assert queries.rights(field.local, str(ours.pk)).illnesses is None


def test_what_is_no_diagnosis_is_listed_and_left_out(field: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, CHRONIC=[chronic(CHRONIC="เบาหวาน"), chronic(TYPEDISCH="77")]))
    assert problems(report) == [("CHRONIC", 2, "CHRONIC", "diagnosis"), ("CHRONIC", 3, "TYPEDISCH", "bad_code")]
    assert Illness.objects.count() == 1


def test_rows_of_nobody_known_are_listed(field: Cast, tmp_path: Path) -> None:
    report = read_in(export(tmp_path, CHRONIC=[chronic(PID="999")]))
    assert problems(report) == [("CHRONIC", 2, "PID", "unknown_person")]


def test_two_hospitals_each_keep_their_word(field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(HOSPCODE=THERE, PID="8", CID=number(1), TYPEAREA="4")]))
    read_in(export(tmp_path, CHRONIC=[chronic(), chronic(HOSPCODE=THERE, PID="8", TYPEDISCH="01")]))
    assert set(Illness.objects.values_list("hospital", "state")) == {(HERE, "in_treatment"), (THERE, "recovered")}


def test_a_village_has_its_place_and_the_counts_somebody_uses(field: Cast, tmp_path: Path) -> None:
    said = {"HOSPCODE": HERE, "VID": "93051205", "LATITUDE": "7.79", "LONGITUDE": "100.12", "NUMACTUALLY": "412"}
    read_in(export(tmp_path, VILLAGE=[said | {"NTRADITIONAL": "2", "D_UPDATE": "20260930120000"}]))
    (one,) = queries.villages(field.nurse, "930512")
    assert (one.latitude, one.longitude, one.people, one.healers, one.temples) == (7.79, 100.12, 412, 2, None)


def test_who_does_not_see_the_people_of_a_village_reads_no_count_of_it(field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, VILLAGE=[{"HOSPCODE": HERE, "VID": "93051205", "NUMSTATELESS": "1", "D_UPDATE": ""}]))
    assert [one.stateless for one in queries.villages(field.local, "930512")] == [1]
    for name in ("regional", "volunteer", "stranger", "unscoped"):
        assert not queries.villages(field.actors[name], "930512")
    assert not queries.villages(field.nurse, "9305")


def test_a_village_that_is_no_place_is_listed(field: Cast, tmp_path: Path) -> None:
    report = read_in(
        export(
            tmp_path,
            VILLAGE=[
                {"HOSPCODE": HERE, "VID": "99999901", "D_UPDATE": ""},
                {"HOSPCODE": HERE, "VID": "93051205", "NTEMPLE": "มาก", "D_UPDATE": "20260930120000"},
            ],
        )
    )
    assert problems(report) == [("VILLAGE", 2, "VID", "area_code"), ("VILLAGE", 3, "NTEMPLE", "bad_count")]
    assert VillageFact.objects.count() == 1


def test_the_rows_themselves_are_kept_whole(field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, CARD=[card(REMARK="ข้อมูลสมมติ")]))
    assert SourceRow.objects.filter(file="CARD").count() == 1


def test_the_same_file_twice_changes_nothing(field: Cast, tmp_path: Path) -> None:
    path = export(tmp_path, CARD=[card()], CHRONIC=[chronic()])
    read_in(path)
    before = [list(model.objects.order_by("id").values()) for model in (Coverage, Illness)]
    read_in(path)
    assert [list(model.objects.order_by("id").values()) for model in (Coverage, Illness)] == before
