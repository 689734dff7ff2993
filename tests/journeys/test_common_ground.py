"""What each brings → what is common → a rule of it → kept, reminded of and looked at again; and a rule that steers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from sanam.domain.foundation import clock
from sanam.interfaces.files.decisions import reading
from tests.cast import PASSWORD
from tests.domain.rules import legs
from tests.journeys import agreeing, hosting
from tests.journeys.conftest import District, Doors, standing
from tests.journeys.hosting import GOAL
from tests.journeys.measuring import faults
from tests.journeys.phones import come
from tests.journeys.steps import fill_date, main, sign_in, title

pytestmark = pytest.mark.browser
FIRST, CHANGED, INTEGRATED = "ไปเยี่ยมทุกเดือน", "ไปเยี่ยมทุกสองเดือน", "ไปเยี่ยมทุกสองเดือน ใครว่างไปก่อน"
AIM, HELPS, WORD = "คนดูแลต้องไหว", "ขอใครว่างไปก่อน", "ไปเยี่ยมบ้านท้ายหมู่เดือนละหลัง"
AGREED_AFTER = 21
"""Days from now, when both calls are over."""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    """A district of its own: here the clock goes far and settings are turned."""
    with standing(tmp_path_factory.mktemp("apart")) as one:
        yield one


@dataclass
class Hands:
    """Whoever has a phone in hand, in the district as it is on one day."""

    doors: Doors

    def of(self, *names: str) -> list[Page]:
        return [self.doors(name, width=390) for name in names]

    def back(self, *names: str) -> list[Page]:
        """After days without a word everybody gives their password again."""
        return [comes_back(self.doors(width=390), name) for name in names]

    def phone(self, *, javascript: bool = True) -> Page:
        return self.doors(width=390, javascript=javascript)


def comes_back(page: Page, name: str) -> Page:
    sign_in(page, name, legs.PASSWORD if name in legs.LEGS else PASSWORD)
    title(page, "วันนี้")
    return page


@pytest.fixture
def hands(browser: Browser, apart: District) -> Iterator[Hands]:
    doors = Doors(browser, apart)
    yield Hands(doors)
    doors.close()


@contextmanager
def at_a_later_day(browser: Browser, district: District, days: int) -> Iterator[Hands]:
    with district.on_day(days) as then:
        doors = Doors(browser, then)
        yield Hands(doors)
        doors.close()


def test_from_what_each_brings_to_a_rule_that_is_kept(browser: Browser, apart: District, hands: Hands) -> None:
    host, nurse, mayor, headman, elder = hands.of("secretary", "nurse", "mayor", "headman", "elder")
    room = hosting.opens_a_room(host)
    code = hosting.opens_the_door(host)
    hosting.seat_brings(nurse, room)
    red, plain, third = hands.phone(), hands.phone(javascript=False), hands.phone()
    come(red, code, "ภาคประชาชน", "แดง")
    hosting.phone_brings(red)
    hosting.makes_cards(host, room)
    come(plain, code, "หน่วยงานรัฐ")
    come(third, code, "ท้องถิ่น")
    hosting.three_phones_answer(red, plain, third, code)
    apart.run("hall", code)
    hosting.shuts_the_door(host, room, hands.phone(), code)
    hosting.ends_the_voting(host, room, third, code)
    outcome = hosting.closes(host, room)

    where = proposes_the_goal(nurse, outcome)
    agreeing.asks_for_a_change(mayor, where, CHANGED)
    agreeing.takes_it_in(nurse, where, CHANGED)
    agreeing.opens(nurse, where)
    agreeing.consents([nurse, mayor, elder], where)
    agreeing.objects(headman, where, aim=AIM, change=HELPS)
    cannot_close_yet(nurse, where)
    apart.later(8)
    the_objection_is_read(comes_back(nurse, "nurse"), where)
    agreeing.changes_the_draft_for_it(nurse, where, INTEGRATED)
    agreeing.opens(nurse, where)
    agreeing.consents([nurse], where)
    apart.later(9)
    agreeing.calls_again(comes_back(nurse, "nurse"), where, "ภาคประชาชน")
    agreeing.consents([comes_back(elder, "elder")], where)
    agreeing.writes_down(elder, where, "ท้องที่")
    agreeing.answers_oneself(comes_back(headman, "headman"), where)
    apart.later(AGREED_AFTER)
    with at_a_later_day(browser, apart, AGREED_AFTER) as then:
        nurse, headman = then.back("nurse", "headman")
        it_is_agreed(nurse, where)
        signs_and_tells(headman)
    apart.later(days := (review_day() - clock.today()).days)
    with at_a_later_day(browser, apart, days) as then:
        is_reminded(*then.back("headman"))


def proposes_the_goal(page: Page, outcome: str) -> str:
    page.goto(outcome)
    page.get_by_role("link", name="หยิบไปเสนอเป็นกติกา").click()
    goals = page.get_by_role("region", name="เป้าหมายร่วมที่หยิบไปใช้ได้").get_by_role("listitem")
    goals.filter(has_text=GOAL).get_by_role("link", name="เสนอเป็นกติกา").click()
    expect(page.get_by_label("กติกาชื่ออะไร")).to_have_value(GOAL)
    where = agreeing.proposes(page, FIRST, review_on=review_day())
    page.get_by_role("link", name=GOAL).click()  # and from the proposal back to where everybody agreed
    title(page, "เป้าหมายตรงกัน")
    return where


def review_day() -> date:
    """Late in the month after the one in which it is agreed, when a word of which nothing was said is asked after."""
    agreed = clock.today() + timedelta(days=AGREED_AFTER)
    return (agreed.replace(day=1) + timedelta(days=32)).replace(day=26)


def cannot_close_yet(page: Page, where: str) -> None:
    """And what another answered is nobody's to read before it closes."""
    page.goto(where)
    expect(main(page)).not_to_contain_text(AIM)
    expect(main(page)).to_contain_text("ปิดก่อนวันได้เมื่อทุกที่นั่งตอบแล้ว")
    expect(page.get_by_role("button", name="ปิดรอบนี้")).to_have_count(0)


def the_objection_is_read(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.get_by_role("region", name="ข้อติดใจ")).to_contain_text(AIM)
    expect(page.get_by_role("region", name="ข้อติดใจ")).to_contain_text(HELPS)


def it_is_agreed(page: Page, where: str) -> None:
    """The text, who said what leg by leg, and a file that counts it again."""
    page.goto(where)
    expect(main(page)).to_contain_text("ตกลงแล้ว")
    expect(main(page)).to_contain_text(INTEGRATED)
    expect(main(page)).to_contain_text("ได้ยินแล้ว 3 ขา")
    assert faults(page) == []
    with page.expect_download() as kept:
        page.get_by_role("link", name="คำนวณซ้ำได้จากไฟล์นี้").first.click()
    assert reading.read(kept.value.path()).decide().result == "adopted"


def signs_and_tells(page: Page) -> None:
    page.goto("/rules/")
    page.get_by_role("link", name=GOAL).click()
    title(page, GOAL)
    page.get_by_role("link", name="ลงชื่อทำตาม").first.click()
    page.get_by_label("เราจะทำอะไร").fill(WORD)
    page.get_by_label("จะรู้ว่าทำแล้วเพราะ").fill("สมุดเยี่ยม")
    page.get_by_role("button", name="ลงชื่อทำตาม").click()
    expect(page.get_by_role("status")).to_contain_text("ลงชื่อแล้ว")
    page.goto("/")
    word_on_today(page).get_by_role("button", name="ทำได้").click()
    expect(page.get_by_role("status")).to_contain_text("ขอบคุณที่ทำด้วยกัน")
    expect(word_on_today(page)).to_have_count(0)


def word_on_today(page: Page) -> object:
    ours = page.get_by_role("region", name="กติการอเรา")
    return ours.get_by_role("listitem").filter(has_text=WORD)


def is_reminded(page: Page) -> None:
    """A month later nothing was said of it, and the day has come to look at the rule itself again."""
    page.goto("/")
    expect(word_on_today(page)).to_have_count(1)
    expect(page.get_by_text("เดือนนี้เป็นอย่างไรบ้าง แตะเดียวก็พอ")).to_have_count(0)  # the row itself asks
    waits = page.get_by_role("region", name="กติการอเรา").get_by_role("listitem").filter(has_text="ถึงเวลาทบทวน")
    due = waits.filter(has_text=GOAL)
    expect(due).to_have_count(1)
    assert faults(page) == []
    due.get_by_role("link").click()
    expect(page.get_by_role("link", name="เสนอให้ใช้ต่อ")).to_be_visible()


def test_an_adopted_rule_lists_whom_to_ask_again(apart: District, hands: Hands) -> None:
    nurse, mayor, headman, elder = hands.back("nurse", "mayor", "headman", "elder")
    long_ago, lately = apart.at("/people/{ลำดวน}/"), apart.at("/people/{เอียด}/")
    was_seen(nurse, long_ago, days=400)
    was_seen(nurse, lately, days=100)
    assert listed(nurse) == ["นางลำดวน"]
    nurse.goto("/rules/proposals/new/")
    turned = {"dial": "freshness.living", "value": "2"}
    where = agreeing.proposes(nurse, "ดูบ้านทุกสองเดือน", name="บ้านไม่ผุลับหลัง", **turned)
    agreeing.opens(nurse, where)
    agreeing.consents([nurse, mayor, headman, elder], where)
    assert listed(nurse) == ["นางลำดวน"]
    apart.later(8)
    it_steers(comes_back(nurse, "nurse"), where, lately)


def was_seen(page: Page, person: str, *, days: int) -> None:
    """Somebody looked at the house, so many days ago."""
    page.goto(person)
    main(page).locator("summary").filter(has_text="ยืนยัน").click()
    page.get_by_role("checkbox", name="บ้าน", exact=True).check()
    fill_date(page, "วันที่ไปดูหรือถาม", clock.today() - timedelta(days=days))
    page.get_by_role("button", name="ยืนยันว่ายังจริง").click()
    strip = page.get_by_role("region", name="สดแค่ไหน").get_by_role("listitem").filter(has_text="บ้าน")
    expect(strip).not_to_contain_text("ยังไม่มีใคร")


def listed(page: Page) -> list[str]:
    """Whose house is to be asked about again, as the worklist has it."""
    page.goto("/people/work/?fact=living&state=stale")
    title(page, "แวะถามใครดี")
    rows = main(page).get_by_role("listitem").filter(has_text=re.compile("บ้าน เก่ามา"))
    return sorted(row.get_by_role("link").first.inner_text().split()[0] for row in rows.all())


def it_steers(page: Page, where: str, person: str) -> None:
    page.goto(where)
    expect(main(page)).to_contain_text("ได้ยินแล้ว 4 ขา")
    assert listed(page) == ["นางลำดวน", "นางเอียด"]
    page.goto(person)
    by_rule = page.get_by_role("region", name="ข้อมูลสดแค่ไหน").get_by_role("link", name="ตามกติกาข้อ")
    name = by_rule.last.inner_text()
    assert re.fullmatch("ตามกติกาข้อ [๐-๙]+ ฉบับที่ ๑", name)
    by_rule.last.click()
    title(page, name.removeprefix("ตาม"))
    expect(main(page)).to_contain_text("ดูบ้านทุกสองเดือน")
    assert faults(page) == []
