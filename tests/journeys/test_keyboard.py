"""Everything by keyboard alone: seen where one stands, in the order of the page, nothing out of reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.cast import PASSWORD
from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import measured
from tests.journeys.steps import found, main, seat_menu

pytestmark = pytest.mark.browser
PAGES = {
    "sign_in": ("nobody", "/sign-in/"),
    "today": ("nurse", "/"),
    "people": ("nurse", "/people/"),
    "add_person": ("nurse", "/people/add/"),
    "person": ("nurse", "/people/{เอียด}/"),
    "history": ("nurse", "/people/{เอียด}/history/"),
    "move_person": ("nurse", "/people/{เอียด}/move/"),
    "correct_person": ("nurse", "/people/{เอียด}/correct/"),
    "gathering": ("nurse", "/gatherings/{gathering}/"),
    "host_room": ("nurse", "/gatherings/rooms/{told_room}/"),
    "room_outcome": ("nurse", "/gatherings/rooms/{closed_room}/result/"),
    "imports": ("nurse", "/imports/"),
    "account": ("nurse", "/account/"),
}
# every page on a phone, where little room is; on a desk those whose order of things differs there
WALKS = [*((name, 390) for name in PAGES), *((name, 1280) for name in ("today", "people", "person"))]


@pytest.mark.parametrize(("name", "width"), WALKS)
def test_tab_walks_the_whole_page_in_its_order(enter: Doors, district: District, name: str, width: int) -> None:
    who, path = PAGES[name]
    page = enter(who, width=width)
    page.goto(district.at(path))
    measured(page, "fromTheTop")
    stood = []
    for _ in range(len(measured(page, "reachable"))):
        page.keyboard.press("Tab")
        stood.append(measured(page, "stand"))
    assert [one["at"] for one in stood] == measured(page, "reachable"), [one["what"] for one in stood]
    assert [one["what"] for one in stood if one["unseen"]] == [], "no sign of the focus"
    assert [one["what"] for one in stood if one["covered"]] == [], "the focus is under something"


@pytest.mark.parametrize("name", ["today", "people", "person"])
def test_the_first_stop_leads_past_the_navigation(enter: Doors, district: District, name: str) -> None:
    page = enter("nurse", width=390)
    page.goto(district.at(PAGES[name][1]))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="ข้ามไปเนื้อหา")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_slash_goes_to_search_but_stays_a_slash_where_one_writes(enter: Doors) -> None:
    page = enter("nurse")
    page.goto("/")
    page.keyboard.press("/")
    page.wait_for_url("**/people/**")
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    expect(search).to_have_value("")
    page.keyboard.type("47/1")
    expect(search).to_have_value("47/1")


@pytest.mark.parametrize("width", [390, 1280])
def test_escape_closes_the_seat_menu_and_stands_where_one_was(enter: Doors, width: int) -> None:
    page = enter("nurse", width=width)
    page.goto("/")
    seat = seat_menu(page)
    away = page.get_by_role("button", name="ออกจากระบบ")
    seat.focus()
    page.keyboard.press("Enter")
    expect(away).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(away).to_be_hidden()
    expect(seat).to_be_focused()


def test_a_round_without_a_mouse(enter: Doors, district: District) -> None:
    page = enter("nobody")
    page.goto("/people/")
    page.keyboard.type("nurse")  # the first field is where one stands
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="ผู้คน")).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("ลำดว")
    expect(found(page)).to_have_count(1)
    go_to(page, found(page))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="ลำดวน")).to_be_visible()
    confirm_by_keyboard(page)
    correct_by_keyboard(page)
    act_by_keyboard(page)


def confirm_by_keyboard(page: Page) -> None:
    """Say that the address still holds; afterwards the strip says so."""
    go_to(page, main(page).locator("summary").filter(has_text="ยืนยัน"))
    page.keyboard.press("Enter")
    address = page.get_by_role("checkbox", name="ที่อยู่")
    go_to(page, address)
    page.keyboard.press("Space")
    expect(address).to_be_checked()
    page.keyboard.press("Enter")
    strip = page.get_by_role("region", name="สดแค่ไหน").get_by_role("listitem").filter(has_text="ที่อยู่")
    expect(strip.first).to_contain_text("วันนี้")


def correct_by_keyboard(page: Page) -> None:
    go_to(page, page.get_by_role("link", name="แก้ข้อมูล"))
    page.keyboard.press("Enter")
    name = page.get_by_label("นามสกุล")
    go_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.type("ศรีเมืองใหม่")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="ศรีเมืองใหม่")).to_be_visible()


def act_by_keyboard(page: Page) -> None:
    """Take the other of one's seats; the page says from which one acts now."""
    seat = seat_menu(page)
    expect(seat).to_contain_text("พนางตุง")
    go_to(page, seat)
    page.keyboard.press("Enter")
    go_to(page, page.get_by_role("button", name="ควนขนุน"))
    page.keyboard.press("Enter")
    expect(seat).to_contain_text("ควนขนุน")
    expect(page.get_by_role("heading", level=1, name="วันนี้")).to_be_visible()


def go_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus stands there; fails when it never does."""
    for _ in range(80):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {wanted}")
