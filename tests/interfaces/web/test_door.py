"""The pages before and at the door: strangers learn nothing, phones keep nothing, hosts see what is theirs."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.codes import spoken
from sanam.domain.gatherings.models import Attendance, Door, Eligible, Gathering, Invitation
from sanam.domain.gatherings.operations import doors, feeds, inviting
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Holding
from sanam.domain.teams.queries import leg
from sanam.interfaces.web.gatherings import entering
from tests.cast import Cast
from tests.domain.gatherings.asking import NAMES, called, listed
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgets_knocks() -> None:
    cache.clear()


@pytest.fixture
def door(field: Cast) -> Door:
    gathering = called(field, clock.now())
    people = listed(field)
    inviting.invite(by=field.secretary, gathering=gathering, eligible=people, way=Way.NAMED, channel=Channel.PHONE)
    return doors.open_door(by=field.secretary, gathering=gathering)


def said(field: Cast, name: str, **more: str) -> dict[str, str]:
    return {"name": name, "leg": str(leg(field.seats["nurse"].body, "ภาคประชาชน").pk), "organisation": "", **more}


def test_the_answer_is_the_same_whether_or_not_the_name_was_on_the_list(field: Cast, door: Door) -> None:
    pages = []
    for name in (NAMES[0], "ใครไม่รู้ เดินผ่าน"):
        phone = Client()
        answer = phone.post(f"/in/{door.code}/", said(field, name), follow=True)
        pages.append(
            answer.content.decode().replace(name.replace(" ", '</span> <span class="keep">'), "X").replace(name, "X")
        )
    assert Attendance.objects.exclude(invitation=None).count() == 1
    first, second = (
        [line for line in page.splitlines() if "csrf" not in line and "span class" not in line] for page in pages
    )
    assert first == second


def test_no_name_of_the_list_is_on_any_page_a_stranger_opens(field: Cast, door: Door) -> None:
    for path in (f"/in/{door.code}/", f"/in/{door.code}/?again=yes", "/in/"):
        page = Client().get(path).content.decode()
        assert not [name for name in NAMES if name.split()[0] in page]
    for path in ("invitations", "attendance", "door"):
        assert Client().get(f"/gatherings/{door.gathering_id}/{path}/").status_code == 302


def test_a_phone_keeps_a_ticket_for_this_path_until_the_door_shuts(field: Cast, door: Door) -> None:
    phone = Client()
    phone.post(f"/in/{door.code}/", said(field, "สมหวัง ใจดี"))
    ticket = phone.cookies[entering.TICKET]
    assert ticket["path"] == "/in/"
    assert ticket["httponly"]
    assert ticket["samesite"] == "Lax"
    assert 0 < int(ticket["max-age"]) <= doors.LASTS.total_seconds()
    assert "sessionid" not in phone.cookies
    assert "เซ็นชื่อแล้ว" in phone.get(f"/in/{door.code}/").content.decode()
    doors.shut(by=field.secretary, gathering=door.gathering)
    gone = phone.get(f"/in/{door.code}/")
    assert gone.status_code == 404
    assert gone.cookies[entering.TICKET]["max-age"] == 0
    assert gone.headers["Cache-Control"] == "no-store"


def test_the_guard_of_forms_goes_with_the_browser(door: Door) -> None:
    answer = Client().get(f"/in/{door.code}/")
    assert answer.cookies["csrftoken"]["max-age"] == ""
    assert answer.cookies["csrftoken"]["expires"] == ""


def test_a_form_from_elsewhere_signs_nobody_in(field: Cast, door: Door) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/in/{door.code}/", said(field, "สมหวัง ใจดี")).status_code == 403
    assert not Attendance.objects.exists()


def test_guessing_codes_comes_to_an_end_and_a_room_behind_one_address_is_let_in(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entering, "MOST_WRONG", 3)
    for _ in range(5):
        assert Client().get(f"/in/{door.code}/").status_code == 200
    assert [Client().get("/in/WWWWWW/").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert Client().get(f"/in/{door.code}/").status_code == 429
    assert Client(REMOTE_ADDR="10.0.0.9").get(f"/in/{door.code}/").status_code == 200


def test_the_short_way_in_takes_the_code_as_it_is_typed(door: Door) -> None:
    spaced = f"{door.code[:3].lower()}-{door.code[3:]}"
    assert Client().post("/in/", {"code": spaced}).headers["Location"] == f"/in/{door.code}/"
    assert Client().post("/in/", {"code": "oops"}).status_code == 422


def test_a_name_is_escaped_wherever_it_is_shown(enter: Enter, field: Cast, door: Door) -> None:
    phone, evil = Client(), "<script>alert(1)</script> ก"
    page = phone.post(f"/in/{door.code}/", said(field, evil, organisation="<b>x</b>"), follow=True).content.decode()
    hosts = enter("nurse").get(f"/gatherings/{door.gathering_id}/attendance/").content.decode()
    for shown in (page, hosts):
        assert "<script>alert" not in shown
        assert "<b>x</b>" not in shown


def test_who_sees_the_gathering_sees_numbers_and_hosts_see_names(enter: Enter, field: Cast, door: Door) -> None:
    Client().post(f"/in/{door.code}/", said(field, "ป้าแดง มาเอง"))
    path = f"/gatherings/{door.gathering_id}/attendance/"
    assert "ป้าแดง" in enter("nurse").get(path).content.decode()
    others = enter("volunteer").get(path).content.decode()
    assert "ป้าแดง" not in others
    assert 'role="img"' in others
    assert "ร่วม 1 คน มาครั้งแรก 1 คน" in others
    assert "<caption" in others


def test_a_gathering_is_called_in_the_buddhist_era_and_told_where_it_is_wrong(enter: Enter, field: Cast) -> None:
    nurse, body = enter("nurse"), field.seats["nurse"].body
    given = {"body": str(body.pk), "title": "คุยกัน", "kind": "meeting", "place": "วัด", "agenda": "หนึ่ง\nสอง"}
    assert nurse.post("/gatherings/new/", given | {"day": "8 ธ.ค. 2569", "begins": "25.00"}).status_code == 422
    made = nurse.post("/gatherings/new/", given | {"day": "8 ธ.ค. 2569", "begins": "๑๓.๓๐ น."})
    found = Gathering.objects.get(title="คุยกัน")
    assert made.headers["Location"] == f"/gatherings/{found.pk}/invitations/"
    assert found.starts_at
    assert found.starts_at.astimezone(clock.BANGKOK).isoformat() == "2026-12-08T13:30:00+07:00"
    assert found.agenda == ["หนึ่ง", "สอง"]


def test_names_come_by_hand_by_paste_and_by_sheet_and_no_number_of_an_id_card_comes_along(
    enter: Enter, field: Cast
) -> None:
    book = Workbook()
    book.active.append(["ที่", "ชื่อ-สกุล", "เลขบัตรประชาชน", "โทรศัพท์", "ชมรม"])
    book.active.append([1, "=HYPERLINK(1)", "1234567890121", "", ""])
    book.active.append([2, "นางสาวแก้ว ตาดี", "1234567890121", "000-001-2345", "ชมรม ก"])
    file = BytesIO()
    book.save(file)
    shared = {
        "leg": "0",
        "came_by": "club",
        "name": "คนที่ หนึ่ง",
        "lines": "1. นายสอง รองมา, 0000099999, ชมรม ข\n=cmd|' /C calc'",
    }
    sent = SimpleUploadedFile("list.xlsx", file.getvalue())
    assert enter("nurse").post("/gatherings/eligible/add/", {**shared, "file": sent}).status_code == 302
    rows = {one.name: (one.phone, one.organisation) for one in Eligible.objects.all()}
    assert rows["คนที่ หนึ่ง"] == ("", "")
    assert rows["นายสอง รองมา"] == ("0000099999", "ชมรม ข")
    assert rows["นางสาวแก้ว ตาดี"] == ("0000012345", "ชมรม ก")
    assert not [name for name in rows if name.startswith(("=", "+", "@", "-"))]
    assert "1234567890121" not in str(list(Eligible.objects.values()))


def test_a_calendar_is_read_by_its_secret_and_by_nothing_else(field: Cast, enter: Enter) -> None:
    gathering = called(field)
    page = enter("nurse").post("/gatherings/calendar/", {"deed": "make"}).content.decode()
    address = "/calendar/" + page.partition("http://testserver/calendar/")[2].partition("<")[0]
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert str(gathering.pk) in answer.content.decode()
    assert "คน nurse" not in answer.content.decode()
    assert address not in enter("nurse").get("/gatherings/calendar/").content.decode()
    assert Client().get("/calendar/guess.ics").status_code == 404
    enter("nurse").post("/gatherings/calendar/", {"deed": "revoke"})
    assert Client().get(address).status_code == 404


def test_a_calendar_dies_with_the_holding(field: Cast) -> None:
    token = feeds.make(by=field.nurse)
    assert queries.reader_of(token).ref == field.nurse.ref
    yesterday = clock.today() - timedelta(days=1)
    Holding.objects.filter(member=field.members["nurse"]).update(from_on=yesterday, to_on=yesterday)
    assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_an_answer_of_another_seat_cannot_be_written(enter: Enter, field: Cast, door: Door) -> None:
    (asked,) = inviting.invite(
        by=field.secretary, gathering=door.gathering, seats=[field.seats["local"]], way=Way.SEAT, channel=Channel.APP
    )
    path = f"/gatherings/invitations/{asked.pk}/answer/"
    assert enter("volunteer").post(path, {"answer": "yes"}).status_code == 403
    assert enter("nurse").post(path, {"answer": "perhaps"}).status_code == 422
    assert Invitation.objects.get(pk=asked.pk).answer == ""


def test_a_shut_gathering_shows_no_code(enter: Enter, field: Cast, door: Door) -> None:
    path = f"/gatherings/{door.gathering_id}/door/"
    read_aloud = spoken(door.code)
    assert read_aloud in enter("nurse").get(path).content.decode()
    Gathering.objects.filter(pk=door.gathering_id).update(stage=Stage.HELD)
    shut = enter("nurse").get(path).content.decode()
    assert read_aloud not in shut
    assert door.code not in shut
    assert Client().get(f"/in/{door.code}/").status_code == 404
