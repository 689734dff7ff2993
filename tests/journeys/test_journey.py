"""A nurse's day in a real browser, and the door as others find it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD, export, home, number, person
from tests.journeys.conftest import District, Doors
from tests.journeys.measuring import faults
from tests.journeys.steps import add, confirm, correct, go, main, open_person, search, seat_menu, sign_in, title

pytestmark = pytest.mark.browser


def test_a_day_from_the_door_to_the_door(enter: Doors, tmp_path: Path) -> None:
    page = enter("nobody", width=390)
    sign_in(page, "nurse", PASSWORD)
    title(page, "วันนี้")
    search(page, "ปอ")  # two letters of ป้อม, without its tone mark
    open_person(page, "ป้อม รักเล")
    confirm(page, fact="ที่อยู่")
    correct(page, label="นามสกุล", old="รักเล", new="รักทะเล", how="โทรถาม")
    its_history_tells(page, "รักเล", "รักทะเล", "ผู้จัดการ", "โทรถาม")
    somebody_alike_is_asked_about(page)
    a_file_is_read_in(page, a_file(tmp_path))
    gatherings_are_there(page)
    seat_menu(page).click()
    page.get_by_role("button", name="ออกจากระบบ").click()
    title(page, "เข้าใช้")
    going_back_shows_nothing(page)


def its_history_tells(page: Page, *words: str) -> None:
    """Old, new, who and from where stand in one row."""
    page.get_by_role("link", name="ประวัติ").click()
    row = main(page).get_by_role("row").filter(has_text="นามสกุล").first
    for word in words:
        expect(row).to_contain_text(word)


def somebody_alike_is_asked_about(page: Page) -> None:
    """Nobody is added in passing: who looks alike is shown, and a reason is needed."""
    go(page, "ผู้คน")
    page.get_by_role("link", name="เพิ่มคน").click()
    add(page, given="ป้อม", family="รักทะเล", why="ยังไม่ได้ถาม")
    alike = page.get_by_role("region", name="คล้ายกัน")
    expect(alike.get_by_role("link", name="ป้อม รักทะเล")).to_be_visible()
    expect(page.get_by_label("ชื่อ", exact=True)).to_have_value("ป้อม")
    assert faults(page) == []
    first_answer = page.get_by_role("alert").element_handle()
    page.get_by_role("button", name="คนละคนกัน").click()
    first_answer.wait_for_element_state("hidden")  # the second one has come
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("คนละคนกับที่พบ").fill("คนนี้อายุ 12 อยู่บ้านอีกหลัง")
    page.get_by_role("button", name="คนละคนกัน").click()
    title(page, "ป้อม รักทะเล")


def a_file(folder: Path) -> Path:
    """An export with one good row, one number that cannot be, and one date that cannot be."""
    rows = [
        person(PID="901", HID="90", CID=number(901), NAME="เสงี่ยม", LNAME="ใหม่หมด"),
        person(PID="902", HID="90", CID="1234567890123", NAME="ละออ", LNAME="เลขผิด"),
        person(PID="903", HID="90", CID=number(903), NAME="บุญเรือน", LNAME="วันผิด", BIRTH="20261399"),
    ]
    return export(folder, HOME=[home(HID="90", HOUSE="90/2")], PERSON=rows)


def a_file_is_read_in(page: Page, file: Path) -> None:
    """Tried first, then let in: the file's page waits by itself, and tells each thing to look at."""
    go(page, "นำเข้า")
    page.get_by_label("แฟ้ม", exact=True).set_input_files(file)
    page.get_by_role("radio", name="ลองอ่าน").check()
    page.get_by_role("button", name="อ่านแฟ้ม").click()
    page.wait_for_url(re.compile(r"/imports/[0-9a-f-]{36}/"))
    title(page, file.name)
    expect(main(page)).to_contain_text("ถ้าอ่านเข้า", timeout=60_000)
    page.get_by_role("button", name="อ่านเข้าจริง").click()
    expect(main(page)).to_contain_text(re.compile(r"(?<!มี)คนใหม่ [1-9]"), timeout=60_000)
    its_problems_are_told(page)
    search(page, "เสงี่ยม")
    expect(main(page).get_by_role("link", name="เสงี่ยม ใหม่หมด")).to_be_visible()


def its_problems_are_told(page: Page) -> None:
    """Each row that could not be read as it stood: which file, which line, which column, what is the matter."""
    table = page.get_by_role("table")
    for column in ("CID", "BIRTH"):
        row = table.get_by_role("row").filter(has_text="PERSON").filter(has_text=column).first
        expect(row).to_contain_text(re.compile(r"\d"))
    assert faults(page) == []


def gatherings_are_there(page: Page) -> None:
    go(page, "วงคุย")
    page.get_by_role("link", name="ทบทวนงานครึ่งปี").click()
    title(page, "ทบทวนงานครึ่งปี")
    expect(main(page)).to_contain_text("ที่นอนลม")


def going_back_shows_nothing(page: Page) -> None:
    """On a shared phone nothing of the day is left behind the Back button."""
    for _ in range(4):
        page.go_back()
        title(page, "เข้าใช้")
        expect(page.get_by_text("ที่นอนลม")).to_have_count(0)


def test_five_wrong_passwords_close_the_door_for_a_while(enter: Doors) -> None:
    page = enter("nobody", width=390)
    for attempt in range(5):
        sign_in(page, "regional", f"ไม่ใช่รหัสนี้-{attempt}")
        if attempt < 4:
            expect(page.get_by_role("alert")).to_contain_text("ลองดูอีกครั้ง")
            expect(page.get_by_label("ชื่อผู้ใช้")).to_have_value("regional")
    title(page, "พักสักครู่")
    expect(main(page)).to_contain_text("15 นาที")
    assert faults(page) == []
    sign_in(page, "regional", PASSWORD)
    title(page, "พักสักครู่")


@pytest.mark.parametrize("part", ["", "history/", "correct/"])
def test_another_households_person_is_like_nobody(enter: Doors, district: District, part: str) -> None:
    page = enter("volunteer")
    told = []
    for who in (district.people["คล้าย"], district.people["สมหมาย"], "00000000-0000-4000-8000-000000000000"):
        answer = page.goto(f"/people/{who}/{part}")
        assert answer is not None
        told.append((answer.status, main(page).inner_text(), page.title()))
    assert told[0][0] == 404
    assert told[0] == told[1] == told[2]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_frame_around_an_open_menu_is_clean_too(enter: Doors, width: int) -> None:
    page = enter("nurse", width=width)
    page.goto("/")
    seat_menu(page).click()
    expect(page.get_by_role("button", name="ออกจากระบบ")).to_be_visible()
    assert faults(page) == []
