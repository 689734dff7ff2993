"""The page of minutes: what was typed is never lost, and two who write at once both see what the other wrote."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Decision, Gathering, Minute, OpenQuestion
from sanam.domain.gatherings.operations import decisions, minutes, questions, reports
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.words import Stage
from tests.cast import Cast
from tests.domain.gatherings.conftest import begun, over
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(field: Cast) -> Gathering:
    return begun(field)


def at(gathering: Gathering, page: str = "minutes") -> str:
    return f"/gatherings/{gathering.id}/{page}/"


def field_names(client: Client, gathering: Gathering) -> list[str]:
    return re.findall(r'<textarea id="([^"]+)"', client.get(at(gathering)).content.decode())


def test_one_save_keeps_points_questions_and_who_was_there(enter: Enter, gathering: Gathering) -> None:
    client = enter("nurse")
    first = next(name for name in field_names(client, gathering) if name.startswith("new_l"))
    sent = {first: "รถมีคันเดียว", "new_": "ฝนตก", "new_intro": "เรามาพบกัน", "questions": "ใครไปรับ\n\nใครจ่าย"}
    assert client.post(at(gathering), sent | {"concerned": "yes"}).status_code == 302
    report = queries.report(Gathering.objects.get(id=gathering.id))
    assert [(one.heading, one.text) for one in report.points] == [("รถรับส่ง", "รถมีคันเดียว"), ("", "ฝนตก")]
    assert [one.text for one in report.questions] == ["ใครไปรับ", "ใครจ่าย"]
    assert report.person_concerned is True


def test_two_who_change_one_point_see_both_and_lose_nothing(field: Cast, enter: Enter, gathering: Gathering) -> None:
    minutes.write(by=field.secretary, gathering=gathering, lines=[Line("หนึ่งคัน"), Line("ข้อสอง")])
    one, two = Minute.objects.order_by("id")
    client = enter("nurse")
    minutes.write(by=field.secretary, gathering=gathering, lines=[Line("ของเขา", minute=one.pk, version=1)])
    minutes.write(by=field.secretary, gathering=gathering, lines=[Line("ข้อสองแก้", minute=two.pk, version=1)])
    sent = {f"m{one.pk}": "ของเรา", f"v{one.pk}": "1", f"m{two.pk}": "ข้อสองแก้", f"v{two.pk}": "1", "new_": "ใหม่"}
    answer = client.post(at(gathering), sent | {"questions": "ใครไปรับ"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ของเขา" in page
    for name, text in ((f"m{one.pk}", "ของเรา"), ("new_", "ใหม่"), ("questions", "ใครไปรับ")):
        assert re.search(rf'name="{name}" rows="2">{text}</textarea>', page), name
    assert not OpenQuestion.objects.exists()
    again = {f"m{one.pk}": "ของเขาและของเรา", f"v{one.pk}": "2", f"m{two.pk}": "ข้อสองแก้", f"v{two.pk}": "2"}
    assert client.post(at(gathering), again).status_code == 302
    assert [one.text for one in Minute.objects.order_by("id")] == ["ของเขาและของเรา", "ข้อสองแก้"]


def test_what_was_typed_over_a_point_taken_out_is_offered_as_a_new_one(
    field: Cast, enter: Enter, gathering: Gathering
) -> None:
    minutes.write(by=field.secretary, gathering=gathering, lines=[Line("หนึ่งคัน")])
    one = Minute.objects.get()
    minutes.write(by=field.secretary, gathering=gathering, lines=[Line("", minute=one.pk, version=1)])
    client = enter("nurse")
    page = client.post(at(gathering), {f"m{one.pk}": "สองคัน", f"v{one.pk}": "1"}).content.decode()
    (name,) = re.findall(r'name="(new_gone\d+)" rows="2">สองคัน<', page)
    assert client.post(at(gathering), {name: "สองคัน"}).status_code == 302
    assert Minute.objects.get().text == "สองคัน"


def test_a_save_after_the_approval_is_refused_and_keeps_the_words(field: Cast, enter: Enter) -> None:
    held = over(field)
    reports.approve(by=field.local, gathering=held)
    answer = enter("nurse").post(at(held), {"new_": "มาช้าไป"})
    assert answer.status_code == 409
    assert "รับรองแล้ว" in answer.content.decode()
    assert "มาช้าไป" in answer.content.decode()


def test_words_are_shown_as_words(enter: Enter, gathering: Gathering) -> None:
    client = enter("nurse")
    client.post(at(gathering), {"new_": "</textarea><script>alert(1)</script>"})
    assert "<script>alert(1)" not in client.get(at(gathering)).content.decode()


@pytest.mark.parametrize("name", ["m999999999999999999", "mx", "new_q99999999", "v1"])
def test_a_field_that_is_none_of_the_page_does_no_harm(enter: Enter, gathering: Gathering, name: str) -> None:
    assert enter("nurse").post(at(gathering), {name: "ลองดู"}).status_code in {302, 409}
    assert Minute.objects.count() == (name == "new_q99999999")


def test_the_button_that_ends_the_talk_saves_first(enter: Enter, gathering: Gathering) -> None:
    enter("nurse").post(at(gathering), {"new_": "ข้อท้าย", "then": "held"})
    assert Minute.objects.get().text == "ข้อท้าย"
    assert Gathering.objects.get(id=gathering.id).stage == Stage.HELD


def test_two_who_correct_one_decision_are_told_and_may_send_again(
    field: Cast, enter: Enter, gathering: Gathering
) -> None:
    decision = decisions.decide(by=field.secretary, gathering=gathering, agreed=Agreed("ซ่อมสองหลัง"))
    voices = {f"leg_{one.leg_id}": "silent" for one in decision.voices.all()}
    decisions.correct(by=field.secretary, decision=decision, agreed=Agreed("ซ่อมสามหลัง"), version=1)
    client, address = enter("nurse"), f"/gatherings/decisions/{decision.pk}/"
    answer = client.post(address, {"text": "ซ่อมสี่หลัง", "version": "1", "seat": "", **voices})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ซ่อมสามหลัง" in page
    assert "ซ่อมสี่หลัง" in page
    (version,) = re.findall(r'name="version" value="(\d)"', page)
    assert client.post(address, {"text": "ซ่อมสี่หลัง", "version": version, "seat": "", **voices}).status_code == 302
    assert Decision.objects.get().text == "ซ่อมสี่หลัง"


def test_what_came_back_stands_on_today_of_its_owner(field: Cast, enter: Enter, gathering: Gathering) -> None:
    question = questions.leave_open(by=field.secretary, gathering=gathering, text="ใครไปรับกลับบ้าน")
    section = f'href="/gatherings/questions/{question.pk}/"'
    assert section in enter("secretary").get("/").content.decode()
    assert section not in enter("nurse").get("/").content.decode()
    enter("nurse").post(f"/gatherings/questions/{question.pk}/take-up/")
    assert section in enter("nurse").get("/").content.decode()
    assert section not in enter("secretary").get("/").content.decode()


@pytest.mark.parametrize(
    ("page", "most"), [("minutes", 12), ("review", 8), ("approve", 13), ("questions", 6), ("today", 13)]
)
def test_a_page_asks_no_more_for_many_than_for_few(
    field: Cast, enter: Enter, django_assert_max_num_queries: object, page: str, most: int
) -> None:
    for number in range(12):
        past = over(field, days_ago=30 + number, title=f"วง {number}")
        questions.leave_open(by=field.secretary, gathering=past, text=f"โจทย์ {number}", owner=field.seats["nurse"])
        decisions.decide(by=field.secretary, gathering=past, agreed=Agreed("ซ่อม"))
    held = over(field)
    for number in range(8):
        decisions.decide(
            by=field.secretary, gathering=held, agreed=Agreed(f"ข้อ {number}", carried_by=field.seats["local"])
        )
        minutes.write(by=field.secretary, gathering=held, lines=[Line(f"ข้อ {number}")])
    client = enter("nurse")
    address = {"questions": "/gatherings/questions/", "today": "/"}.get(page, at(held, page))
    with django_assert_max_num_queries(most):  # type: ignore[operator]
        assert client.get(address).status_code == 200
