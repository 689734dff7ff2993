"""The password once more: asked before some deeds, for ten minutes, with nothing written twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from sanam.domain.foundation import clock
from sanam.domain.teams.queries import account_of
from sanam.interfaces.web.account.again import needs_password_again
from sanam.interfaces.web.shell.request import Request
from tests.cast import PASSWORD
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.urls(__name__)
DONE = "deed:done"
SAID = {"why": ["ไปเยี่ยมมา", 'คำพูด "นั้น" <b>']}


@needs_password_again
def deed(request: Request) -> HttpResponse:
    return HttpResponse(DONE + "|".join(request.POST.getlist("why")))


urlpatterns = [path("deed/", deed), path("", include("sanam.interfaces.web.urls"))]


@pytest.fixture
def nurse(enter: Enter) -> Client:
    return enter("nurse")


def test_a_deed_waits_for_the_password_and_carries_what_was_sent(nurse: Client) -> None:
    asked = nurse.post("/deed/", SAID)
    page = asked.content.decode()
    assert asked.status_code == 403
    assert DONE not in page
    assert 'name="why" value="ไปเยี่ยมมา"' in page
    assert "คำพูด &quot;นั้น&quot; &lt;b&gt;" in page


def test_with_the_password_it_is_done_with_what_was_sent(nurse: Client) -> None:
    done = nurse.post("/deed/", SAID | {"password_again": PASSWORD})
    assert done.content.decode() == DONE + "|".join(SAID["why"])


def test_a_wrong_password_does_nothing_and_is_said(nurse: Client) -> None:
    refused = nurse.post("/deed/", SAID | {"password_again": "ผิด"})
    assert refused.status_code == 403
    assert "รหัสผ่านไม่ตรง" in refused.content.decode()
    assert "ผิด" not in refused.content.decode().replace("รหัสผ่านไม่ตรง", "")
    assert nurse.post("/deed/", SAID).status_code == 403


def test_somebody_elses_password_is_a_wrong_one(nurse: Client) -> None:
    other = account_of("secretary")
    assert other is not None
    other.set_password("คนละรหัส-คนละคน-2569")
    other.save()
    assert nurse.post("/deed/", {"password_again": "คนละรหัส-คนละคน-2569"}).status_code == 403


def test_it_lasts_ten_minutes_in_this_session_alone(nurse: Client, enter: Enter) -> None:
    nurse.post("/deed/", {"password_again": PASSWORD})
    then = clock.now()
    with clock.at(then + timedelta(minutes=9, seconds=59)):
        assert nurse.post("/deed/", SAID).status_code == 200
    with clock.at(then + timedelta(minutes=10, seconds=1)):
        assert nurse.post("/deed/", SAID).status_code == 403
    assert enter("nurse").post("/deed/", SAID).status_code == 403


def test_signing_in_is_not_an_answer(enter: Enter) -> None:
    client = enter("nobody")
    client.post("/sign-in/", {"username": "nurse", "password": PASSWORD})
    assert client.post("/deed/", SAID).status_code == 403


def test_a_page_is_reached_after_the_password(nurse: Client) -> None:
    led = nurse.get("/deed/?n=1")
    assert led.headers["Location"] == "/account/again/?next=%2Fdeed%2F%3Fn%3D1"
    assert 'name="next" value="/deed/?n=1"' in nurse.get(led.headers["Location"]).content.decode()
    back = nurse.post("/account/again/", {"next": "/deed/?n=1", "password_again": PASSWORD})
    assert back.headers["Location"] == "/deed/?n=1"
    assert nurse.get("/deed/?n=1").content.decode() == DONE


def test_nobody_is_led_away(nurse: Client) -> None:
    back = nurse.post("/account/again/", {"next": "https://elsewhere.example/", "password_again": PASSWORD})
    assert back.headers["Location"] == "/"


def test_guessing_here_is_slowed_down_as_at_the_door(nurse: Client) -> None:
    answers = [nurse.post("/deed/", {"password_again": f"ผิด{n}"}).status_code for n in range(6)]
    assert answers[0] == 403
    assert answers[-1] == 429
    assert nurse.post("/deed/", {"password_again": PASSWORD}).status_code == 429


def test_a_part_that_htmx_asked_for_becomes_the_question(nurse: Client) -> None:
    asked = nurse.post("/deed/", SAID, headers={"HX-Request": "true"})
    assert asked.headers["HX-Retarget"] == "#main"
    assert "<html" not in asked.content.decode()
