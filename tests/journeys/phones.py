"""What somebody does with a phone in a room: comes in, answers, helps the person beside them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.measuring import faults
from tests.journeys.steps import main, title


def come(phone: Page, code: str, leg: str, nickname: str = "") -> None:
    phone.goto("/room/")
    phone.get_by_label("รหัสของห้อง").fill(f"{code[:3]} {code[3:].lower()}")
    phone.get_by_role("button", name="ไปต่อ").click()
    phone.get_by_role("radio", name=leg).check()
    phone.get_by_label("ชื่อเล่น").fill(nickname)
    phone.get_by_role("button", name="เข้าวง").click()


def answer_all(phone: Page, *said: str) -> None:
    """One card after the other, until the page says that all are answered."""
    for word in said:
        title(phone, "ลงความเห็น")
        phone.get_by_role("button", name=word, exact=True).click()
    title(phone, "ตอบครบแล้ว")


def help_in(phone: Page) -> str:
    """Let somebody in who has no phone; gives their code."""
    phone.get_by_role("link", name="ช่วยคนข้าง ๆ").click()
    phone.get_by_label("ช่วยใคร").fill("ป้าพร")
    phone.get_by_role("radio", name="ท้องที่").check()
    assert faults(phone) == []
    phone.get_by_role("button", name="ให้เข้าวง").click()
    code = main(phone).locator(".big-code").inner_text().strip()
    assert faults(phone) == []
    phone.get_by_role("button", name="ตอบให้เขาตอนนี้").click()
    expect(main(phone)).to_contain_text("กำลังตอบให้ ป้าพร")
    return code
