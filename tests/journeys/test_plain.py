"""Where scripts do not run, or the network fails, the work goes on and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.cast import PASSWORD
from tests.journeys.conftest import Doors
from tests.journeys.steps import add, confirm, correct, found, go, main, open_person, search, seat_menu, sign_in, title

pytestmark = pytest.mark.browser
SAID = re.compile("ลอง|ไม่ได้|ไม่ถึง|ขาด")


def test_the_core_works_without_scripts(enter: Doors) -> None:
    page = enter("nobody", width=390, javascript=False)
    sign_in(page, "nurse", PASSWORD)
    title(page, "วันนี้")
    search(page, "หวล")
    expect(found(page)).to_have_count(1)
    open_person(page, "หวล ขุนดำ")
    confirm(page, fact="ที่อยู่")
    correct(page, label="นามสกุล", old="ขุนดำ", new="ขุนดำดี", how="โทรถาม")
    page.get_by_role("link", name="ประวัติ").click()
    expect(main(page).get_by_role("row").filter(has_text="นามสกุล")).to_contain_text("ขุนดำดี")
    go(page, "ผู้คน")
    page.get_by_role("link", name="เพิ่มคน").click()
    add(page, given="ทับทิม", family="ไร้สคริปต์", why="ยังไม่ได้ถาม")
    title(page, "ทับทิม ไร้สคริปต์")


def test_lists_are_narrowed_and_continued_without_scripts(enter: Doors) -> None:
    page = enter("nurse", width=390, javascript=False)
    page.goto("/people/")
    first = found(page).all_inner_texts()
    page.get_by_role("link", name="ดูต่อ").click()
    expect(found(page).first).not_to_have_text(first[0])
    assert len(first) == 25
    assert not set(first) & set(found(page).all_inner_texts())
    disabled = page.get_by_role("navigation", name="กลุ่ม").get_by_role("link", name="คนพิการ")
    disabled.click()
    expect(disabled).to_have_attribute("aria-current", "true")
    narrowed = found(page).all_inner_texts()
    page.reload()
    assert found(page).all_inner_texts() == narrowed
    rows = page.locator("#rows").get_by_role("listitem").filter(has_not_text="ดูต่อ").all_inner_texts()
    assert len(rows) == 23  # one of the two dozen has moved away
    assert all("พิการ" in row for row in rows)


def test_a_language_and_a_seat_are_chosen_without_scripts(enter: Doors) -> None:
    page = enter("nobody", width=390, javascript=False)
    page.goto("/sign-in/")
    page.get_by_role("button", name="EN").click()
    title(page, "Sign in")
    page.get_by_role("button", name="ไทย").click()
    sign_in(page, "nurse", PASSWORD)
    seat_menu(page).click()
    page.get_by_role("button", name="ควนขนุน").click()
    expect(seat_menu(page)).to_contain_text("ควนขนุน")
    page.goto("/people/")
    expect(main(page)).to_contain_text("ยังไม่มีใคร")


@pytest.mark.parametrize("trouble", ["no network", "server failed"])
def test_a_search_that_fails_says_so_and_keeps_what_was_typed(enter: Doors, trouble: str) -> None:
    page = enter("nurse", width=390)
    page.goto("/people/")
    before = found(page).all_inner_texts()
    page.route("**/people/**", cut_off if trouble == "no network" else fail)
    field = page.get_by_role("searchbox")
    field.press_sequentially("หวล")
    told = page.get_by_role("alert").or_(page.get_by_role("status")).filter(has_text=SAID).first
    expect(told).to_be_visible()
    expect(field).to_have_value("หวล")
    assert found(page).all_inner_texts() == before
    page.unroute("**/people/**")
    field.press("Backspace")
    expect(found(page)).to_have_count(1)
    expect(told).to_be_hidden()


def cut_off(route: Route) -> None:
    route.abort("internetdisconnected") if "hx-request" in route.request.headers else route.continue_()


def fail(route: Route) -> None:
    route.fulfill(status=500, body="<h1>x</h1>") if "hx-request" in route.request.headers else route.continue_()
