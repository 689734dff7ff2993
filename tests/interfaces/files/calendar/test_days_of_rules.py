"""Days of the rules in a seat's calendar: what closes, comes back or falls due, and nothing of what was said."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.gatherings.operations import feeds
from sanam.domain.rules import queries
from sanam.domain.rules.models import RuleVersion
from sanam.domain.rules.operations import commitments, responses
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.teams.models import Body, Seat
from sanam.interfaces.cli.main import main
from sanam.interfaces.files.calendar.events import of_rules
from sanam.interfaces.files.calendar.writer import calendar
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import NO, closed, drafted, opened
from tests.interfaces.files.calendar.test_calendar import unfolded

pytestmark = pytest.mark.django_db
PROMISED = "ไปเยี่ยมบ้านป้าทุกวันศุกร์"


@pytest.fixture
def body(cast: Cast) -> Body:
    seat_the_legs(cast)
    return Body.objects.get(pk=cast.seats["nurse"].body_id)


@pytest.fixture
def version(cast: Cast, body: Body) -> RuleVersion:
    """A rule with the nurse's word on it."""
    made = adopted(body, ("ข้อความของกติกา", {}))
    said = Promise(PROMISED, clock.today() + timedelta(days=30), "มีบันทึก")
    commitments.sign(by=cast.nurse, clause=made.clauses.get(), promise=said)
    return made


def lines(cast: Cast, who: str = "nurse") -> list[str]:
    days = queries.calendar(cast.actors[who])
    return unfolded(calendar(of_rules(days, "th"), name="x", site="https://x.test")).split("\r\n")


def test_a_review_and_a_word_are_whole_days_by_the_name_of_the_rule(cast: Cast, version: RuleVersion) -> None:
    told = lines(cast)
    assert f"DTSTART;VALUE=DATE:{version.review_on:%Y%m%d}" in told
    assert "SUMMARY:ทบทวนกติกา: กติกาที่ 1 (กติกาข้อ ๑ ฉบับที่ ๑)" in told
    assert f"URL:https://x.test/rules/{version.rule_id}/" in told
    assert f"DTSTART;VALUE=DATE:{clock.today() + timedelta(days=30):%Y%m%d}" in told
    assert "SUMMARY:ครบกำหนดคำที่เราให้ไว้ (กติกาข้อ ๑ ฉบับที่ ๑)" in told


def test_a_round_closes_at_its_hour_and_a_second_call_is_named(cast: Cast, body: Body) -> None:
    found = drafted(cast, "รถรับส่ง")
    one = opened(cast, found)
    when = one.closes_at.astimezone(clock.BANGKOK)
    assert f"DTSTART;TZID=Asia/Bangkok:{when:%Y%m%dT%H%M%S}" in lines(cast)
    assert "SUMMARY:ปิดรอบ ลงเสียง: รถรับส่ง" in lines(cast)
    closed(one)
    assert not [line for line in lines(cast) if line.startswith("SUMMARY")]
    opened(cast, found, messenger=cast.seats["elder"])
    assert "SUMMARY:ปิดรอบสอง ลงเสียง: รถรับส่ง" in lines(cast)


def test_what_stands_for_now_ends_on_its_day(cast: Cast, body: Body) -> None:
    until = clock.today() + timedelta(days=90)
    adopted(body, ("ข้อที่ตกลงไว้ก่อน", {}), until=until, missing=[cast.seats["headman"].leg_id])
    assert "SUMMARY:ครบเวลาที่ตกลงไว้ก่อน: กติกาที่ 1 (กติกาข้อ ๑ ฉบับที่ ๑)" in lines(cast)
    assert f"DTSTART;VALUE=DATE:{until:%Y%m%d}" in lines(cast)


def test_nothing_said_or_promised_leaves(cast: Cast, version: RuleVersion) -> None:
    found = drafted(cast, "รถรับส่ง")
    responses.answer(by=cast.actors["mayor"], one=opened(cast, found), said=NO)
    whole = "\n".join(lines(cast))
    inside = (
        PROMISED,
        "มีบันทึก",
        "ข้อความของกติกา",
        NO.aim,
        NO.change,
        found.why,
        *(one.name for one in cast.members.values()),
    )
    assert [word for word in inside if word in whole] == []


def test_each_seat_has_its_own_bodys_days_and_its_own_words(cast: Cast, version: RuleVersion) -> None:
    assert "ครบกำหนดคำที่เราให้ไว้" not in "\n".join(lines(cast, "mayor"))
    assert "ทบทวนกติกา" in "\n".join(lines(cast, "mayor"))
    other = Body.objects.create(kind="district", name_th="พชอ.อื่น", name_en="O", area_codes=["9001"])
    Seat.objects.filter(pk=cast.seats["stranger"].pk).update(body=other)
    assert queries.calendar(cast.stranger) == []


def test_what_ended_is_in_no_calendar(cast: Cast, version: RuleVersion) -> None:
    adopted(version.rule.body, ("เลิกใช้", {}), rule=version.rule, retires=True)
    told = "\n".join(lines(cast))
    assert ("ทบทวนกติกา" in told, "ครบกำหนด" in told) == (False, False)


def test_the_secret_address_and_the_command_have_both(
    cast: Cast, version: RuleVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    token = feeds.make(by=cast.nurse)
    assert f"review-{version.pk}@rules.sanam" in unfolded(Client().get(f"/calendar/{token}.ics").content.decode())
    assert main(["export", "calendar", "--as", "nurse", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["rules"]
    assert {one["due"] for one in told} == {"review", "word"}
