"""A room from its opening to what it came to, as its host, a seat and three phones see it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.measuring import faults
from tests.journeys.phones import answer_all, help_in
from tests.journeys.steps import main, title

ROOM, GOAL, OTHER = "ลงแรงด้วยกันปีหน้า", "คนติดเตียงได้เยี่ยมทุกเดือน", "ขุดลอกคลองด้วยกัน"


def opens_a_room(page: Page) -> str:
    page.goto("/gatherings/rooms/new/")
    page.get_by_label("ห้องนี้คุยเรื่องอะไร").fill(ROOM)
    page.get_by_role("button", name="เปิดห้อง").click()
    title(page, ROOM)
    return page.url


def opens_the_door(page: Page) -> str:
    page.get_by_role("button", name="เปิดประตู").click()
    door = page.get_by_role("region", name="ประตู")
    expect(door).to_contain_text("เปิดอยู่ รหัส")
    said = door.locator("b").inner_text()
    assert len(said.split()) == 2  # read aloud in two groups of three
    return "".join(said.split())


def seat_brings(page: Page, room: str) -> None:
    page.goto(room)
    page.get_by_role("link", name="เล่าของฝ่ายเรา").click()
    page.get_by_label("เป้าหมาย").fill(GOAL)
    page.get_by_role("button", name="บันทึก").click()
    expect(page.get_by_role("status")).to_contain_text("เก็บไว้แล้ว")


def phone_brings(phone: Page) -> None:
    phone.get_by_role("link", name="เล่าว่ากลุ่มเรามีอะไรมา").click()
    phone.get_by_label("หน่วยงานหรือกลุ่ม").fill("ชมรมรักษ์คลอง")
    phone.get_by_label("เป้าหมาย").fill(OTHER)
    phone.get_by_role("button", name="บันทึก").click()
    expect(main(phone)).to_contain_text(OTHER)
    expect(main(phone)).to_contain_text(GOAL)  # what the seat brought is read here too


def makes_cards(page: Page, room: str) -> None:
    for at, text in enumerate((GOAL, OTHER), start=1):
        page.goto(room)
        if at > 1:  # once there is a card, the lines are folded away
            page.locator("summary").filter(has_text="ยังไม่เป็นบัตร").click()
        line = page.get_by_role("region", name="บัตรคำ").get_by_role("listitem").filter(has_text=text)
        line.get_by_role("link", name="ทำเป็นบัตร").click()
        page.get_by_role("button", name="ใส่ในวง").click()
        expect(page.get_by_role("region", name="บัตรคำ")).to_contain_text(f"ในวง {at} ใบ")
    page.get_by_role("link", name="เริ่มลงความเห็น").click()
    page.get_by_role("button", name="เริ่มเลย").click()
    title(page, ROOM)


def three_phones_answer(red: Page, plain: Page, third: Page, code: str) -> None:
    """Each has its own order, so each card is answered by what it says; one phone lends itself to somebody."""
    red.goto(f"/room/{code}/")
    answers(red)
    answers(plain)
    answers(third)
    assert faults(third) == []
    help_in(red)
    answers(red)
    red.get_by_role("button", name="พอแล้ว").click()


def answers(phone: Page) -> None:
    for _ in (GOAL, OTHER):
        title(phone, "ลงความเห็น")
        common = GOAL in main(phone).inner_text()
        phone.get_by_role("button", name="เห็นด้วย" if common else "ไม่เห็นด้วย", exact=True).click()
    answer_all(phone)


def shuts_the_door(host: Page, room: str, late: Page, code: str) -> None:
    """Nobody new comes in; the host sees how many answered, and no answer."""
    host.goto(room)
    expect(main(host)).to_contain_text("ตอบแทน 1 คน")
    host.get_by_role("button", name="ปิดประตู").click()
    expect(host.get_by_role("region", name="ประตู")).to_contain_text("ปิดอยู่")
    late.goto(f"/room/{code}/")
    title(late, "ประตูห้องไม่ได้เปิดอยู่")


def ends_the_voting(host: Page, room: str, phone: Page, code: str) -> None:
    host.goto(room)
    host.get_by_role("link", name="จบการลงความเห็น").click()
    host.get_by_role("button", name="จบการลงความเห็น").click()
    expect(host.get_by_role("link", name="ปิดห้องและเปิดผล")).to_be_visible()
    phone.goto(f"/room/{code}/")
    title(phone, "วางจุด 10 จุด")
    expect(main(phone)).to_contain_text(GOAL)
    expect(main(phone)).not_to_contain_text(OTHER)


def closes(host: Page, room: str) -> str:
    host.goto(room)
    host.get_by_role("link", name="ปิดห้องและเปิดผล").click()
    host.get_by_role("button", name="ปิดและเปิดผล").click()
    expect(host.get_by_role("region", name="เป้าหมายร่วม")).to_contain_text(GOAL)
    expect(host.get_by_role("region", name="เป้าหมายร่วม")).not_to_contain_text(OTHER)
    assert faults(host) == []
    return host.url
