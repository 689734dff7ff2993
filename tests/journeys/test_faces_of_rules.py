"""Rules as people read them: the next step first on a phone, two columns on a desk, no script needed, and a paper."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import contrast, faults, measured
from tests.journeys.steps import main, title

pytestmark = pytest.mark.browser
AIM, HELPS = "คนดูแลต้องได้พัก", "ให้คนดูแลเลือกวัน"
FACES = {
    "draft": "/rules/proposals/{proposal}/",
    "deciding": "/rules/proposals/{deciding}/",
    "objected": "/rules/proposals/{objected}/",
    "rule": "/rules/{rule}/",
    "due": "/rules/{due}/",
    "version": "/rules/versions/{version}/",
    "for_now": "/rules/versions/{for_now}/",
    "word": "/rules/commitments/{word}/",
    "answer": "/rules/rounds/{round}/answer/",
    "assist": "/rules/rounds/{round}/assist/",
}


@pytest.mark.parametrize("face", FACES)
def test_it_fits_at_every_width_in_light_and_dark(enter: Doors, district: District, face: str) -> None:
    page = enter("headman", width=1280)
    page.goto(district.at(FACES[face]))
    wrong = [f"1280: {one}" for one in faults(page)]
    page.emulate_media(color_scheme="dark")
    wrong += [f"dark: {one}" for one in contrast(page)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    wrong += [f"390: {one}" for one in faults(page)]
    page.set_viewport_size({"width": 320, "height": 844})
    wrong += [f"320: {one}" for one in measured(page, "scrollsSideways")]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("face", ["deciding", "objected", "rule", "answer"])
def test_tab_walks_it_in_its_order(enter: Doors, district: District, face: str) -> None:
    page = enter("headman", width=1280)
    page.goto(district.at(FACES[face]))
    measured(page, "fromTheTop")
    stood = []
    for _ in range(len(measured(page, "reachable"))):
        page.keyboard.press("Tab")
        stood.append(measured(page, "stand"))
    assert [one["at"] for one in stood] == measured(page, "reachable"), [one["what"] for one in stood]
    assert [one["what"] for one in stood if one["unseen"] or one["covered"]] == []


def test_on_a_desk_the_text_and_the_legs_stand_side_by_side(enter: Doors, district: District) -> None:
    page = enter("headman", width=1280)
    page.goto(district.at(FACES["deciding"]))
    text, legs = page.get_by_role("region", name="ข้อความที่เสนอ"), page.get_by_role("region", name="ลงเสียง")
    left, right = text.bounding_box(), legs.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] < right["x"]
    assert abs(left["y"] - right["y"]) < 40


def test_on_a_phone_the_next_step_comes_before_the_text(enter: Doors, district: District) -> None:
    page = enter("headman", width=390)
    page.goto(district.at(FACES["deciding"]))
    step = page.get_by_role("region", name="ก้าวต่อไป")
    expect(step).to_be_in_viewport()
    expect(step).to_contain_text("ตอบได้ถึง")
    expect(step.get_by_role("link", name="ตอบ", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize(("who", "javascript"), [("mayor", True), ("elder", False)])
def test_an_objection_asks_two_things_more_and_is_shown_as_it_was_said(
    enter: Doors, district: District, who: str, javascript: bool
) -> None:
    page = enter(who, width=390, javascript=javascript)
    page.goto(district.at(FACES["answer"]))
    expect(main(page)).to_contain_text("ถามข่าวคนติดเตียงทุกเดือน")
    aim = page.get_by_label("เป้าหมายข้อไหนจะเสีย")
    expect(aim).to_be_hidden()
    page.get_by_role("radio", name="ติดใจ").check()
    aim.fill(AIM)
    page.get_by_label("เปลี่ยนอะไรแล้วไปต่อได้").fill(HELPS)
    page.get_by_role("button", name="ตอบ").click()
    expect(page.get_by_role("region", name="ก้าวต่อไป")).to_contain_text("ที่นั่งเราตอบว่า ติดใจ ขอให้เปลี่ยน")
    expect(page.get_by_role("region", name="ข้อติดใจ")).to_contain_text(AIM)
    page.get_by_role("link", name="เปลี่ยนคำตอบ").click()
    expect(aim).to_have_value(AIM)
    page.get_by_role("radio", name="ยินยอม").check()
    expect(aim).to_be_hidden()
    page.get_by_role("button", name="ตอบ").click()
    expect(page.get_by_role("region", name="ก้าวต่อไป")).to_contain_text("ที่นั่งเราตอบว่า ยินยอม")


@pytest.mark.parametrize(("button", "pages"), [("พิมพ์ติดฝา (PDF)", 1), ("พร้อมบันทึกมติ", 2)])
def test_a_rule_is_taken_to_the_wall(enter: Doors, district: District, button: str, pages: int) -> None:
    page = enter("headman", width=390)
    page.goto(district.at(FACES["for_now"]))
    assert printed(page, button) == pages


def printed(page: Page, button: str) -> int:
    with page.expect_download() as kept:
        page.get_by_role("button", name=button).click()
    return len(PdfReader(io.BytesIO(kept.value.path().read_bytes())).pages)


def test_the_calendar_page_lists_the_days_of_the_rules(enter: Doors, district: District) -> None:
    page = enter("nurse", width=390)
    page.goto("/gatherings/calendar/")
    days = page.get_by_role("region", name="วันของกติกา")
    expect(days).to_contain_text("ทบทวนกติกา")
    days.get_by_role("link", name="ครบกำหนดคำที่เราให้ไว้").first.click()
    title(page, "ไปถามทุกบ้าน")
    assert faults(page) == []
