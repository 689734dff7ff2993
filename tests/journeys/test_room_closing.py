"""After closing: what stays apart goes on by one form, without a script and by keyboard; the result fits a sheet."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.domain.dialogue.rooms import TEXTS
from tests.journeys.conftest import District, Doors
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser


def result(page: Page, district: District) -> Page:
    page.goto(district.at("/gatherings/rooms/{closed_room}/result/"))
    return page


def test_a_phone_comes_in_and_answers_by_keyboard_alone_without_a_script(enter: Doors, district: District) -> None:
    phone, code = enter(width=390, javascript=False), district.ids["voting"]
    phone.goto("/room/")
    presses(phone, "รหัสของห้อง")
    phone.keyboard.type(f"{code[:3]}-{code[3:]}".lower())
    phone.keyboard.press("Enter")
    presses(phone, "ท้องถิ่น")
    phone.keyboard.press("Space")
    presses(phone, "เข้าวง")
    phone.keyboard.press("Enter")
    for _card in range(3):
        title(phone, "ลงความเห็น")
        presses(phone, "เห็นด้วย")
        phone.keyboard.press("Enter")
    title(phone, "ตอบครบแล้ว")


def presses(page: Page, name: str) -> None:
    """Tab until one stands on what is called so; an arrow goes on among choices."""
    wanted = page.get_by_label(name, exact=True).or_(page.get_by_role("button", name=name, exact=True))
    for _ in range(30):
        page.keyboard.press("Tab")
        if wanted.first.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_the_result_prints_on_one_sheet(enter: Doors, district: District) -> None:
    page = result(enter("nurse"), district)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_every_leg_of_a_card_stands_on_one_line(enter: Doors, district: District, width: int) -> None:
    page = result(enter("nurse", width=width), district)
    tops = page.locator(".agree").evaluate_all(
        "all => all.map(one => new Set([...one.children].map(leg => Math.round(leg.getBoundingClientRect().top))).size)"
    )
    assert set(tops) == {1}


def test_a_host_without_a_script_leaves_open_what_was_chosen(enter: Doors, district: District) -> None:
    page = result(enter("nurse", width=390, javascript=False), district)
    boxes = main(page).get_by_role("checkbox")
    expect(boxes).to_have_count(len(TEXTS))
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(boxes.first).not_to_be_checked()
    main(page).get_by_role("button", name="ฝากใบที่เลือกเป็นโจทย์ของวง").press("Enter")
    expect(main(page)).to_contain_text("ไม่ได้ฝากต่อ")
    expect(main(page).get_by_role("link", name="เป็นโจทย์ที่ยังเปิดอยู่")).to_have_count(len(TEXTS) - 1)
