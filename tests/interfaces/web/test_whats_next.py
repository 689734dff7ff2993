"""A proposal and a rule say in one sentence what happens next and when, whatever state they are in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import strip_tags

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Proposal, RuleVersion
from sanam.domain.rules.operations import by_the_clock, objections, proposals, provisional, responses, reviewing, rounds
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import Channel, RoundKind
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import YES, at_every_stage, closed, drafted, opened
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(field: Cast) -> Body:
    seat_the_legs(field)
    return Body.objects.get(pk=field.seats["secretary"].body_id)


def told(client: Client, address: str) -> str:
    """What stands under «next step», in plain words."""
    answer = client.get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    return " ".join(strip_tags(page.partition('id="now"')[2].partition("</section>")[0].partition(">")[2]).split())


def next_of(client: Client, found: Proposal) -> str:
    return told(client, f"/rules/proposals/{found.pk}/")


def asked(field: Cast, found: Proposal, kind: RoundKind) -> None:
    closes = clock.now() + timedelta(days=5)
    rounds.open_round(by=field.nurse, proposal=found, kind=kind, closes_at=closes)


def test_every_stage_of_a_proposal_has_its_sentence(enter: Enter, field: Cast, board: Body) -> None:
    ids, client = at_every_stage(field), enter("nurse")
    said = {
        ids["proposal"]: "ยังเป็นร่าง ต่อไปเปิดรอบ",
        ids["deciding"]: "ตอบได้ถึง",
        ids["objected"]: "ยังมีข้อติดใจ 1 ข้อ",
        str(RuleVersion.objects.get(pk=ids["for_now"]).proposal_id): "ตกลงไว้ก่อนถึง",
    }
    assert [text for ref, text in said.items() if text not in told(client, f"/rules/proposals/{ref}/")] == []


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (RoundKind.QUESTION, "ถามกันได้ถึง"),
        (RoundKind.REACTION, "บอกความรู้สึกได้ถึง"),
        (RoundKind.SENSE, "รอบนี้ไม่ตัดสินอะไร"),
    ],
)
def test_an_open_round_says_until_when(enter: Enter, field: Cast, board: Body, kind: RoundKind, sentence: str) -> None:
    found = drafted(field, "ข้อที่ถาม")
    asked(field, found, kind)
    said = next_of(enter("nurse"), found)
    assert sentence in said
    assert str((clock.today() + timedelta(days=5)).year + 543) in said


def test_who_was_silent_is_asked_for_and_a_missing_leg_is_named(enter: Enter, field: Cast, board: Body) -> None:
    found, client = drafted(field, "ข้อที่เงียบ"), enter("nurse")
    one = opened(field, found)
    responses.answer(by=field.actors["mayor"], one=one, said=YES)
    responses.answer(by=field.actors["secretary"], one=one, said=YES)
    closed(one)
    assert "ยังไม่ได้ตัดสินอะไร ต่อไปเปิดรอบสอง" in next_of(client, found)
    second = opened(field, found, messenger=field.seats["elder"])
    assert "รอบสอง ตอบได้ถึง" in next_of(client, found)
    closed(second)
    assert "ยังขาด ขาท้องที่, ขาภาคประชาชน" in next_of(client, found)


def test_once_everybody_has_answered_it_may_close_and_only_then_is_a_button_for_it(
    enter: Enter, field: Cast, board: Body
) -> None:
    found, client = drafted(field, "ข้อที่ครบ"), enter("nurse")
    one = opened(field, found)
    assert "ปิดรอบนี้" not in next_of(client, found)
    assert "ยังรออีก" in next_of(client, found)
    for actor in field.actors.values():
        responses.answer(by=actor, one=one, said=YES)
    assert "ทุกที่นั่งตอบแล้ว" in next_of(client, found)
    assert "ปิดรอบนี้" in next_of(client, found)
    rounds.close(by=field.nurse, one=one)
    assert "ตกลงกันเมื่อ" in next_of(client, found)


def test_no_button_closes_while_a_seat_may_override_what_was_written_down_for_it(
    enter: Enter, field: Cast, board: Body
) -> None:
    found, client = drafted(field, "ข้อที่มีคนจดแทน"), enter("nurse")
    one = opened(field, found)
    for name, actor in field.actors.items():
        if name != "elder":
            responses.answer(by=actor, one=one, said=YES)
    responses.assist(by=field.nurse, one=one, seat=field.seats["elder"], channel=Channel.PHONE, said=YES)
    assert "ที่นั่งที่มีคนจดแทนยังตอบเองได้" in next_of(client, found)
    assert "ปิดรอบนี้" not in next_of(client, found)
    responses.answer(by=field.actors["elder"], one=one, said=YES)
    assert "ปิดรอบนี้" in next_of(client, found)


def test_an_objection_taken_back_leads_to_the_next_round(enter: Enter, field: Cast, board: Body) -> None:
    at_every_stage(field)
    found = Proposal.objects.get(title="ร่างที่มีคนติดใจ")
    objections.withdraw(by=field.actors["mayor"], objection=found.objections.get(), because="ลองก่อนได้")
    assert "แก้ร่างด้วยกันแล้วเปิดรอบใหม่ได้" in next_of(enter("nurse"), found)


def test_what_was_not_carried_on_or_was_taken_back_says_when(enter: Enter, field: Cast, board: Body) -> None:
    gone, silent, client = drafted(field, "ข้อที่ถอน"), drafted(field, "ข้อที่เงียบไป"), enter("nurse")
    proposals.withdraw(by=field.nurse, proposal=gone)
    assert "ผู้เสนอถอนเมื่อ" in next_of(client, gone)
    assert "ตกลงกันว่า" not in client.get(f"/rules/proposals/{gone.pk}/").content.decode()
    with clock.at(clock.now() + timedelta(days=200)):
        by_the_clock.lapse(by=INSTALLATION)
    assert "ไม่ได้คุยต่อครึ่งปี" in next_of(client, silent)


def test_a_rule_says_what_is_due_on_it(enter: Enter, field: Cast, board: Body) -> None:
    today, client = clock.today(), enter("nurse")
    due = adopted(board, ("ข้อหนึ่ง", {}), review_on=today - timedelta(days=1))
    near = adopted(board, ("ข้อสอง", {}), review_on=today + timedelta(days=9))
    calm = adopted(board, ("ข้อสาม", {}))
    coming = adopted(board, ("ข้อสี่", {}), starts=today + timedelta(days=9))
    assert "ถึงวันทบทวนแล้ว" in told(client, f"/rules/{due.rule_id}/")
    assert "ใกล้วันทบทวน" in told(client, f"/rules/{near.rule_id}/")
    assert told(client, f"/rules/{calm.rule_id}/") == ""
    assert "ตกลงกันแล้ว เริ่มใช้" in told(client, f"/rules/{coming.rule_id}/")
    adopted(board, ("เลิก", {}), rule=calm.rule, retires=True)
    assert "ตกลงกันให้เลิกใช้ตั้งแต่" in told(client, f"/rules/{calm.rule_id}/")
    assert "มีฉบับใหม่แทนแล้ว" in client.get(f"/rules/versions/{calm.pk}/").content.decode()
    reviewing.propose_renewal(by=field.nurse, rule=due.rule, why="ทำได้ดี")
    assert "มีข้อเสนออยู่แล้ว ดูข้อเสนอ" in told(client, f"/rules/{due.rule_id}/")


def test_only_a_leg_that_was_missing_is_asked_whether_it_consents(enter: Enter, field: Cast, board: Body) -> None:
    version = RuleVersion.objects.get(pk=at_every_stage(field)["for_now"])
    page = f"/rules/{version.rule_id}/"
    assert "ขาของเรายินยอม" in told(enter("headman"), page)
    assert "ขาของเรายินยอม" not in told(enter("nurse"), page)
    assert "ขาท้องที่" in enter("nurse").get(page).content.decode().partition("ยังไม่ได้ยินจาก")[2]
    provisional.reopen(by=field.actors["headman"], version=version, because="วันนั้นติดงาน")
    assert "มีขาที่ขอคุยใหม่แล้ว" in told(enter("nurse"), page)


def test_once_enough_legs_have_confirmed_it_no_longer_stands_only_for_now(
    enter: Enter, field: Cast, board: Body
) -> None:
    version = RuleVersion.objects.get(pk=at_every_stage(field)["for_now"])
    page, client = f"/rules/{version.rule_id}/", enter("nurse")
    provisional.confirm(by=field.actors["headman"], version=version)
    assert "ตกลงไว้ก่อน" not in told(client, page)
    assert "ขาท้องถิ่น" in client.get(page).content.decode().partition("ยังไม่ได้ยินจาก")[2]


def test_to_sign_is_one_button_and_then_a_link_at_each_clause(enter: Enter, field: Cast, board: Body) -> None:
    version = adopted(board, ("ข้อหนึ่ง", {}), ("ข้อสอง", {}), ("ข้อสาม", {}))
    page = enter("nurse").get(f"/rules/{version.rule_id}/").content.decode()
    assert page.count("ลงชื่อทำตาม") == 1
    assert page.count('/sign/"') == 4


def test_english_counts_objections(enter: Enter, field: Cast, board: Body) -> None:
    at_every_stage(field)
    client = enter("nurse")
    client.post("/language/", {"language": "en", "next": "/"})
    assert "1 objection still stands" in next_of(client, Proposal.objects.get(title="ร่างที่มีคนติดใจ"))


def test_a_no_to_two_thirds_goes_back_to_the_talk(enter: Enter, field: Cast, board: Body) -> None:
    found = drafted(field, "ข้อที่ไม่ผ่าน")
    Proposal.objects.filter(pk=found.pk).update(method="two_thirds")
    one = opened(field, found)
    for name in ("mayor", "headman", "elder", "secretary"):
        responses.answer(by=field.actors[name], one=one, said=Answer(Value.NO))
    closed(one)
    assert "รอบที่แล้วยังไม่ตกลง" in next_of(enter("nurse"), found)
