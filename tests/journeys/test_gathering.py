"""One gathering whole: asked by lot, signed in by phone, minuted, photographed, learned from, approved, published,
taken along on paper; and the question it left open stands on its owner's Today."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sanam.domain.foundation.thai.digits import to_thai
from tests.domain.media.images import PAGE, SECRET, png_claiming, telling
from tests.journeys import inviting
from tests.journeys.conftest import Doors
from tests.journeys.inviting import MATTER, TITLE
from tests.journeys.measuring import faults
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
QUESTION, POINT = "วันที่รถไม่ว่าง ใครพาไปหาหมอ", "วันอังคารมีรถ อบต."
AGREED, SEEN = "ใช้รถ อบต. วันอังคาร", "ศาลาริมคลองตอนเช้า"
PHONE = {"width": 390, "height": 844}


def test_from_the_lottery_to_the_question_that_comes_back(enter: Doors, tmp_path: Path) -> None:
    host = enter("secretary")
    host.goto("/")
    inviting.put_on_the_list(host)
    at = inviting.call(host)
    inviting.draw_two(host)
    drawn = inviting.ask_a_seat_and_note_a_yes(host, at)
    volunteer = enter("volunteer", width=390)
    answers(volunteer, at)

    code = inviting.open_door(host, at)
    invited, stranger = enter("nobody", width=390), enter("nobody", width=390, javascript=False)
    signs_in(invited, stranger, code, drawn)
    inviting.count_who_came(host, at, drawn)
    inviting.shut_door(host, at, invited)

    host.set_viewport_size(PHONE)  # the same seat, now with a phone in the circle
    writes_minutes(host, at)
    with_a_leg_missing(host, at)
    owner, phone = enter("local", width=390), enter("secretary", width=390, javascript=False)
    takes_it_up(owner, at)
    sends_photos(phone, at, tmp_path)
    ends_the_talk(host, at)
    says_what_was_learned(owner, at, "ฟังกันจนจบ")
    says_what_was_learned(volunteer, at, "แบ่งรถกันได้", unnamed=True)
    strengths_stand_first(volunteer)
    cannot_approve_ones_own(host, at)

    approver = enter("nurse")
    another_approves(approver, at)
    publishes(approver, at)
    reads_the_public_page(stranger, at)
    takes_it_along(phone, at)
    owner.goto("/")
    back = owner.get_by_role("region", name="รอคำตอบจากเรา")
    expect(back.get_by_role("link", name=QUESTION)).to_be_visible()
    assert faults(owner) == []


def answers(page: Page, at: str) -> None:
    page.goto(at)
    page.get_by_role("button", name="มาไม่ได้").click()
    expect(main(page)).to_contain_text("เราตอบไว้: มาไม่ได้")


def signs_in(invited: Page, stranger: Page, code: str, drawn: str) -> None:
    """One by the QR code's address, one by typing the code, without scripts; neither reads the other's name."""
    invited.goto(f"/in/{code}/")
    assert faults(invited) == []
    inviting.sign(invited, drawn, "ภาคประชาชน", "ชมรมยิ้ม")
    stranger.goto("/in/")
    stranger.get_by_label("รหัสของวง").fill(f"{code[:3]} {code[3:].lower()}")
    stranger.get_by_role("button", name="ไปต่อ").click()
    inviting.sign(stranger, "ผู้ใหญ่ เดินผ่านมา", "ท้องที่")
    expect(main(stranger)).not_to_contain_text(drawn)


def writes_minutes(page: Page, at: str) -> None:
    """While the talk goes on: a point, a question, who was there; the leavings of last time stand above."""
    page.goto(f"{at}minutes/")
    expect(main(page)).to_contain_text("กำลังคุย")  # since the door was opened
    expect(main(page)).to_contain_text("ใครไปรับ")
    page.get_by_label(f"จดข้อแรก: {MATTER}").fill(POINT)
    page.get_by_label("โจทย์ใหม่").fill(QUESTION)
    page.get_by_role("radio", name="มาด้วย").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("บันทึกแล้ว")
    expect(page.get_by_label("ข้อ ๑")).to_have_value(POINT)
    expect(page.get_by_text("มีคนที่เราคุยถึงมานั่งอยู่ด้วยไหม")).to_have_count(0)


def with_a_leg_missing(page: Page, at: str) -> None:
    """Whoever presses for a decision keeps what was typed; a leg of which nothing is said has not spoken."""
    page.get_by_label(f"จดอีกข้อ: {MATTER}").fill("ข้อที่ยังไม่ได้กดบันทึก")
    page.get_by_role("button", name="จดข้อตกลง").click()
    title(page, "จดข้อตกลง")
    page.get_by_label("ตกลงกันว่า").fill(AGREED)
    page.get_by_role("group", name="ขาหน่วยงานรัฐ").get_by_role("radio", name="ยินยอม").check()
    page.get_by_role("button", name="บันทึกข้อตกลง").click()
    title(page, "จดรายงาน")
    expect(page.get_by_label("ข้อ ๒")).to_have_value("ข้อที่ยังไม่ได้กดบันทึก")
    agreed = main(page).get_by_role("listitem").filter(has_text=AGREED)
    expect(agreed).to_contain_text(re.compile("ตกลงชั่วคราว.*ท้องถิ่น.*ท้องที่.*ภาคประชาชน"))


def takes_it_up(page: Page, at: str) -> None:
    page.goto(f"{at}minutes/")
    page.get_by_role("link", name=QUESTION).click()
    title(page, QUESTION)
    page.get_by_role("button", name="เราขอเป็นเจ้าของ").click()
    expect(page.get_by_role("button", name="เราขอเป็นเจ้าของ")).to_have_count(0)


def sends_photos(phone: Page, at: str, folder: Path) -> None:
    """Without scripts: what is no photo is told in a sentence each, the good one is kept and described."""
    bad = [("page.jpg", PAGE), ("wide.png", png_claiming(30_000, 30_000)), ("big.jpg", bytes(16 * 1024**2))]
    for name, file in [("good.jpg", telling("JPEG")), *bad]:
        (folder / name).write_bytes(file)
    phone.goto(f"{at}photos/")
    phone.set_input_files("#photos", [folder / name for name in ("good.jpg", "page.jpg", "wide.png", "big.jpg")])
    phone.get_by_role("button", name="ส่งภาพ").click(timeout=60_000)
    for sentence in ("page.jpg", "40 ล้านจุด", "15 MB", "เก็บแล้ว 1 ภาพ"):
        expect(phone.get_by_role("alert")).to_contain_text(sentence)
    phone.get_by_role("link", name="เล่าว่าในภาพมีอะไร").click()
    phone.get_by_label("ในภาพมีอะไร").fill(SEEN)
    phone.get_by_label("ไม่เห็นว่าเป็นใคร").check()
    phone.get_by_role("button", name="บันทึก").click()
    expect(phone.get_by_role("status")).to_contain_text("บันทึกแล้ว")


def ends_the_talk(page: Page, at: str) -> None:
    page.get_by_role("button", name="คุยจบแล้ว").click()
    expect(main(page)).to_contain_text("คุยแล้ว รอรับรองรายงาน")


def says_what_was_learned(page: Page, at: str, words: str, *, unnamed: bool = False) -> None:
    page.goto(f"{at}review/")
    page.get_by_role("link", name="เล่าของเรา").click()
    page.get_by_label("อะไรที่ทำได้ดี").fill(words)
    if unnamed:
        page.get_by_role("checkbox", name="ไม่บอกว่าใครเล่า").check()
    page.get_by_role("button", name="เล่า", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("เล่าแล้ว")


def strengths_stand_first(page: Page) -> None:
    """Behind last time's promise alone; who told without a name is not told by their seat."""
    headings = main(page).get_by_role("heading", level=2).all_inner_texts()
    assert headings[:2] == ["คราวก่อนเราบอกว่าจะทำ", "อะไรที่ทำได้ดี"]
    told = main(page).get_by_role("listitem").filter(has_text="แบ่งรถกันได้")
    expect(told).to_contain_text("ไม่บอกว่าใครเล่า")
    expect(told).not_to_contain_text("อสม.")


def cannot_approve_ones_own(page: Page, at: str) -> None:
    page.goto(f"{at}approve/")
    expect(main(page)).to_contain_text("คุณเป็นผู้เขียนรายงานนี้")


def another_approves(page: Page, at: str) -> None:
    page.goto(f"{at}minutes/")
    page.get_by_role("link", name="อ่านและรับรองรายงาน").click()
    page.get_by_role("button", name="รับรองรายงาน").click()
    expect(page.get_by_role("status")).to_contain_text("รับรองรายงานแล้ว")
    page.goto(f"{at}minutes/")
    expect(main(page).get_by_role("textbox")).to_have_count(0)


def publishes(page: Page, at: str) -> None:
    page.goto(at)
    main(page).get_by_role("link", name="เผยแพร่").click()
    page.get_by_role("checkbox", name="อ่านทั้งหน้าแล้ว").check()
    page.get_by_role("button", name="เผยแพร่").click()
    expect(page.get_by_role("status")).to_contain_text("เผยแพร่แล้ว")


def reads_the_public_page(page: Page, at: str) -> None:
    """What was said, and the photo without what the phone wrote into it; nobody who signed in."""
    page.goto(at.replace("/gatherings/", "/g/"))
    for sentence in (to_thai(TITLE), POINT, AGREED, QUESTION):
        expect(main(page)).to_contain_text(sentence)
    expect(main(page)).not_to_contain_text("ยิ้มแย้ม")
    photo = page.get_by_role("img", name=SEEN)
    photo.scroll_into_view_if_needed()
    source = photo.get_attribute("src")
    assert source
    for form in (source, source.partition("?")[0]):
        file = page.request.get(form).body()
        assert file.startswith(b"\xff\xd8\xff")
        assert SECRET not in file
        assert b"Exif" not in file


def takes_it_along(page: Page, at: str) -> None:
    """On paper it says the same; where a line ends is not part of what is said."""
    page.goto(at)
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF").click()
    paper = Path(download.value.path()).read_bytes()
    read = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(paper)).pages))
    told = [TITLE, POINT, AGREED, QUESTION, "๘ ธันวาคม ๒๕๙๙"]
    assert [text for text in told if re.sub(r"\s+", "", to_thai(text)) not in read] == []
