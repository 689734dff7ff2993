"""What seats do on the pages of a proposal, from the draft to what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.steps import fill_date, main


def proposes(page: Page, clause: str, *, name: str = "", why: str = "ข้อมูลเก่าพาไปผิดบ้าน", **more: object) -> str:
    """From the form, which may know the name already; `dial` and `value` turn a setting, `review_on` is a day."""
    if name:
        page.get_by_label("กติกาชื่ออะไร").fill(name)
    page.get_by_label("เพราะอะไร").fill(why)
    page.get_by_label("ข้อ 1", exact=True).fill(clause)
    if "dial" in more:
        main(page).locator("summary").filter(has_text="ข้อนี้ปรับค่าในระบบด้วย").first.click()
        page.get_by_label("ข้อ 1 ปรับค่าอะไรในระบบ").select_option(str(more["dial"]))
        page.get_by_label("ข้อ 1 ปรับเป็นเท่าไร").fill(str(more["value"]))
    if "review_on" in more:
        fill_date(page, "กลับมาทบทวนวันไหน", more["review_on"])  # type: ignore[arg-type]
    page.get_by_role("button", name="เสนอ", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("เสนอแล้ว")
    return urlsplit(page.url).path


def asks_for_a_change(page: Page, where: str, text: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="ขอแก้ข้อนี้").click()
    page.get_by_label("ให้อ่านว่า").fill(text)
    page.get_by_label("เพราะ").fill("คนน้อย")
    page.get_by_role("button", name="ขอแก้").click()
    expect(main(page)).to_contain_text("รอพิจารณา")
    expect(main(page).locator("ins")).to_contain_text("เพิ่ม")


def takes_it_in(page: Page, where: str, text: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="รับเข้าร่าง").click()
    page.get_by_role("button", name="รับเข้าร่าง").click()
    expect(main(page)).to_contain_text("ร่างที่ 2")
    expect(main(page)).to_contain_text(text)


def opens(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="เปิดรอบ").click()
    page.get_by_role("radio", name="ลงเสียง", exact=True).check()
    page.get_by_role("button", name="เปิดรอบ").click()
    expect(page.get_by_role("status")).to_contain_text("เปิดรอบแล้ว")


def consents(pages: Sequence[Page], where: str) -> None:
    for page in pages:
        page.goto(where)
        page.get_by_role("link", name="ตอบ", exact=True).click()
        page.get_by_role("radio", name="ยินยอม").check()
        page.get_by_role("button", name="ตอบ").click()
        expect(main(page)).to_contain_text("ที่นั่งเราตอบว่า ยินยอม")


def objects(page: Page, where: str, *, aim: str, change: str) -> None:
    """Without an aim it is not taken."""
    page.goto(where)
    page.get_by_role("link", name="ตอบ", exact=True).click()
    page.get_by_role("radio", name="ติดใจ").check()
    page.get_by_role("button", name="ตอบ").click()
    expect(page.get_by_role("alert")).to_contain_text("เป้าหมายข้อไหน")
    page.get_by_label("เป้าหมายข้อไหนจะเสีย").fill(aim)
    page.get_by_label("เปลี่ยนอะไรแล้วไปต่อได้").fill(change)
    page.get_by_role("button", name="ตอบ").click()
    expect(main(page)).to_contain_text("ที่นั่งเราตอบว่า ติดใจ")


def changes_the_draft_for_it(page: Page, where: str, text: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="แก้ร่างตามข้อนี้").click()
    page.get_by_label("ให้อ่านว่า").fill(text)
    page.get_by_label("บอกผู้ติดใจว่าแก้อย่างไร").fill("เพิ่มว่าใครว่างไปก่อน")
    page.get_by_role("button", name="แก้ร่าง").click()
    expect(main(page)).to_contain_text("แก้ร่างแล้วหายติดใจ")


def calls_again(page: Page, where: str, messenger: str) -> None:
    """Too few legs were heard: nothing is decided, and somebody carries it to the others."""
    page.goto(where)
    expect(main(page)).to_contain_text("คำตอบยังมาไม่ครบองค์ประชุม")
    page.get_by_role("link", name="เปิดรอบสอง").click()
    choose(page, "ใครไปบอกขาที่ยังไม่ได้ตอบ", messenger)
    page.get_by_role("button", name="เปิดรอบ").click()
    expect(main(page)).to_contain_text("เป็นคนไปบอกขาที่ยังไม่ได้ตอบ")


def writes_down(page: Page, where: str, leg: str) -> None:
    """What somebody of another leg said by telephone."""
    page.goto(where)
    page.get_by_role("link", name="จดคำตอบแทน").click()
    choose(page, "ตอบแทนที่นั่งไหน", leg)
    page.get_by_role("radio", name="โทรศัพท์").check()
    page.get_by_role("radio", name="ยินยอม").check()
    page.get_by_role("button", name="จดไว้").click()
    expect(main(page)).to_contain_text("จดแทน 1")


def answers_oneself(page: Page, where: str) -> None:
    """What was written down for a seat stands only until it speaks."""
    page.goto(where)
    expect(main(page)).to_contain_text("จดแทนที่นั่งนี้ทางโทรศัพท์ว่า ยินยอม ถ้าไม่ตรง ตอบเองได้")
    page.get_by_role("link", name="เปลี่ยนคำตอบ").click()
    page.get_by_role("radio", name="ยินยอม").check()
    page.get_by_label("อยากบอกอะไรอีกไหม").fill("ขอไปเอง")
    page.get_by_role("button", name="ตอบ").click()
    expect(main(page)).to_contain_text("ที่นั่งเราตอบว่า ยินยอม")
    expect(main(page)).not_to_contain_text("จดแทน 1")


def choose(page: Page, label: str, leg: str) -> None:
    """The first seat of a leg."""
    field = page.get_by_label(label)
    known = field.locator("option").all_inner_texts()
    field.select_option(label=next(one for one in known if one.startswith(f"ขา{leg}:")))
