"""The chair on real phones: three to six legs, long names, figures that neither touch nor leave the picture."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import District, Doors

pytestmark = pytest.mark.browser
Box = dict[str, float]
SMALLEST = {390: 14.0, 320: 12.0}


def figures(page: Page) -> list[Box]:
    """Where the figures under the legs stand on the screen."""
    return [box for one in page.locator(".pic > svg text").all() if (box := one.bounding_box())]


def overlap(one: Box, other: Box) -> bool:
    beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
    above = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
    return not (beside or above)


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("legs", [3, 4, 5, 6])
def test_a_chair_draws_well_on_a_phone(enter: Doors, district: District, legs: int, width: int) -> None:
    page = enter("nurse", width=width)
    page.goto(district.at(f"/team/{{board{legs}}}/"))
    picture = page.locator(".pic > svg").bounding_box()
    found = figures(page)
    assert picture
    assert len(found) == legs
    assert not any(overlap(one, other) for one, other in combinations(found, 2))
    for box in found:
        assert picture["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= picture["x"] + picture["width"] + 1
    drawn = page.locator(".pic > svg text").first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a"
    )
    assert drawn >= SMALLEST[width]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_label_the_names_and_the_table_say_the_same(enter: Doors, district: District) -> None:
    page = enter("nurse", width=390)
    page.goto(district.at("/team/{board5}/"))
    label = page.get_by_role("img", name="เก้าอี้ 5 ขา").get_attribute("aria-label") or ""
    page.get_by_text("อ่านเป็นตาราง").click()
    rows = page.locator("details table tbody tr").all()
    assert len(rows) == 5
    for row in rows:
        name, length = row.locator("th").inner_text().strip(), row.locator("td").first.inner_text().strip()
        assert f"{name} {length}" in label
        assert page.locator(".leg-names").get_by_text(length).count() >= 1
    assert "เอนไปทาง" in label


def test_the_one_small_step_leads_to_the_empty_seat(enter: Doors, district: District) -> None:
    page = enter("nurse", width=390)
    page.goto(district.at("/team/{board4}/"))
    page.get_by_role("link", name="ดูที่นั่งนี้").click()
    assert "#seat-" in page.url
    assert "ยังไม่เคยมีคนนั่ง" in page.locator("tr:target").inner_text()
