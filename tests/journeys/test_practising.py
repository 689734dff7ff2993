"""A clause is signed → told of on Today → said anew, with help wanted → a friend is asked; and a rule is named."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.ruled import PRACTISED
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
WORD = "โทรกลับทุกเรื่องก่อนวันศุกร์"


def test_a_clause_is_signed_practised_and_helped(enter: Doors, district: District) -> None:
    local = enter("local", width=390)
    signs(local, district)
    tells_in_one_tap(local)
    says_what_is_in_the_way(local)
    friends_see_it(enter("secretary", width=390), district)
    the_version_is_named(enter("nurse", width=390), district)


def signs(page: Page, district: District) -> None:
    page.goto(district.at("/rules/{due}/"))
    expect(main(page)).to_contain_text(PRACTISED)
    page.get_by_role("link", name="ลงชื่อทำตาม").first.click()
    page.get_by_label("เราจะทำอะไร").fill(WORD)
    page.get_by_label("จะรู้ว่าทำแล้วเพราะ").fill("สมุดรับเรื่อง")
    page.get_by_role("button", name="ลงชื่อทำตาม").click()
    expect(page.get_by_role("status")).to_contain_text("ลงชื่อแล้ว")
    assert faults(page) == []


def tells_in_one_tap(page: Page) -> None:
    page.goto("/")
    ours = page.get_by_role("region", name="กติการอเรา")
    ours.get_by_role("listitem").filter(has_text=WORD).get_by_role("button", name="ทำได้").click()
    expect(page.get_by_role("status")).to_contain_text("ขอบคุณที่ทำด้วยกัน")
    expect(ours.get_by_role("listitem").filter(has_text=WORD)).to_have_count(0)


def says_what_is_in_the_way(page: Page) -> None:
    """The later word of a month holds: it was less than it seemed, and help would be welcome."""
    page.goto("/rules/")
    page.get_by_role("link", name="กติกาที่ 2").click()
    page.get_by_role("region", name="คำที่เราให้ไว้").get_by_role("link", name="ทำได้บางส่วน").click()
    expect(page.get_by_role("radio", name="ทำได้บางส่วน")).to_be_checked()
    page.get_by_label("ติดอะไร").fill("สมุดหาย")
    page.get_by_role("checkbox", name="ขอเพื่อนช่วย คณะจะได้ข่าว").check()
    page.get_by_role("button", name="บอก", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("คณะได้ข่าวว่าเราขอเพื่อนช่วย")
    expect(main(page)).to_contain_text("ติด: สมุดหาย")
    assert faults(page) == []


def friends_see_it(page: Page, district: District) -> None:
    page.goto(district.at("/rules/{due}/"))
    main(page).get_by_role("listitem").filter(has_text=WORD).get_by_role("link").first.click()
    title(page, WORD)
    page.get_by_role("link", name="ให้เพื่อนไปถามว่าติดอะไร").click()
    page.get_by_label("เพื่อนจากขาไหน").select_option(index=1)
    page.get_by_role("button", name="ฝากเพื่อนไปถาม").click()
    expect(page.get_by_role("status")).to_contain_text("ฝากแล้ว")
    expect(main(page)).to_contain_text("เพื่อนจากขาอื่นไปถามว่าติดอะไร")
    assert faults(page) == []


def the_version_is_named(page: Page, district: District) -> None:
    """Where a dial acts, its rule and version stand beside it, and lead to it."""
    page.goto("/people/work/")
    page.get_by_role("link", name="ตามกติกาข้อ ๑ ฉบับที่ ๒").first.click()
    title(page, "กติกาข้อ ๑ ฉบับที่ ๒")
    expect(main(page).locator("ins")).to_contain_text("เพิ่ม")
    assert faults(page) == []
