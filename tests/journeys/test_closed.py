"""A rule closes income to headmen: their page of a person changes at the next request, and the nurse's does not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.ruled import CLOSES, WHO_SEES
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
NOT_SHOWN = "ไม่แสดง ตามกติกาข้อ"


def test_a_rule_closes_income_to_headmen_and_gives_it_back(enter: Doors, district: District) -> None:
    headman, nurse = enter("headman", width=390), enter("nurse")
    where = district.at("/people/{เอียด}/")
    shows(headman, where)
    shows(nurse, where)
    district.run("closed", "village_head")
    names_the_rule(headman, where)
    shows(nurse, where)
    reads_what_was_agreed(headman, where)
    district.run("closed", "village_head")
    shows(headman, where)


def shows(page: Page, where: str) -> None:
    page.goto(where)
    expect(main(page)).not_to_contain_text(NOT_SHOWN)
    page.goto(f"{where}rights/")
    expect(main(page)).not_to_contain_text(NOT_SHOWN)
    expect(page.get_by_role("region", name="สิทธิการรักษา")).to_contain_text("ยังไม่มีแฟ้มไหนบอกสิทธิของคนนี้")


def names_the_rule(page: Page, where: str) -> None:
    page.goto(f"{where}rights/")
    expect(page.get_by_role("region", name="สิทธิการรักษา")).to_contain_text(NOT_SHOWN)
    page.goto(where)
    expect(main(page)).to_contain_text(f"รายได้และสิทธิ{NOT_SHOWN}")
    assert faults(page) == []


def reads_what_was_agreed(page: Page, where: str) -> None:
    """The words beside what is not shown lead to the version, which says what is closed to whom, and who still sees."""
    page.goto(where)
    page.get_by_role("link", name="ตามกติกาข้อ").last.click()
    expect(main(page)).to_contain_text(CLOSES)
    expect(main(page)).to_contain_text("ไม่แสดงรายได้และสิทธิแก่ที่นั่ง ผู้ใหญ่บ้าน (ผู้ดูแลทะเบียนยังเห็น)")
    assert faults(page) == []
    main(page).get_by_role("link", name=WHO_SEES).click()
    title(page, WHO_SEES)
    expect(main(page)).to_contain_text("มีผลที่")
    assert faults(page) == []
