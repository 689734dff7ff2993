"""Draft → a change taken in → an objection → the draft changed for it → a short call → a second call → adopted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sanam.interfaces.files.decisions import reading
from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
NAME = "คนติดเตียงไม่รอนาน"
FIRST, CHANGED, INTEGRATED = "ไปเยี่ยมทุกเดือน", "ไปเยี่ยมทุกสองเดือน", "ไปเยี่ยมทุกสองเดือน ใครว่างไปก่อน"
AIM, HELPS = "คนดูแลต้องไหว", "ขอใครว่างไปก่อน"


def test_four_legs_agree_on_a_rule(enter: Doors, district: District) -> None:
    nurse, headman = enter("nurse", width=390), enter("headman", width=390)
    where = proposes(nurse)
    asks_for_a_change(enter("mayor", width=390), where)
    takes_it_in(nurse, where)
    opens(nurse, where)
    consents(nurse, where)
    consents(enter("mayor", width=390), where)
    consents(enter("elder", width=390), where)
    objects(headman, where)
    cannot_close_yet(nurse, where)
    district.later(8)
    the_objection_is_read(nurse, where)
    changes_the_draft_for_it(nurse, where)
    opens(nurse, where)
    consents(nurse, where)
    district.later(9)
    the_second_call_is_opened(nurse, where)
    assists(nurse, where)
    consents(headman, where)
    district.later(20)
    it_is_agreed(nurse, where)


def proposes(page: Page) -> str:
    page.goto("/rules/proposals/new/")
    page.get_by_label("กติกาชื่ออะไร").fill(NAME)
    page.get_by_label("เพราะอะไร").fill("ข้อมูลเก่าพาไปผิดบ้าน")
    page.get_by_label("ข้อ 1", exact=True).fill(FIRST)
    assert faults(page) == []
    page.get_by_role("button", name="เสนอ", exact=True).click()
    title(page, NAME)
    assert faults(page) == []
    return page.url


def asks_for_a_change(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="ขอแก้ข้อนี้").click()
    page.get_by_label("ให้อ่านว่า").fill(CHANGED)
    page.get_by_label("เพราะ").fill("คนน้อย")
    page.get_by_role("button", name="ขอแก้").click()
    expect(main(page)).to_contain_text("รอพิจารณา")
    expect(main(page).locator("ins")).to_contain_text("เพิ่ม")


def takes_it_in(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="รับเข้าร่าง").click()
    page.get_by_role("button", name="รับเข้าร่าง").click()
    title(page, NAME)
    expect(main(page)).to_contain_text("ร่างที่ 2")
    expect(main(page)).to_contain_text(CHANGED)


def opens(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="เปิดรอบ").click()
    page.get_by_role("radio", name="ลงเสียง", exact=True).check()
    page.get_by_role("button", name="เปิดรอบ").click()
    title(page, NAME)


def consents(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="ตอบ", exact=True).click()
    page.get_by_role("radio", name="ยินยอม").check()
    page.get_by_role("button", name="ตอบ").click()
    expect(main(page)).to_contain_text("ที่นั่งเราตอบว่า ยินยอม")


def objects(page: Page, where: str) -> None:
    """An objection without an aim is not taken; with it, nobody else reads it yet."""
    page.goto(where)
    page.get_by_role("link", name="ตอบ", exact=True).click()
    page.get_by_role("radio", name="ติดใจ").check()
    page.get_by_role("button", name="ตอบ").click()
    expect(page.get_by_role("alert")).to_contain_text("เป้าหมายข้อไหน")
    page.get_by_label("เป้าหมายข้อไหนจะเสีย").fill(AIM)
    page.get_by_label("เปลี่ยนอะไรแล้วไปต่อได้").fill(HELPS)
    page.get_by_role("button", name="ตอบ").click()
    expect(main(page)).to_contain_text(AIM)


def cannot_close_yet(page: Page, where: str) -> None:
    page.goto(where)
    expect(main(page)).not_to_contain_text(AIM)
    page.get_by_role("button", name="ปิดรอบนี้").click()
    expect(main(page)).to_contain_text("ยังรอคำตอบ")


def the_objection_is_read(page: Page, where: str) -> None:
    page.goto(where)
    expect(main(page)).to_contain_text(AIM)
    expect(main(page)).to_contain_text("ยังไม่ตกลง เพราะยังมีคนติดใจ")
    assert faults(page) == []


def the_second_call_is_opened(page: Page, where: str) -> None:
    """One leg of four was heard: nothing is decided, and somebody carries it to the others."""
    page.goto(where)
    expect(main(page)).to_contain_text("คำตอบยังมาไม่ครบองค์ประชุม")
    page.get_by_role("link", name="เปิดรอบสอง").click()
    page.get_by_label("ใครไปบอกขาที่ยังไม่ได้ตอบ").select_option(index=1)
    page.get_by_role("button", name="เปิดรอบ").click()
    title(page, NAME)
    expect(main(page)).to_contain_text("เป็นคนไปบอกขาที่ยังไม่ได้ตอบ")
    expect(main(page)).to_contain_text("ที่นั่งเราตอบว่า ยินยอม")


def it_is_agreed(page: Page, where: str) -> None:
    """The text, who said what leg by leg, and a file that counts it again."""
    page.goto(where)
    expect(main(page)).to_contain_text("ตกลงแล้ว")
    expect(main(page)).to_contain_text(INTEGRATED)
    expect(main(page)).to_contain_text("ตกลงแล้ว เพราะไม่มีใครติดใจ ได้ยินจาก 3 ใน 4 ขา")
    assert faults(page) == []
    with page.expect_download() as kept:
        page.get_by_role("link", name="คำนวณซ้ำได้จากไฟล์นี้").first.click()
    assert reading.read(kept.value.path()).decide().result == "adopted"


def changes_the_draft_for_it(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="แก้ร่างตามข้อนี้").click()
    page.get_by_label("ให้อ่านว่า").fill(INTEGRATED)
    page.get_by_label("บอกผู้ติดใจว่าแก้อย่างไร").fill("เพิ่มว่าใครว่างไปก่อน")
    page.get_by_role("button", name="แก้ร่าง").click()
    expect(main(page)).to_contain_text("แก้ร่างแล้วหายติดใจ")


def assists(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="จดคำตอบแทน").click()
    page.get_by_label("ตอบแทนที่นั่งไหน").select_option(index=1)
    page.get_by_role("radio", name="โทรศัพท์").check()
    page.get_by_role("radio", name="ยินยอม").check()
    page.get_by_role("button", name="จดไว้").click()
    expect(main(page)).to_contain_text("จดแทน 1")
