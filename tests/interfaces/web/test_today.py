"""Today: what came back, what waits, what is coming; things of one kind in one sentence; little asked."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.operations import calling, decisions, inviting, questions
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.notices import operations as notices
from sanam.domain.teams.operations import bodies, members
from sanam.domain.teams.words import BodyKind, HoldingKind
from tests.cast import Cast
from tests.domain.gatherings.conftest import over
from tests.domain.teams.conftest import enrol, open_seat
from tests.interfaces.web.conftest import Enter

MARKS = ("SAVEPOINT", "RELEASE SAVEPOINT")


def said(client: Client) -> str:
    """What the page says, in one line."""
    html = client.get("/").content.decode()
    return re.sub(
        r"\s+", " ", re.sub(r"<[^>]+>|[\u200b\u2060]", "", html.replace("&nbsp;", " ").replace("\u00a0", " "))
    )


def asked(client: Client) -> int:
    """Statements, without the marks that a test's own transaction needs around the look."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/").status_code == 200
    return sum(not one["sql"].startswith(MARKS) for one in captured.captured_queries)


def tell(field: Cast, kind: str, text: str) -> None:
    told = {"th": text, "en": text, "path": "/people/"}
    notices.tell(by=field.nurse, seat=field.secretary.ref, kind=kind, about="x:1", **told)


def test_news_of_one_kind_is_one_sentence_with_how_many_more(enter: Enter, field: Cast) -> None:
    for number in range(4):
        tell(field, "corrected", f"แก้ข้อที่ {number}")
    tell(field, "invited", "มีคนชวน")
    page = said(enter("secretary"))
    assert "มีคนชวน" in page
    assert "แก้ข้อที่ 3" in page
    assert "แก้ข้อที่ 2" not in page
    assert "และเรื่องแบบนี้อีก 3" in page


def test_a_team_matter_alone_says_itself_and_many_say_how_many(enter: Enter, field: Cast) -> None:
    body = field.seats["secretary"].body
    open_seat(field, body, "moderator")
    desk = enter("secretary")
    assert "ที่นั่งยังไม่มีคนนั่ง" not in said(desk)
    assert "ยังไม่มีคนนั่ง" in said(desk)
    seats = [open_seat(field, body, "moderator") for _ in range(2)]
    assert "3 ที่นั่งยังไม่มีคนนั่ง" in said(desk)
    html = desk.get("/").content.decode()
    assert all(f"/team/seats/{seat.pk}/" in html for seat in seats)  # and each is behind the sentence


def test_who_sees_a_district_finds_people_behind_links_and_who_knows_them_is_asked_here(
    enter: Enter, field: Cast
) -> None:
    wide, near = enter("secretary").get("/").content.decode(), enter("nurse").get("/").content.decode()
    assert 'id="ask"' in near
    assert 'id="ask"' not in wide
    for path in ("/people/work/", "/people/news/"):
        assert f'href="{path}"' in wide


def test_what_is_coming_is_what_our_body_called_and_what_we_were_asked_to(enter: Enter, field: Cast) -> None:
    ours = field.seats["nurse"].body
    team = {"kind": BodyKind.CARE_TEAM, "area_codes": ["930512"], "parent": ours}
    team = bodies.found(by=INSTALLATION, name_th="ทีมอื่น", name_en="Another team", **team)
    when = {"starts_at": clock.now() + timedelta(days=3), "place": "วัด"}
    calling.call_together(by=field.secretary, body=ours, title="วงของคณะเรา", **when)
    theirs = calling.call_together(by=field.secretary, body=team, title="วงของทีมอื่น", **when)
    nurse = enter("nurse")
    assert "วงของคณะเรา" in said(nurse)
    assert "วงของทีมอื่น" not in said(nurse)
    asked_along = {"seats": [field.seats["nurse"]], "way": Way.SEAT, "channel": Channel.APP}
    inviting.invite(by=field.secretary, gathering=theirs, **asked_along)
    soon = nurse.get("/").content.decode().partition('id="soon"')[2]
    assert f"/gatherings/{theirs.pk}/" in soon


def test_the_first_questions_are_listed_and_the_others_counted(enter: Enter, field: Cast) -> None:
    past = over(field)
    for number in range(5):
        questions.leave_open(by=field.secretary, gathering=past, text=f"โจทย์ {number}")
    page = said(enter("secretary"))
    assert [f"โจทย์ {number}" in page for number in range(5)] == [True, True, True, False, False]
    assert "ดูโจทย์อีก 2" in page
    assert "โจทย์ของคนอื่นที่ยังเปิดอยู่ 5 โจทย์" in said(enter("nurse"))


@pytest.mark.parametrize(("who", "most"), [("secretary", 20), ("nurse", 26)])
def test_it_asks_little_however_much_there_is(enter: Enter, field: Cast, who: str, most: int) -> None:
    """The session, the account, its seats, the look (two on PostgreSQL); then a statement a section, rows and all."""
    body = field.seats["secretary"].body
    for number in range(6):
        past = over(field, days_ago=30 + number, title=f"วง {number}")
        questions.leave_open(by=field.secretary, gathering=past, text="ใครไปรับ", owner=field.seats[who])
        questions.leave_open(by=field.secretary, gathering=past, text="ใครไปส่ง")
        decisions.decide(by=field.secretary, gathering=past, agreed=Agreed("ซ่อม"))
        tell(field, f"kind{number}", "ข่าว")
        seat = open_seat(field, body, "moderator")
        members.seat(by=INSTALLATION, member=enrol(f"deputy{number}"), seat=seat, kind=HoldingKind.DEPUTY)
    assert asked(enter(who)) <= most
