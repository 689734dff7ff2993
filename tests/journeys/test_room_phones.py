"""Three phones in a room, one of them without a script and one helping somebody: from the code to the last dot."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.phones import answer_all, come, help_in
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser


def test_three_phones_answer_and_one_helps(enter: Doors, district: District) -> None:
    code = district.ids["voting"]
    one, plain, other = (enter(width=390, javascript=script) for script in (True, False, True))
    come(one, code, "ภาคประชาชน", "แดง")
    assert faults(one) == []
    answer_all(one, "เห็นด้วย", "ขอผ่าน", "เห็นด้วย")
    assert faults(one) == []
    come(plain, code, "หน่วยงานรัฐ")
    answer_all(plain, "ไม่เห็นด้วย", "เห็นด้วย", "เห็นด้วย")

    own = help_in(one)
    answer_all(one, "เห็นด้วย", "เห็นด้วย", "เห็นด้วย")
    one.get_by_role("button", name="พอแล้ว").click()
    title(one, "ตอบครบแล้ว")

    other.goto(f"/room/{code}/own/")
    other.get_by_label("รหัสส่วนตัว").fill(own)
    other.get_by_role("button", name="ไปต่อ").click()
    other.get_by_role("link", name="ดูคำตอบของเราอีกรอบ").click()
    expect(main(other)).to_contain_text("ตอบไว้ว่า เห็นด้วย")
    other.get_by_role("button", name="ไม่เห็นด้วย").click()
    title(other, "ตอบครบแล้ว")


def test_an_answer_brings_the_next_card_along_and_a_lost_signal_loses_nothing(enter: Doors, district: District) -> None:
    phone = enter(width=390)
    come(phone, district.ids["voting"], "ท้องถิ่น")
    title(phone, "ลงความเห็น")
    phone.evaluate("window.stayed = true")
    phone.get_by_role("button", name="เห็นด้วย", exact=True).click()
    expect(main(phone).get_by_role("progressbar")).to_have_attribute("value", "1")
    expect(phone.locator(".say-card")).to_be_focused()
    phone.context.set_offline(True)
    phone.get_by_role("button", name="ขอผ่าน").click()
    expect(main(phone)).to_contain_text("แตะอีกครั้งได้เลย ไม่นับซ้ำ")
    phone.context.set_offline(False)
    answer_all(phone, "ขอผ่าน", "เห็นด้วย")
    assert phone.evaluate("window.stayed")  # one page all the while
    assert faults(phone) == []


@pytest.mark.parametrize("script", [True, False])
def test_dots_are_placed_with_and_without_a_script(enter: Doors, district: District, script: bool) -> None:
    phone = enter(width=390, javascript=script)
    come(phone, district.ids["dotting"], "ภาคประชาชน")
    title(phone, "วางจุด 10 จุด")
    more = phone.get_by_role("button", name="เพิ่มจุด")
    for _ in range(3):
        more.first.click()
    more.last.click()
    expect(main(phone)).to_contain_text("เหลือ 6 จุด")
    phone.get_by_role("button", name="ลดจุด").first.click()
    expect(main(phone)).to_contain_text("เหลือ 7 จุด")
    phone.get_by_role("button", name="วางเท่านี้").click()
    expect(main(phone)).to_contain_text("เก็บแล้ว ขอบคุณ")
    expect(phone.locator(".stepper .num")).to_have_text(["2", "1"])
    if script:
        assert faults(phone) == []


def test_before_voting_each_tells_what_it_brings(enter: Doors, district: District) -> None:
    phone = enter(width=390)
    come(phone, district.ids["telling"], "ภาคประชาชน")
    title(phone, "ใครมีอะไรมา")
    phone.get_by_role("link", name="เล่าว่ากลุ่มเรามีอะไรมา").click()
    phone.get_by_label("หน่วยงานหรือกลุ่ม").fill("ชมรมในเบราว์เซอร์")
    phone.get_by_label("เป้าหมาย").fill("น้ำสะอาด\nปลากลับมา")
    assert faults(phone) == []
    phone.get_by_role("button", name="บันทึก").click()
    expect(main(phone)).to_contain_text("ปลากลับมา")
    phone.get_by_role("link", name="เสนอเรื่องหนึ่ง").click()
    phone.get_by_label("เรื่องเดียว").fill("ขุดลอกคลองด้วยกันหนึ่งวัน")
    assert faults(phone) == []
    phone.get_by_role("button", name="ส่ง", exact=True).click()
    expect(main(phone)).to_contain_text("รอคนดูแลวงดู")
    assert faults(phone) == []
