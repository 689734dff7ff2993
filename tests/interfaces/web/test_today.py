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
from sanam.domain.gatherings.operations import calling, decisions, inviting, questions, reviews
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.notices import operations as notices
from sanam.domain.teams.operations import bodies, members
from sanam.domain.teams.words import BodyKind, HoldingKind
from tests.cast import Cast
from tests.domain.gatherings.conftest import over
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage
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


def test_empty_seats_are_counted_on_today_and_told_one_by_one_a_link_away(enter: Enter, field: Cast) -> None:
    body = field.seats["secretary"].body
    seats = [open_seat(field, body, "moderator") for _ in range(3)]
    desk = enter("secretary")
    assert "3 ที่นั่งยังไม่มีคนนั่ง" in said(desk)
    assert "ที่นั่งยังไม่มีคนนั่ง" not in said(enter("nurse"))
    html = desk.get("/team/matters/").content.decode()
    assert "3 ที่นั่งยังไม่มีคนนั่ง" in html
    assert all(f"/team/seats/{seat.pk}/" in html for seat in seats)


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
    assert "โจทย์ 0" not in said(enter("nurse"))


def test_what_presses_is_never_folded_and_the_rest_says_the_day(enter: Enter, field: Cast) -> None:
    past, owner = over(field), field.seats["nurse"]
    for days in (1, 2, 3, 4, 20, 30):
        due = {"text": f"ทำใน {days} วัน", "due_on": clock.today() + timedelta(days=days), "owner": owner}
        reviews.promise(by=field.secretary, gathering=past, **due)  # type: ignore[arg-type]
    html = enter("nurse").get("/").content.decode()
    shown, _, folded = html.partition('<details class="fold"><summary>ดูอีก 2')
    assert all(f"ทำใน {days} วัน" in shown for days in (1, 2, 3, 4))
    assert all(f"ทำใน {days} วัน" in folded for days in (20, 30))
    assert "ใกล้สุด" in folded.partition("</summary>")[0]


def test_what_stands_on_the_page_is_not_told_again_as_news(enter: Enter, field: Cast) -> None:
    reviews.promise(
        by=field.secretary, gathering=over(field), text="ถามวันว่าง", owner=field.seats["nurse"], due_on=clock.today()
    )
    html = enter("nurse").get("/").content.decode()
    assert html.count("ถามวันว่าง</a>") == 1
    assert "เราฝากเรื่องนี้ไว้กับคุณ" not in html
    assert "เราฝากเรื่องนี้ไว้กับคุณ" in enter("nurse").get("/notices/").content.decode()


BUDGETS = {"secretary": 8, "nurse": 11, "volunteer": 11, "local": 11, "regional": 7, "unscoped": 11, "association": 11}


@pytest.mark.parametrize("who", BUDGETS)
def test_it_asks_little_however_much_there_is(enter: Enter, field: Cast, who: str) -> None:
    """The session, the account, its seats, the look (two on PostgreSQL); the bodies for who needs their tree; what
    waits in every room; the notices; and four for people to ask: dials, people, their groups, what is known of them."""
    body = field.seats["secretary"].body
    for number in range(6):
        past = over(field, days_ago=30 + number, title=f"วง {number}")
        if who != "association":
            questions.leave_open(by=field.secretary, gathering=past, text="ใครไปรับ", owner=field.seats[who])
        questions.leave_open(by=field.secretary, gathering=past, text="ใครไปส่ง")
        decisions.decide(by=field.secretary, gathering=past, agreed=Agreed("ซ่อม"))
        tell(field, f"kind{number}", "ข่าว")
        seat = open_seat(field, body, "moderator")
        members.seat(by=INSTALLATION, member=enrol(f"deputy{number}"), seat=seat, kind=HoldingKind.DEPUTY)
    seat_the_legs(field)
    at_every_stage(field)
    assert asked(enter(who)) <= BUDGETS[who]
