"""The keeper of a district says where its sub-districts stand on the map, and every seat sees it so."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.journal.models import Details, Entry
from tests.cast import Cast
from tests.interfaces.web.conftest import Enter

PAGE = "/reports/map/arrange/"


def said(**moved: tuple[int, int]) -> dict[str, int]:
    """Every sub-district in the first column, one below the other, but for those moved (by code)."""
    places = {code: (at, 1) for at, code in enumerate(areas.children("9305"), start=1)}
    places |= {code.removeprefix("t"): place for code, place in moved.items()}
    rows = {f"row_{code}": row for code, (row, _) in places.items()}
    return rows | {f"column_{code}": column for code, (_, column) in places.items()}


def test_what_is_said_is_kept_journalled_and_drawn(enter: Enter, field: Cast) -> None:
    secretary = enter("secretary")
    assert "จัดแผนที่" in secretary.get("/reports/map/").content.decode()
    assert secretary.post(PAGE, said(t930512=(1, 3))).headers["Location"] == "/reports/map/"
    assert areas.map_places("9305")["930512"] == (1, 3)
    told = Entry.objects.get(did="areas.map_arranged")
    assert (told.actor_ref, told.to) == (field.secretary.ref, "area:9305")
    assert Details.objects.get(entry=told.pk).values["now"]["930512"] == "1,3"
    page = secretary.get("/reports/map/?measure=people").content.decode()
    assert "ตำแหน่งตำบลจัดโดยผู้ดูแลอำเภอ" in page
    assert "ตำแหน่งตำบลจัดโดยผู้ดูแลอำเภอ" in enter("regional").get("/reports/map/").content.decode()


def test_the_form_shows_how_the_map_stands(enter: Enter) -> None:
    enter("secretary").post(PAGE, said(t930512=(1, 3)))
    page = enter("secretary").get(PAGE).content.decode()
    field = page[page.index('name="column_930512"') :]
    assert 'value="3"' in field[: field.index(">")]


def test_two_at_one_place_are_refused_and_what_was_typed_stays(enter: Enter) -> None:
    first, second = areas.children("9305")[:2]
    answer = enter("secretary").post(PAGE, said(**{f"t{first}": (7, 2), f"t{second}": (7, 2)}))
    assert answer.status_code == 422
    assert "มีสองตำบลอยู่ช่องเดียวกัน" in answer.content.decode()
    assert answer.content.decode().count('value="7"') >= 2
    assert areas.map_places("9305") == {}


def test_a_place_off_the_map_is_refused(enter: Enter) -> None:
    for wrong in ((0, 1), (31, 1), (1, 4)):
        assert enter("secretary").post(PAGE, said(t930512=wrong)).status_code == 422
    assert areas.map_places("9305") == {}


def test_the_rule_comes_back(enter: Enter) -> None:
    secretary = enter("secretary")
    secretary.post(PAGE, said())
    assert areas.map_places("9305")
    assert secretary.post(PAGE, {"rule": "yes"}).status_code == 302
    assert areas.map_places("9305") == {}
    assert "ตำแหน่งตำบลจัดโดยผู้ดูแลอำเภอ" not in secretary.get("/reports/map/").content.decode()


def test_another_district_is_not_ones_to_arrange(enter: Enter) -> None:
    assert enter("secretary").get(PAGE + "?area=9001").status_code == 403
    assert enter("secretary").post(PAGE + "?area=9001", {"rule": "yes"}).status_code == 403
