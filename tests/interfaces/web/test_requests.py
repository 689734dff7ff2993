"""Pages of requests, as the registrar and the secretary see them; and nobody else."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal.models import Entry
from sanam.domain.registry.models import Person, Restriction, SubjectRequest, Tombstone
from sanam.domain.registry.operations import holds, restrictions
from sanam.domain.registry.rights.words import Asked
from tests.cast import PASSWORD, Cast
from tests.domain.registry.rights.conftest import accepted, asked, seat_registrar
from tests.interfaces.web.conftest import Enter

GIVEN = {"password_again": PASSWORD}


@pytest.fixture
def registrar(field: Cast) -> Actor:
    return seat_registrar(field)


@pytest.fixture
def desk(enter: Enter, registrar: Actor) -> Client:
    return enter("registrar")


@pytest.fixture
def secretary(enter: Enter) -> Client:
    return enter("secretary")


def received(**more: str) -> dict[str, str]:
    today = clock.today()
    day = {"received_on_day": str(today.day), "received_on_month": str(today.month)}
    day |= {"received_on_year": str(today.year + 543)}
    usual = {"kind": "access", "channel": "in_person", "asker": "self", "identity_seen": "card"}
    return day | usual | more


def test_a_request_is_written_down_from_the_persons_page_and_stands_on_the_list(desk: Client, ours: Person) -> None:
    assert f"/people/{ours.id}/requests/" in desk.get(f"/people/{ours.id}/").content.decode()
    response = desk.post(f"/people/{ours.id}/requests/", received(wanted="อยากเห็นทั้งหมด"))
    one = SubjectRequest.objects.get()
    assert response.headers["Location"] == f"/people/requests/{one.id}/"
    page = desk.get("/people/requests/").content.decode()
    assert "เหลือ 30 วัน" in page
    assert "เอียด" in page
    assert Entry.objects.filter(to="people", did="people.looked", because="requests").exists()


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(desk: Client, ours: Person) -> None:
    response = desk.post(f"/people/{ours.id}/requests/", received(asker="guardian", wanted="ขอแทนแม่"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "ขอชื่อผู้ที่มาขอแทนด้วย" in page
    assert "ขอแทนแม่" in page


def test_days_past_are_said_without_blame(desk: Client, registrar: Actor, ours: Person) -> None:
    asked(registrar, ours, Asked.ACCESS, received_on=clock.today() - timedelta(days=32))
    for path in ("/people/requests/", "/"):
        page = desk.get(path).content.decode()
        assert "เลยมา 2 วัน" in page
        assert "ล่าช้า" not in page


def test_the_page_of_a_request_is_a_look_at_the_person(desk: Client, registrar: Actor, ours: Person) -> None:
    one = asked(registrar, ours, Asked.ACCESS)
    before = Entry.objects.filter(to=ours.ref, did="person.looked").count()
    assert desk.get(f"/people/requests/{one.id}/").status_code == 200
    assert Entry.objects.filter(to=ours.ref, did="person.looked").count() == before + 1


def test_the_list_asks_few_questions_however_long(
    desk: Client, registrar: Actor, ours: Person, django_assert_max_num_queries
) -> None:
    for days in range(30):
        asked(registrar, ours, Asked.ACCESS, received_on=clock.today() - timedelta(days=days))
    with django_assert_max_num_queries(11):  # eight, and the session, the account and its seats
        assert "ดูต่อ" in desk.get("/people/requests/").content.decode()


def test_the_file_is_given_for_the_password_and_named_after_nobody(
    desk: Client, registrar: Actor, ours: Person
) -> None:
    one = asked(registrar, ours, Asked.ACCESS)
    path = f"/people/requests/{one.id}/file/"
    asked_first = desk.post(path).headers["Location"]
    assert not Entry.objects.filter(did="person.handed_over").exists()
    back = desk.post(asked_first, GIVEN | {"next": f"/people/requests/{one.id}/#file"}).headers["Location"]
    assert back == f"/people/requests/{one.id}/#file"
    assert "กดเอาไฟล์ได้เลย" in desk.get(back).content.decode()
    response = desk.post(path)
    assert response.headers["Content-Disposition"] == f'attachment; filename="everything-{clock.today()}.zip"'
    assert response.headers["Cache-Control"] == "no-store"
    assert "read-me.html" in zipfile.ZipFile(io.BytesIO(response.content)).namelist()


def test_each_deed_has_a_page_and_is_done(desk: Client, registrar: Actor, ours: Person) -> None:
    one = asked(registrar, ours, Asked.OBJECTION)
    at = f"/people/requests/{one.id}/"
    for deed in ("answer", "refuse", "extend", "withdraw", "hold"):
        assert desk.get(f"{at}{deed}/").status_code == 200, deed
    assert desk.get(f"{at}nothing/").status_code == 404
    assert desk.post(f"{at}refuse/", {"ground": "correct", "text": "ไม่"}).status_code == 422
    assert desk.post(f"{at}refuse/", {"ground": "claims", "text": "มีคดีอยู่"}).status_code == 302
    assert SubjectRequest.objects.get().state == "refused"
    page = desk.get(at).content.decode()
    assert "มีคดีอยู่" in page
    assert "ใช้ก่อตั้งหรือต่อสู้สิทธิเรียกร้องตามกฎหมาย" in page


def test_a_correction_asked_for_is_made_on_its_own_page(desk: Client, registrar: Actor, ours: Person) -> None:
    one = asked(registrar, ours, Asked.RECTIFICATION)
    path = f"/people/requests/{one.id}/correct/"
    assert "แก้ตามที่ขอ" in desk.get(path).content.decode()
    said = {"given": ours.given, "family": ours.family, "prefix": ours.prefix, "nickname": "ยายเอียด", "how": "paper"}
    said |= {"sex": ours.sex, "life": ours.life, "birth": ours.birth, "version": str(ours.version)}
    assert desk.post(path, said).status_code == 302
    ours.refresh_from_db()
    assert ours.nickname == "ยายเอียด"
    assert SubjectRequest.objects.get().state == "answered"


def test_one_accepts_and_another_erases(desk: Client, secretary: Client, registrar: Actor, ours: Person) -> None:
    one = asked(registrar, ours)
    at = f"/people/requests/{one.id}/"
    assert desk.post(f"{at}accept/").status_code == 302
    assert f"{at}erase/" not in desk.get(at).content.decode()
    assert desk.get(f"{at}erase/").status_code == 403
    assert f"{at}erase/" in secretary.get(at).content.decode()
    assert secretary.get(f"{at}erase/").headers["Location"].startswith("/account/again/")
    assert secretary.post(f"{at}erase/", {"ground": "unneeded", "sure": "yes"} | GIVEN).status_code == 302
    assert not Person.objects.filter(pk=ours.pk).exists()
    page = secretary.get("/people/erased/").content.decode()
    assert "หมดความจำเป็นตามวัตถุประสงค์แล้ว" in page
    assert "เอียด" not in page
    assert secretary.get(at).status_code == 200
    assert secretary.get(f"/people/{ours.id}/").status_code == 404


def test_a_mark_is_taken_away_by_whoever_may_erase(
    secretary: Client, registrar: Actor, field: Cast, ours: Person
) -> None:
    at = f"/people/requests/{accepted(registrar, ours).id}/erase/"
    secretary.post(at, {"ground": "unneeded", "sure": "yes"} | GIVEN)
    stone = Tombstone.objects.get()
    assert secretary.post(f"/people/erased/{stone.id}/lift/", {"sure": "yes"}).status_code == 302
    stone.refresh_from_db()
    assert stone.lifted_by_ref == field.secretary.ref


def test_a_hold_is_shown_and_lifted(desk: Client, registrar: Actor, ours: Person) -> None:
    one = accepted(registrar, ours)
    hold = holds.place(by=registrar, person=ours, because="คดีหมายเลข 1")
    assert "คดีหมายเลข 1" in desk.get(f"/people/requests/{one.id}/").content.decode()
    assert desk.post(f"/people/holds/{hold.pk}/lift/").status_code == 302
    assert "คดีหมายเลข 1" not in desk.get(f"/people/requests/{one.id}/").content.decode()


def test_they_are_held_back_from_the_request_and_come_back_from_their_page(
    desk: Client, secretary: Client, enter: Enter, registrar: Actor, ours: Person
) -> None:
    one = asked(registrar, ours, Asked.OBJECTION)
    at = f"/people/requests/{one.id}/"
    assert f"{at}hold-back/" in desk.get(at).content.decode()
    assert desk.post(f"{at}hold-back/", {"text": "หยุดใช้แล้ว"}).status_code == 422
    assert desk.post(f"{at}hold-back/", {"text": "หยุดใช้แล้ว", "purposes": ["care"]}).status_code == 302
    assert "หยุดใช้แล้ว" in desk.get(at).content.decode()
    nurse = enter("nurse")
    assert nurse.get(f"/people/{ours.id}/").status_code == 404
    assert "เอียด" not in nurse.get("/people/").content.decode()
    assert "ระงับใช้ตั้งแต่" in desk.get("/people/").content.decode()
    page = desk.get(f"/people/{ours.id}/").content.decode()
    assert "ระงับใช้: ดูแลต่อเนื่อง" in page
    assert "แก้ข้อมูล" not in page
    lift = f"/people/restrictions/{Restriction.objects.get().pk}/lift/"
    assert lift in page
    assert desk.get(lift).status_code == 200
    assert desk.post(lift, {"on": "passed", "because": "ตรวจแล้ว"}).status_code == 403
    assert secretary.post(lift, {"on": "passed", "because": "ตรวจแล้ว"}).status_code == 302
    assert nurse.get(f"/people/{ours.id}/").status_code == 200


def test_the_page_of_somebody_held_back_asks_no_more_than_any_persons(
    desk: Client, registrar: Actor, ours: Person, django_assert_max_num_queries
) -> None:
    restrictions.hold_back(by=registrar, request=asked(registrar, ours, Asked.RESTRICTION), text="หยุดแล้ว")
    with django_assert_max_num_queries(16):  # twelve, the session, the account, its seats; PostgreSQL is told it reads
        assert "ระงับใช้: ทุกเรื่อง" in desk.get(f"/people/{ours.id}/").content.decode()


def test_somebody_elsewhere_does_not_learn_that_there_is_a_request(
    desk: Client, field: Cast, enter: Enter, foreign: Person
) -> None:
    assert desk.get(f"/people/{foreign.id}/requests/").status_code == 404
    nobody = "00000000-0000-4000-8000-000000000000"
    for path in (f"/people/requests/{nobody}/", f"/people/requests/{nobody}/answer/"):
        assert desk.get(path).status_code == 404
    assert enter("secretary").get(f"/people/erased/{nobody}/lift/").status_code == 404
