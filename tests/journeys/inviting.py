"""What is done before people sit down: names on the list, a gathering called, a lot drawn, phones at the door."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.steps import go, main, title

TITLE, MATTER = "วงยิ้มครั้งแรก", "รถรับส่ง"
DRAWN_FROM = "สายัณห์ ยิ้มแย้ม\nบุหงา ยิ้มสู้, 000-001-1111\nประดับ ยิ้มสวย, 000-001-2222, ชมรมยิ้ม"


def put_on_the_list(host: Page) -> None:
    """Three pasted names nobody ever asked, of the people's leg."""
    go(host, "วงคุย")
    main(host).get_by_role("link", name="ใครชวนได้บ้าง").click()
    main(host).get_by_role("link", name="เพิ่มชื่อ").click()
    host.get_by_label("หรือวางหลายชื่อ").fill(DRAWN_FROM)
    host.get_by_role("radio", name="ภาคประชาชน").check()
    host.get_by_role("button", name="เพิ่มชื่อ").click()
    expect(host.get_by_role("status").first).to_contain_text("เพิ่ม 3 ชื่อ")


def call(host: Page) -> str:
    """Called for a day in the Buddhist era; gives the gathering's address."""
    go(host, "วงคุย")
    main(host).get_by_role("link", name="นัดวงคุย").click()
    host.get_by_label("คุยเรื่องอะไร").fill(TITLE)
    day = host.get_by_role("group", name="วันไหน")
    day.get_by_label("วันที่").fill("8")
    day.get_by_label("เดือน").select_option("12")
    day.get_by_label("ปี พ.ศ.").fill("2599")
    host.get_by_label("เริ่มกี่โมง").fill("13.30")
    host.get_by_label("ที่ไหน").fill("ลานวัด")
    host.get_by_label("วาระ").fill(MATTER)
    host.get_by_role("button", name="นัดวง").click()
    title(host, "คนที่ชวน")
    expect(main(host)).to_contain_text("8 ธ.ค. 2599")
    return host.url.removesuffix("invitations/")


def draw_two(host: Page) -> None:
    """Frozen first; then the number that was announced; then two of three are drawn."""
    main(host).get_by_role("link", name="จับฉลากชวนคนใหม่").click()
    host.get_by_label("ภาคประชาชน").fill("2")
    host.get_by_label("ใช้เลขสาธารณะ").fill("รางวัลที่หนึ่ง 1 ธ.ค.")
    host.get_by_role("button", name="ปิดรายชื่อ").click()
    title(host, "จับฉลากครั้งที่")
    host.get_by_label("เลขที่ออก").fill("095 867")
    host.get_by_role("button", name="จับและชวน").click()
    expect(main(host)).to_contain_text("ได้ 2 คน และชวนแล้วทุกคน")


def ask_a_seat_and_note_a_yes(host: Page, at: str) -> str:
    """A volunteer's seat is asked too, and one of those drawn says yes by telephone; gives their name."""
    host.goto(f"{at}invitations/add/")
    host.get_by_role("group", name="ทีละที่นั่ง").get_by_role("checkbox", name=re.compile("อสม.")).first.check()
    host.get_by_role("button", name="ชวน", exact=True).click()
    expect(host.get_by_role("status").first).to_contain_text("ชวนเพิ่มแล้ว 1 ราย")
    drawn = main(host).locator("li.row").filter(has_text="จับฉลาก")
    expect(drawn).to_have_count(2)
    name = drawn.first.locator(".title").inner_text().strip()
    drawn.first.get_by_role("button", name="มา", exact=True).click()
    expect(main(host).locator("li.row").filter(has_text=name)).to_contain_text("มีคนจดให้")
    return name


def open_door(host: Page, at: str) -> str:
    """The code beside the QR code on the wall."""
    host.goto(f"{at}door/")
    host.get_by_role("button", name="เปิดประตู").click()
    expect(host.get_by_role("img", name="คิวอาร์โค้ด")).to_be_visible()
    return main(host).locator(".code").inner_text().strip()


def sign(phone: Page, name: str, leg: str, group: str = "") -> None:
    phone.get_by_label("ชื่อ-สกุล").fill(name)
    phone.get_by_role("radio", name=leg).check()
    phone.get_by_label("กลุ่มหรือหน่วยงาน").fill(group)
    phone.get_by_role("button", name="เซ็นชื่อ").click()
    expect(phone.get_by_text("เซ็นชื่อแล้ว ขอบคุณที่มา")).to_be_visible()


def count_who_came(host: Page, at: str, name: str) -> None:
    """By leg; who was drawn is known, and who walked in is told apart."""
    host.goto(f"{at}attendance/")
    rows = main(host).get_by_role("row")
    expect(rows.filter(has_text="ภาคประชาชน")).to_contain_text("1")
    expect(rows.filter(has_text="ทั้งวง")).to_contain_text("2")
    expect(host.get_by_role("img", name="ร่วม 2 คน มาครั้งแรก 2 คน")).to_be_visible()
    expect(main(host).locator("li.row").filter(has_text=name)).not_to_contain_text("ไม่อยู่ในคนที่ชวน")
    expect(main(host).locator("li.row").filter(has_text="เดินผ่านมา")).to_contain_text("ไม่อยู่ในคนที่ชวน")


def shut_door(host: Page, at: str, phone: Page) -> None:
    """A phone that signed in is no longer let in, and keeps nothing of the door."""
    host.goto(f"{at}door/")
    host.get_by_role("button", name="ปิดประตู").click()
    expect(host.get_by_role("button", name="เปิดประตู")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("ไม่ได้เปิดอยู่")
    assert "door" not in {cookie["name"] for cookie in phone.context.cookies()}
