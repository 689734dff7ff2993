"""Answering a round: the text beside the choices, an objection's two questions, what was recorded, and by whom."""

from __future__ import annotations

import pytest
from django.test import Client

from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Objection, Proposal, Response, Round
from sanam.domain.rules.operations import responses
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import Channel
from tests.cast import Cast
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import NO, YES, closed, drafted, opened
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
CLAUSE = "ถามข่าวคนติดเตียงทุกเดือน"


@pytest.fixture
def found(field: Cast) -> Proposal:
    seat_the_legs(field)
    return drafted(field, "ถามข่าวให้ทัน")


@pytest.fixture
def one(field: Cast, found: Proposal) -> Round:
    return opened(field, found)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def test_what_is_answered_to_stands_beside_the_choices(enter: Enter, one: Round) -> None:
    for form in ("answer", "assist"):
        page = read(enter("mayor"), f"/rules/rounds/{one.pk}/{form}/")
        assert page.index(CLAUSE) < page.index('value="consent"')
        assert "ดีพอที่จะลองทำ ไม่ต้องชอบที่สุด" in page


def test_consent_has_two_answers_and_a_vote_three(enter: Enter, found: Proposal, one: Round) -> None:
    page = read(enter("mayor"), f"/rules/rounds/{one.pk}/answer/")
    assert page.count('name="value"') == 2
    Proposal.objects.filter(pk=found.pk).update(method="two_thirds")
    page = read(enter("mayor"), f"/rules/rounds/{one.pk}/answer/")
    assert page.count('name="value"') == 3
    assert "ไม่นับเป็นรับหรือไม่รับ" in page
    assert 'name="aim"' not in page


def test_whoever_objects_says_which_aim_and_what_would_help(enter: Enter, one: Round) -> None:
    client, address = enter("mayor"), f"/rules/rounds/{one.pk}/answer/"
    bare = client.post(address, {"value": "object"})
    assert (bare.status_code, Response.objects.count()) == (422, 0)
    assert "บอกด้วยว่าเป้าหมายข้อไหนจะเสีย" in bare.content.decode()
    said = {"value": "object", "aim": NO.aim, "change": NO.change, "reason": "คุยกันได้"}
    assert client.post(address, said).status_code == 302
    again = read(client, address)
    assert all(word in again for word in (NO.aim, NO.change, "คุยกันได้"))
    page = read(client, f"/rules/proposals/{one.proposal_id}/")
    assert "ที่นั่งเราตอบว่า <b>ติดใจ ขอให้เปลี่ยน</b>: คุยกันได้" in page
    assert NO.aim in page


def test_an_answer_may_change_until_the_close(enter: Enter, one: Round) -> None:
    client, address = enter("mayor"), f"/rules/rounds/{one.pk}/answer/"
    client.post(address, {"value": "object", "aim": NO.aim, "change": NO.change})
    client.post(address, {"value": "consent"})
    assert Objection.objects.get().state == "withdrawn"
    closed(one)
    assert client.post(address, {"value": "consent"}).status_code == 409


def test_while_it_is_open_nobody_reads_anybody_and_then_seat_by_seat(enter: Enter, field: Cast, one: Round) -> None:
    page, client = f"/rules/proposals/{one.proposal_id}/", enter("nurse")
    secret = "เห็นด้วยเพราะลูกน้องขอ"
    responses.answer(by=field.actors["mayor"], one=one, said=Answer(Value.CONSENT, secret))
    responses.answer(by=field.actors["headman"], one=one, said=NO)
    told = read(client, page)
    assert not {secret, NO.aim, "ยินยอม</b>", "ติดใจ ขอให้เปลี่ยน"} & {
        word for word in (secret, NO.aim, "ยินยอม</b>", "ติดใจ ขอให้เปลี่ยน") if word in told
    }
    assert told.count("ตอบแล้ว 1 จาก 1") == 2
    responses.answer(by=field.actors["elder"], one=one, said=YES)
    closed(one)
    told = read(client, page)
    assert all(word in told for word in (secret, NO.aim, "<b>ยินยอม</b>", "<b>ติดใจ ขอให้เปลี่ยน</b>"))


def test_an_answer_written_down_says_by_whom_and_how_and_ones_own_goes_before(
    enter: Enter, field: Cast, one: Round
) -> None:
    seat, client = field.seats["headman"], enter("headman")
    said = {"seat": str(seat.pk), "channel": "phone", "value": "consent"}
    assert enter("nurse").post(f"/rules/rounds/{one.pk}/assist/", said).status_code == 302
    words = f"{field.seats['nurse'].title_th} จดแทนที่นั่งนี้ทางโทรศัพท์ว่า <b>ยินยอม</b>"
    for page in (f"/rules/proposals/{one.proposal_id}/", f"/rules/rounds/{one.pk}/answer/"):
        assert words in read(client, page)
    client.post(f"/rules/rounds/{one.pk}/answer/", {"value": "object", "aim": NO.aim, "change": NO.change})
    stands = Response.objects.get(seat=seat, replaced_at=None)
    assert (stands.value, stands.assisted) == ("object", False)
    again = enter("nurse").post(f"/rules/rounds/{one.pk}/assist/", said)
    assert again.status_code == 409
    assert "ที่นั่งนั้นตอบเองแล้ว" in again.content.decode()


def test_whoever_settles_an_objection_reads_it_and_the_text(enter: Enter, field: Cast, one: Round) -> None:
    for name, said in {"mayor": NO, "headman": YES, "elder": YES, "secretary": YES}.items():
        responses.answer(by=field.actors[name], one=one, said=said)
    closed(one)
    for who, deed in (("nurse", "integrate"), ("mayor", "withdraw")):
        page = read(enter(who), f"/rules/objections/{Objection.objects.get().pk}/{deed}/")
        assert all(word in page for word in (NO.aim, NO.change, CLAUSE))


def test_after_the_close_the_page_says_whose_answer_was_written_down(enter: Enter, field: Cast, one: Round) -> None:
    responses.assist(by=field.nurse, one=one, seat=field.seats["headman"], channel=Channel.PAPER, said=YES)
    for name in ("mayor", "elder", "secretary"):
        responses.answer(by=field.actors[name], one=one, said=YES)
    closed(one)
    told = read(enter("volunteer"), f"/rules/proposals/{one.proposal_id}/")
    assert f"{field.seats['nurse'].title_th} จดแทนทางกระดาษ" in told
