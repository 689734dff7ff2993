"""A second factor in a real browser: set up with what the page shows, asked for at the door; devices signed out."""

from __future__ import annotations

import time
from base64 import b32decode

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD
from tests.journeys.conftest import Doors
from tests.journeys.measuring import faults
from tests.journeys.steps import main, seat_menu, sign_in, title

pytestmark = pytest.mark.browser
WHO = "unscoped"  # no other journey signs in as this one


def code(secret: bytes, *, later: int = 0) -> str:
    """What the phone shows: later=1 is the next one, which the door takes half a minute early."""
    return TOTP(secret, 6, SHA1(), 30).generate(int(time.time()) // 30 * 30 + 30 * later).decode()


def set_up(page: Page) -> tuple[bytes, list[str]]:
    """From the account page to the recovery codes; gives the secret and the codes."""
    page.goto("/account/")
    main(page).get_by_role("link", name="ยืนยันสองชั้น").click()
    page.get_by_role("button", name="เริ่มตั้งค่า").click()
    title(page, "ขอรหัสผ่านอีกครั้ง")
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="ทำต่อ").click()
    title(page, "ยืนยันสองชั้น")
    expect(page.get_by_role("img", name="คิวอาร์โค้ด")).to_be_visible()
    assert faults(page) == []
    page.get_by_text("ส่องไม่ได้").click()
    secret = b32decode(main(page).locator("code").inner_text().replace(" ", ""))
    page.get_by_label("รหัส 6 ตัว").fill("000000")
    page.get_by_role("button", name="เปิดยืนยันสองชั้น").click()
    expect(page.get_by_role("alert")).to_contain_text("ไม่ตรง")
    page.get_by_label("รหัส 6 ตัว").fill(code(secret))
    page.get_by_role("button", name="เปิดยืนยันสองชั้น").click()
    title(page, "รหัสสำรอง")
    assert faults(page) == []
    return secret, main(page).locator("code").all_inner_texts()


def test_a_phone_guards_the_door(enter: Doors) -> None:
    page = enter("nobody", width=390)
    sign_in(page, WHO, PASSWORD)
    title(page, "วันนี้")
    secret, codes = set_up(page)
    assert len(set(codes)) == 10
    page.get_by_role("link", name="เก็บไว้แล้ว").click()
    expect(main(page)).to_contain_text("เหลือ 10 รหัส")
    seat_menu(page).click()
    page.get_by_role("button", name="ออกจากระบบ").click()

    sign_in(page, WHO, PASSWORD)
    title(page, "รหัสจากแอป")
    assert faults(page) == []
    page.get_by_label("รหัส", exact=True).fill("000000")
    page.get_by_role("button", name="เข้าใช้").click()
    expect(page.get_by_role("alert")).to_contain_text("ไม่ตรง")
    page.get_by_label("รหัส", exact=True).fill(code(secret, later=1))
    page.get_by_role("button", name="เข้าใช้").click()
    title(page, "วันนี้")

    other = enter("nobody", javascript=False)
    sign_in(other, WHO, PASSWORD)
    other.get_by_label("รหัส", exact=True).fill(codes[0])
    other.get_by_role("button", name="เข้าใช้").click()
    title(other, "วันนี้")
    other.goto("/account/devices/")
    expect(main(other)).to_contain_text("Chrome บน Linux")
    expect(main(other).get_by_text("เครื่องนี้", exact=True)).to_have_count(1)
    other.get_by_role("button", name="ให้เครื่องอื่นออกจากระบบทั้งหมด").click()
    expect(main(other)).to_contain_text("ออกจากระบบหมดแล้ว")
    page.goto("/people/")
    title(page, "เข้าใช้")
