"""A room from its host's side: steps asked once more, a wall that asks cheaply, a result for those who were there."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanam.domain.dialogue.counting.plain import document
from sanam.domain.dialogue.invariants import alike
from sanam.domain.dialogue.models import Exchange, Result, RoomDoor, Statement, Ticket
from sanam.domain.dialogue.operations import doors, results, tickets
from sanam.domain.dialogue.words import Channel, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.gatherings.operations import attending
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.relations import votes as read_votes
from tests.cast import PASSWORD, Cast
from tests.domain.dialogue.rooms import AGREED, dotted, opened, ticket, voting_room
from tests.domain.gatherings.conftest import begun
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
PART = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def forgets_knocks() -> None:
    cache.clear()


def at(room: Exchange, part: str = "") -> str:
    return f"/gatherings/rooms/{room.pk}/{part}"


def closed(field: Cast, said: object = AGREED, **more: object) -> tuple[Exchange, RoomDoor]:
    room = voting_room(field, said, **more)  # type: ignore[arg-type]
    door = doors.open_door(by=field.secretary, exchange=room)
    room = results.end_voting(by=field.secretary, exchange=room)
    if room.said is RoomStage.DOTTING:
        dotted(room)
        room = results.close(by=field.secretary, exchange=room)
    return room, door


def test_a_host_walks_a_room_from_its_first_card_to_its_result(field: Cast, enter: Enter) -> None:
    host = enter("secretary")
    answer = host.post("/gatherings/rooms/new/", {"title": "วงคุย", "question": "", "gathering": "", **no_day()})
    room = Exchange.objects.get()
    assert answer.url == at(room)  # type: ignore[attr-defined]
    host.post(at(room, "cards/"), {"text": "เยี่ยมทุก 7 วัน", "heading": "goal"})
    card = Statement.objects.get()
    host.post(f"/gatherings/rooms/cards/{card.pk}/change/", {"text": "เยี่ยมทุก 5 วัน"})
    host.post(at(room, "door/"), {"deed": "open"})
    host.post(at(room, "step/vote/"))
    for leg in AGREED:
        for _ in range(3):
            ticket(field, room, leg, (1,))
    host.post(at(room, "step/end/"))
    answer = host.post(at(room, "step/close/"))
    assert answer.url == at(room, "result/")  # type: ignore[attr-defined]
    page = host.get(at(room, "result/")).content.decode()
    assert "เยี่ยมทุก 5 วัน" in page.replace("\u00a0", " ")


def no_day() -> dict[str, str]:
    return {"until_0": "", "until_1": "", "until_2": ""}


def test_the_wall_answers_304_by_two_statements_of_its_own_until_somebody_comes_or_finishes(
    field: Cast, enter: Enter
) -> None:
    room = voting_room(field)
    doors.open_door(by=field.secretary, exchange=room)
    wall = enter("secretary")
    mark = wall.get(at(room, "wall/"), **PART).headers["ETag"]
    with CaptureQueriesContext(_connection()) as asked:
        answer = wall.get(at(room, "wall/"), HTTP_IF_NONE_MATCH=mark, **PART)
    assert (answer.status_code, answer.content) == (304, b"")
    assert len([one for one in asked.captured_queries if "dialogue_" in one["sql"]]) == 2
    ticket(field, room, "ท้องที่", (1, 1, 1, 1))
    answer = wall.get(at(room, "wall/"), HTTP_IF_NONE_MATCH=mark, **PART)
    assert answer.status_code == 200
    assert 'class="mid huge" x="210" y="216">14<' in answer.content.decode()
    assert len(answer.content) < 12_000


def _connection() -> object:
    from django.db import connection

    return connection


def test_a_wall_whose_scene_changed_is_drawn_anew(field: Cast, enter: Enter) -> None:
    room = voting_room(field)
    wall = enter("secretary")
    mark = wall.get(at(room, "wall/"), **PART).headers["ETag"]
    results.end_voting(by=field.secretary, exchange=room)
    answer = wall.get(at(room, "wall/"), HTTP_IF_NONE_MATCH=mark, **PART)
    assert answer.headers["HX-Refresh"] == "true"


def test_without_javascript_the_wall_loads_itself_again(field: Cast, enter: Enter) -> None:
    page = enter("secretary").get(at(opened(field), "wall/")).content.decode()
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page


def test_no_page_of_a_room_that_is_not_closed_holds_an_answer(field: Cast, enter: Enter) -> None:
    room = voting_room(field)
    host = enter("secretary")
    before = [host.get(at(room, part)).content for part in ("", "wall/")]
    for vote in room.tickets.get_queryset().first().votes.all():  # type: ignore[union-attr]
        vote.value = -vote.value
        vote.save()
    assert [_calm(host.get(at(room, part)).content) for part in ("", "wall/")] == [_calm(one) for one in before]
    assert host.get(at(room, "result/")).status_code == 404
    assert host.post(at(room, "file/")).status_code == 404


def _calm(page: bytes) -> list[bytes]:
    return [line for line in page.splitlines() if b"csrf" not in line]


def test_the_code_leads_to_the_result_for_thirty_days_after_closing(field: Cast) -> None:
    _room, door = closed(field)
    anybody = Client()
    page = anybody.get(f"/room/{door.code}/result/")
    assert page.status_code == 200
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "room_file" not in page.content.decode()
    assert "ป้าแมว" not in page.content.decode()
    Exchange.objects.update(closed_at=clock.now() - timedelta(days=31))
    assert anybody.get(f"/room/{door.code}/result/").status_code != 200


def test_before_closing_and_by_a_wrong_code_there_is_no_result(field: Cast) -> None:
    room = voting_room(field)
    door = doors.open_door(by=field.secretary, exchange=room)
    anybody = Client()
    assert anybody.get(f"/room/{door.code}/result/").status_code == 409
    assert anybody.get("/room/AAAAAA/result/").status_code == 404
    assert "100" not in anybody.get(f"/room/{door.code}/result/").content.decode()


def test_a_leg_of_two_is_named_and_shows_no_number(field: Cast) -> None:
    _room, door = closed(field, {**AGREED, "ท้องที่": AGREED["ท้องที่"][:2]})
    page = Client().get(f"/room/{door.code}/result/").content.decode()
    assert "ขานี้ยังไม่ได้พูด" in page
    assert 'aria-hidden="true"><path d="M6 .6 11.8 11H.2Z"/></svg><svg class="bar"' not in page


def test_rows_leave_for_the_password_and_count_to_the_figures_that_were_kept(
    field: Cast, enter: Enter, tmp_path: Path
) -> None:
    room, _door = closed(field, {**AGREED, "ท้องที่": AGREED["ท้องที่"][:2]})
    host = enter("secretary")
    assert host.post(at(room, "file/")).status_code == 302
    host.post("/account/again/", {"password_again": PASSWORD, "next": "/"})
    answer = host.post(at(room, "file/"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
    dots = tmp_path / "DOTS.csv"
    read = read_votes.read(tmp_path / "VOTES.csv", tmp_path / "GROUPS.csv", dots if dots.exists() else None)
    assert alike(json.loads(json.dumps(document(read.results))), Result.objects.get().figures["counted"])
    told = (tmp_path / "README.txt").read_text()
    assert "ท้องที่" in told
    ids = {str(one) for one in Ticket.objects.values_list("pk", flat=True)}
    assert not [one for one in ids if one in (tmp_path / "VOTES.csv").read_text()]


def test_rows_with_dots_count_to_the_same_emphases(field: Cast, enter: Enter, tmp_path: Path) -> None:
    room, _door = closed(field)
    host = enter("secretary")
    host.post("/account/again/", {"password_again": PASSWORD, "next": "/"})
    with zipfile.ZipFile(io.BytesIO(host.post(at(room, "file/")).content)) as archive:
        archive.extractall(tmp_path)
    read = read_votes.read(tmp_path / "VOTES.csv", tmp_path / "GROUPS.csv", tmp_path / "DOTS.csv")
    assert read.results.emphases
    assert alike(json.loads(json.dumps(document(read.results))), Result.objects.get().figures["counted"])


def test_only_a_host_takes_the_rows(field: Cast, enter: Enter) -> None:
    room, _door = closed(field)
    assert enter("volunteer").post(at(room, "file/")).status_code == 403


def test_a_hosts_page_leads_to_bringing_and_helping_and_tells_who_came_in(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room = voting_room(field, gathering=gathering)
    tickets.help(by=field.secretary, exchange=room, leg=teams.leg(room.body, "ท้องที่"), channel=Channel.PAPER)
    page = enter("secretary").get(at(room)).content.decode()
    assert f'href="{at(room, "bring/")}"' in page
    assert f'href="{at(room, "help/")}"' in page
    assert "ตอบแทน 1 คน" in page
    assert "คนดูแลวงช่วย 1 คน" in page
    assert at(room, "help/") not in enter("volunteer").get(at(room)).content.decode()


def test_a_hosts_page_tells_of_more_tickets_than_heads(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room = voting_room(field, gathering=gathering)
    told = {"organisation": "ชมรม อสม.", "leg": None}
    attending.count_heads(by=field.secretary, gathering=gathering, heads=13, **told)  # type: ignore[arg-type]
    assert "แต่นับหัวได้" not in enter("secretary").get(at(room)).content.decode()
    attending.count_heads(by=field.secretary, gathering=gathering, heads=3, **told)  # type: ignore[arg-type]
    assert "เข้าห้อง 13 แต่นับหัวได้ 3" in enter("secretary").get(at(room)).content.decode()


def test_a_gathering_and_today_tell_of_its_rooms(field: Cast, enter: Enter) -> None:
    gathering = begun(field)
    room, _door = closed(field, gathering=gathering)
    nurse = enter("nurse")
    assert at(room, "result/") in nurse.get(f"/gatherings/{gathering.pk}/").content.decode()
    assert at(room, "result/") in nurse.get("/").content.decode()


BUDGETS = {
    "rooms/": 7,
    "closed": 10,
    "closed/wall/": 8,
    "closed/result/": 8,
    "voting": 10,
    "voting/wall/": 8,
    "voting/help/": 9,
}
"""Statements of a page, three of them for the session, the account and its seats."""


@pytest.mark.parametrize("page", BUDGETS)
def test_pages_of_a_room_ask_for_little(
    field: Cast, enter: Enter, page: str, django_assert_max_num_queries: object
) -> None:
    going = voting_room(field)
    doors.open_door(by=field.secretary, exchange=going)
    rooms = {"closed": closed(field)[0], "voting": going}
    host = enter("secretary")
    which, _, part = page.partition("/")
    path = at(rooms[which], part) if which in rooms else f"/gatherings/{page}"
    with django_assert_max_num_queries(BUDGETS[page]):  # type: ignore[operator]
        assert host.get(path).status_code == 200
