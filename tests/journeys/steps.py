"""What people do on the pages, in the words the pages use; with a script or without one."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def seat_menu(page: Page) -> Locator:
    """The seat one acts from; pressed, it shows one's other seats and the way out."""
    return page.get_by_role("banner").locator("summary").filter(has_text="ฐานะ")


def found(page: Page) -> Locator:
    """The people of a list, by their links."""
    return page.locator("#rows").get_by_role("listitem").get_by_role("link").filter(has_not_text="ดูต่อ")


def title(page: Page, text: str) -> None:
    """Wait until this is the page."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def go(page: Page, place: str) -> None:
    """Go to one of the places in the navigation; on a phone some of them are behind its last entry."""
    places = page.get_by_role("navigation", name="ที่หลัก")
    link = places.get_by_role("link", name=place, exact=True)
    if not link.is_visible():
        places.locator("summary").click()
    link.click()


def sign_in(page: Page, username: str, password: str) -> None:
    page.goto("/sign-in/")
    page.get_by_label("ชื่อผู้ใช้").fill(username)
    page.get_by_label("รหัสผ่าน").press_sequentially(password)
    page.get_by_role("button", name="เข้าใช้").click()


def search(page: Page, text: str) -> None:
    """Type into the search of ผู้คน, and send it as a browser without scripts would."""
    go(page, "ผู้คน")
    field = page.get_by_role("searchbox")
    field.press_sequentially(text)
    field.press("Enter")


def open_person(page: Page, name: str) -> None:
    main(page).get_by_role("link", name=name).click()
    title(page, name)


def confirm(page: Page, *, fact: str) -> None:
    """Say that a fact holds today; the strip then says so in words."""
    main(page).locator("summary").filter(has_text="ยืนยัน").click()
    page.get_by_role("checkbox", name=fact).check()
    page.get_by_role("button", name="ยืนยัน").click()
    strip = page.get_by_role("region", name="สดแค่ไหน").get_by_role("listitem").filter(has_text=fact)
    expect(strip.first).to_contain_text("วันนี้")


def correct(page: Page, *, label: str, old: str, new: str, how: str) -> None:
    """Correct one field and say how one knows."""
    page.get_by_role("link", name="แก้ข้อมูล").click()
    field = page.get_by_label(label)
    expect(field).to_have_value(old)
    field.fill(new)
    page.get_by_role("radio", name=how).check()
    page.get_by_role("button", name="บันทึก").click()
    title(page, new)


def add(page: Page, *, given: str, family: str, why: str) -> None:
    """Fill the form for somebody without a number."""
    page.get_by_label("ชื่อ", exact=True).fill(given)
    page.get_by_label("นามสกุล").fill(family)
    page.get_by_label("หมู่บ้าน").select_option(index=1)
    page.get_by_role("radio", name=why).check()
    page.get_by_role("button", name="เพิ่ม").click()


def fill_date(page: Page, label: str, on: date) -> None:
    """A day in its three fields, in the Buddhist era."""
    day = page.get_by_role("group", name=label)
    day.get_by_label("วันที่").fill(str(on.day))
    day.get_by_label("เดือน").select_option(str(on.month))
    day.get_by_label("ปี พ.ศ.").fill(str(on.year + 543))
