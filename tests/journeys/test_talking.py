"""Minutes with an open question → review by leg → approved by another → the question is back on Today."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
QUESTION = "วันที่รถไม่ว่าง ใครพาไปหาหมอ"


def test_what_a_gathering_left_open_comes_back(enter: Doors, district: District) -> None:
    secretary = enter("secretary", width=390)
    writes_minutes(secretary, district)
    takes_it_up(secretary)
    with_a_leg_missing(secretary, district)
    ends_the_talk(secretary, district)
    legs_say_what_they_learned(enter, district)
    cannot_approve_ones_own(secretary, district)
    another_approves(enter("nurse", width=1280), district)
    secretary.goto("/")
    back = secretary.get_by_role("region", name="กลับมาหาเรา จากวงคุย")
    expect(back.get_by_role("link", name=QUESTION)).to_be_visible()
    assert faults(secretary) == []


def writes_minutes(page: Page, district: District) -> None:
    """On a phone, while the talk goes on: a point, a question, who was there; the leavings of last time stand above."""
    page.goto(district.at("/gatherings/{walked}/minutes/"))
    expect(main(page)).to_contain_text("ใครไปรับ")
    page.get_by_label("จดอีกข้อ: รถรับส่ง").fill("วันอังคารมีรถ อบต.")
    page.get_by_label("โจทย์ใหม่").fill(QUESTION)
    page.get_by_role("radio", name="มาด้วย").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("บันทึกแล้ว")
    expect(page.get_by_label("ข้อ ๒")).to_have_value("วันอังคารมีรถ อบต.")
    expect(page.get_by_text("มีคนที่เราคุยถึงมานั่งอยู่ด้วยไหม")).to_have_count(0)
    assert faults(page) == []


def takes_it_up(page: Page) -> None:
    page.get_by_role("link", name=QUESTION).click()
    title(page, QUESTION)
    page.get_by_role("button", name="เราขอเป็นเจ้าของ").click()
    expect(main(page)).to_contain_text("เลขานุการ พชอ.")


def with_a_leg_missing(page: Page, district: District) -> None:
    """Whoever presses for a decision keeps what was typed; a leg of which nothing is said has not spoken."""
    page.goto(district.at("/gatherings/{walked}/minutes/"))
    page.get_by_label("จดอีกข้อ: รถรับส่ง").fill("ข้อที่ยังไม่ได้กดบันทึก")
    page.get_by_role("button", name="จดข้อตกลง").click()
    title(page, "จดข้อตกลง")
    page.get_by_label("ตกลงกันว่า").fill("ใช้รถ อบต. วันอังคาร")
    page.get_by_role("group", name="ขาหน่วยงานรัฐ").get_by_role("radio", name="ยินยอม").check()
    page.get_by_role("button", name="บันทึกข้อตกลง").click()
    title(page, "จดรายงาน")
    expect(page.get_by_label("ข้อ ๓")).to_have_value("ข้อที่ยังไม่ได้กดบันทึก")
    agreed = main(page).get_by_role("listitem").filter(has_text="ใช้รถ อบต. วันอังคาร")
    expect(agreed).to_contain_text(re.compile("ตกลงชั่วคราว.*ท้องถิ่น.*ท้องที่.*ภาคประชาชน"))


def ends_the_talk(page: Page, district: District) -> None:
    page.get_by_role("button", name="คุยจบแล้ว").click()
    expect(main(page)).to_contain_text("คุยแล้ว รอรับรองรายงาน")


def legs_say_what_they_learned(enter: Doors, district: District) -> None:
    """One by name and one without; strengths stand first, and last time's promise before them."""
    for who, named, words in (("local", True, "ฟังกันจนจบ"), ("volunteer", False, "แบ่งรถกันได้")):
        page = enter(who, width=390)
        page.goto(district.at("/gatherings/{walked}/review/"))
        page.get_by_role("link", name="เล่าของเรา").click()
        page.get_by_label("อะไรที่ทำได้ดี").fill(words)
        if not named:
            page.get_by_role("checkbox", name="ไม่บอกว่าใครเล่า").check()
        page.get_by_role("button", name="เล่า", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("เล่าแล้ว")
    headings = main(page).get_by_role("heading", level=2).all_inner_texts()
    assert headings[:2] == ["คราวก่อนเราบอกว่าจะทำ", "อะไรที่ทำได้ดี"]
    told = main(page).get_by_role("listitem").filter(has_text="แบ่งรถกันได้")
    expect(told).to_contain_text("ไม่บอกว่าใครเล่า")
    expect(told).not_to_contain_text("อสม.")


def cannot_approve_ones_own(page: Page, district: District) -> None:
    page.goto(district.at("/gatherings/{walked}/approve/"))
    expect(main(page)).to_contain_text("คุณเป็นผู้เขียนรายงานนี้")
    assert faults(page) == []


def another_approves(page: Page, district: District) -> None:
    page.goto(district.at("/gatherings/{walked}/minutes/"))
    page.get_by_role("link", name="อ่านและรับรองรายงาน").click()
    page.get_by_role("button", name="รับรองรายงาน").click()
    expect(page.get_by_role("status")).to_contain_text("รับรองรายงานแล้ว")
    page.goto(district.at("/gatherings/{walked}/minutes/"))
    expect(main(page).get_by_role("textbox")).to_have_count(0)
