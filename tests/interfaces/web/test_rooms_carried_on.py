"""After closing, from a host's side: one form for what stays open, reminders until it is done, candidates in a list."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.html import strip_tags

from sanam.domain.gatherings.models import OpenQuestion
from tests.cast import Cast
from tests.domain.dialogue.rooms import TEXTS, bring, opened
from tests.domain.gatherings.conftest import begun
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_rooms_hosted import at, closed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgets_knocks() -> None:
    cache.clear()


def checked(page: str) -> list[str]:
    return re.findall(r'name="card" value="(\d+)" checked', page)


def test_what_was_not_resolved_goes_on_by_one_form_and_the_rest_is_said_to_be_let_be(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room, _door = closed(field, gathering=gathering)
    host = enter("secretary")
    left = [str(room.statements.get(text=text).pk) for text in TEXTS[2:]]
    page = host.get(at(room, "result/")).content.decode()
    assert checked(page) == left
    assert "ไม่ได้ฝากต่อ" not in page
    owner = str(field.seats["nurse"].pk)
    for _twice in range(2):
        assert host.post(at(room, "carry/"), {"card": left[:1], "seat": owner}).status_code == 302
    question = OpenQuestion.objects.get()
    assert (question.text, question.owner_id) == (TEXTS[2], field.seats["nurse"].pk)
    page = host.get(at(room, "result/")).content.decode()
    assert page.count("ไม่ได้ฝากต่อ") == 1
    assert f'href="/gatherings/questions/{question.pk}/"' in page
    assert checked(page) == []


def test_the_form_is_the_hosts_and_stands_neither_on_the_wall_nor_on_a_phone(field: Cast, enter: Enter) -> None:
    room, door = closed(field, gathering=begun(field))
    path = f'action="{at(room, "carry/")}"'
    pages = [
        enter("secretary").get(at(room, "wall/")),
        enter("volunteer").get(at(room, "result/")),
        Client().get(f"/room/{door.code}/result/"),
    ]
    assert [path in page.content.decode() for page in pages] == [False, False, False]
    assert enter("volunteer").post(at(room, "carry/"), {"card": []}).status_code == 403
    assert enter("secretary").post(at(room, "carry/"), {"seat": "nobody"}).status_code == 422
    assert not OpenQuestion.objects.exists()


def test_once_the_report_is_approved_the_form_is_gone_and_says_why(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room, _door = closed(field, gathering=gathering)
    type(gathering).objects.update(stage="approved")
    page = enter("secretary").get(at(room, "result/")).content.decode()
    assert at(room, "carry/") not in page
    assert "รายงานของวงรับรองแล้ว" in page
    assert enter("secretary").post(at(room, "carry/"), {"card": []}).status_code == 409


def test_before_the_gathering_begins_the_page_says_when_and_before_approval_what_waits(
    field: Cast, enter: Enter
) -> None:
    gathering = begun(field)
    room, _door = closed(field, gathering=gathering)
    assert "รับรองแล้วฝากเพิ่มไม่ได้" in enter("nurse").get(f"/gatherings/{gathering.pk}/approve/").content.decode()
    type(gathering).objects.update(stage="planned")
    assert "วงเริ่มคุยเมื่อไร" in enter("secretary").get(at(room, "result/")).content.decode()
    assert f'href="{at(room, "result/")}#open"' not in enter("secretary").get("/").content.decode()


def test_today_and_the_gathering_remind_a_host_until_it_is_done(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room, _door = closed(field, gathering=gathering)
    host, told = enter("secretary"), f'href="{at(room, "result/")}#open"'
    pages = ("/", f"/gatherings/{gathering.pk}/")
    assert [host.get(page).content.decode().count(told) for page in pages] == [1, 1]
    assert told not in enter("volunteer").get("/").content.decode()
    host.post(at(room, "carry/"), {"seat": ""})
    assert [host.get(page).content.decode().count(told) for page in pages] == [0, 0]


def test_common_goals_wait_in_one_list_to_be_taken_up(field: Cast, enter: Enter) -> None:
    room, _door = closed(field)
    page = enter("secretary").get("/gatherings/rooms/").content.decode()
    goals = [str(one.pk) for one in room.common_goals.all()]
    assert re.findall(r'href="/rules/[^"]*\?goal=([^"]+)"', page) == goals
    assert enter("secretary").get(at(room, "result/")).content.decode().count("#goals") == 1


def test_what_each_brings_stands_by_heading_and_leg_with_hopes_beside_capital(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room = opened(field, gathering)
    bring(room)
    for page in (at(room), f"/gatherings/{gathering.pk}/"):
        told = strip_tags(enter("volunteer").get(page).content.decode()).replace("\u00a0", " ")
        beside = told.partition("ประโยชน์ที่พึงได้ร่วมกัน")[2]
        hopes, _, capital = beside.partition("ต้นทุนที่มีในวงนี้")
        assert "ยังไม่มีใครบอก" in hopes
        assert "อสม. 120 คน" in capital
    assert f'href="{at(room, "bring/")}"' in enter("volunteer").get(f"/gatherings/{gathering.pk}/").content.decode()
