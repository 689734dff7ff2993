"""/rules/: what was agreed, who signed, how it goes, what it steers; a word is given and told of in one tap."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import escape

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.rules.models import Commitment, Practice, RuleVersion
from sanam.domain.rules.operations import commitments, helping
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import Went
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
TEXT = "ถามเรื่องคนดูแลทุก 3 เดือน"
BY = "ตามกติกาข้อ ๑ ฉบับที่ ๑"


@pytest.fixture
def board(field: Cast) -> Body:
    seat_the_legs(field)
    return Body.objects.get(pk=field.seats["secretary"].body_id)


@pytest.fixture
def version(board: Body) -> RuleVersion:
    return adopted(board, (TEXT, {"freshness.carer": 3}), ("บอกกันก่อนไป", {}))


def signed(field: Cast, version: RuleVersion, name: str = "nurse") -> Commitment:
    said = Promise("ไปถามทุกบ้าน", clock.today() + timedelta(days=60), "มีบันทึกเยี่ยม")
    return commitments.sign(by=field.actors[name], clause=version.clauses.get(number=1), promise=said)


def read(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def test_without_rules_the_list_says_where_to_begin(enter: Enter, field: Cast) -> None:
    assert "ยังไม่มีกติกา เริ่มจากข้อที่ทำกันอยู่แล้ว" in read(enter("nurse"), "/rules/")


def test_the_list_parts_what_is_in_force_what_comes_and_what_ended(
    enter: Enter, board: Body, version: RuleVersion
) -> None:
    adopted(board, ("มาก่อนเวลา", {}), starts=clock.today() + timedelta(days=5))
    old = adopted(board, ("เก่า", {}))
    adopted(board, ("เลิกใช้กติกาข้อ ๓", {}), rule=old.rule, retires=True)
    told = read(enter("nurse"), "/rules/")
    assert told.index("ใช้อยู่") < told.index("กติกาที่ 1") < told.index("รอวันเริ่มใช้") < told.index("กติกาที่ 2")
    assert told.index("กติกาที่ 2") < told.index("เลิกใช้แล้ว") < told.index("กติกาที่ 3")


def test_a_rule_says_what_it_steers_and_where(enter: Enter, field: Cast, version: RuleVersion) -> None:
    told = read(enter("nurse"), f"/rules/{version.rule_id}/")
    assert TEXT in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "ถามใหม่ทุกกี่เดือน: คนดูแล: 3 เดือน" in told
    assert '<a href="/people/work/">แวะถามใครดี</a>' in told


def test_the_worklist_the_person_and_the_villages_name_the_version(
    enter: Enter, field: Cast, version: RuleVersion
) -> None:
    """Must show: the person page names the rule and version, and leads to it."""
    who = next(row.person for row in registry.worklist(field.nurse, registry.Ask()).rows if row.groups)
    facts.confirm(by=field.nurse, person=who, fact=FactGroup.CARER, how=How.VISIT, on=clock.today())
    link = f'<a class="keep" href="/rules/versions/{version.pk}/">{BY}</a>'
    for page in (f"/people/{who.pk}/", "/people/work/", "/people/work/villages/"):
        assert link in read(enter("nurse"), page), page
    assert "กติกาข้อ ๑ ฉบับที่ ๑" in read(enter("nurse"), f"/rules/versions/{version.pk}/")


def test_reports_name_the_rule_that_closes_their_small_numbers(enter: Enter, board: Body) -> None:
    assert "ตามกติกา" not in read(enter("nurse"), "/reports/")
    adopted(board, ("ปิดตัวเลขที่น้อยกว่า 10", {"numbers.smallest_shown": 10}))
    assert BY in read(enter("nurse"), "/reports/")
    assert BY in read(enter("nurse"), "/reports/map/")


def test_a_new_version_says_in_words_what_it_added_and_cut(enter: Enter, version: RuleVersion) -> None:
    after = adopted(version.rule.body, ("ถามเรื่องคนดูแลทุก 2 เดือน", {}), ("บอกกันก่อนไป", {}), rule=version.rule)
    told = read(enter("nurse"), f"/rules/versions/{after.pk}/")
    assert '<del><span class="change">ตัด</span> 3</del>' in told
    assert '<ins><span class="change">เพิ่ม</span> 2</ins>' in told


def test_a_seat_signs_a_clause_from_the_rule(enter: Enter, field: Cast, version: RuleVersion) -> None:
    client, clause = enter("nurse"), version.clauses.get(number=1)
    assert f'href="/rules/clauses/{clause.pk}/sign/"' in read(client, f"/rules/{version.rule_id}/")
    said = {"what": "ไปถามทุกบ้าน", "sign": "มีบันทึก", "by_when_day": "1", "by_when_month": "6", "by_when_year": "2570"}
    answer = client.post(f"/rules/clauses/{clause.pk}/sign/", said)
    assert answer.headers["Location"] == f"/rules/{version.rule_id}/"
    told = read(client, f"/rules/{version.rule_id}/")
    assert "คำที่เราให้ไว้" in told
    assert "ไปถามทุกบ้าน" in told


def test_what_was_not_said_stays_in_the_form(enter: Enter, version: RuleVersion) -> None:
    clause = version.clauses.get(number=1)
    answer = enter("nurse").post(f"/rules/clauses/{clause.pk}/sign/", {"what": "ไปถามทุกบ้าน"})
    assert answer.status_code == 422
    assert "ไปถามทุกบ้าน" in answer.content.decode()


def test_one_tap_on_today_tells_of_the_month(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word = signed(field, version)
    client = enter("nurse")
    assert "เดือนนี้เป็นอย่างไรบ้าง" in read(client, "/")
    said = {"went": "did", "month": clock.today().replace(day=1).isoformat(), "back": "/"}
    answer = client.post(f"/rules/commitments/{word.pk}/practise/", said)
    assert answer.headers["Location"] == "/"
    assert Practice.objects.get().went == Went.DID
    assert "เดือนนี้เป็นอย่างไรบ้าง" not in read(client, "/")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_a_tap_never_leads_away(enter: Enter, field: Cast, version: RuleVersion, elsewhere: str) -> None:
    word = signed(field, version)
    said = {"went": "did", "month": clock.today().replace(day=1).isoformat(), "back": elsewhere}
    answer = enter("nurse").post(f"/rules/commitments/{word.pk}/practise/", said)
    assert answer.headers["Location"] == f"/rules/{version.rule_id}/"


def test_the_rule_shows_how_it_goes_as_each_said_it(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word, other = signed(field, version), signed(field, version, "mayor")
    commitments.practise(by=field.nurse, commitment=word, went=Went.NOT_YET, obstacle="รถเสีย", help_wanted=True)
    told = read(enter("secretary"), f"/rules/{version.rule_id}/")
    assert "ติด: รถเสีย" in told
    assert "ขอเพื่อนช่วย" in told
    assert "ยังไม่ได้บอก 1" in told
    assert str(other.pk) in told


def test_outside_the_body_nobody_sees_how_it_goes(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word = signed(field, version)
    commitments.practise(by=field.nurse, commitment=word, went=Went.NOT_YET, obstacle="รถเสีย", help_wanted=True)
    helping.befriend(by=field.secretary, commitment=word, friend=field.seats["elder"], text="ถามเรื่องรถ")
    other = Body.objects.create(kind="district", name_th="พชอ.อื่น", name_en="O", area_codes=["9001"])
    type(field.seats["stranger"]).objects.filter(pk=field.seats["stranger"].pk).update(body=other)
    for page in (f"/rules/{version.rule_id}/", f"/rules/commitments/{word.pk}/"):
        told = read(enter("stranger"), page)
        assert "ไปถามทุกบ้าน" in told
        assert not {"รถเสีย", "ถามเรื่องรถ", "ขอเพื่อนช่วย"} & {
            one for one in ("รถเสีย", "ถามเรื่องรถ", "ขอเพื่อนช่วย") if one in told
        }
    assert enter("stranger").get(f"/rules/steps/{word.steps.get().pk}/answer/").status_code == 404


def test_a_friend_is_asked_answers_from_today_and_may_be_appealed(
    enter: Enter, field: Cast, version: RuleVersion
) -> None:
    word = signed(field, version)
    commitments.practise(by=field.nurse, commitment=word, went=Went.NOT_YET, help_wanted=True)
    at = f"/rules/commitments/{word.pk}/"
    client = enter("secretary")
    assert f'href="{at}friend/"' in read(client, at)
    answer = client.post(f"{at}friend/", {"seat": str(field.seats["elder"].pk), "text": ""})
    assert answer.headers["Location"] == at
    step = word.steps.get()
    assert f"/rules/steps/{step.pk}/answer/" in read(enter("elder"), "/")
    enter("elder").post(f"/rules/steps/{step.pk}/answer/", {"text": "อยากได้รถร่วมกัน"})
    assert "เขาบอกว่า: อยากได้รถร่วมกัน" in read(enter("nurse"), at)
    said = {"seat": str(field.seats["headman"].pk), "text": "ไม่ตรง"}
    enter("nurse").post(f"/rules/steps/{step.pk}/appeal/", said)
    assert f"/rules/steps/{step.pk}/settle/" in read(enter("headman"), "/")
    enter("headman").post(f"/rules/steps/{step.pk}/settle/", {"upheld": "yes", "text": "เลิกขั้นนี้ด้วยกัน"})
    assert "เลิกขั้นนี้ด้วยกัน" in read(enter("nurse"), at)


def test_nothing_is_paused_and_the_page_says_why(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word = signed(field, version)
    answer = enter("secretary").post(f"/rules/commitments/{word.pk}/pause/", {"text": "พักไว้"})
    assert answer.status_code == 409
    assert escape("ยังไม่มีสิทธิที่เข้าคู่กับข้อนี้ให้พัก") in answer.content.decode()


def test_a_word_is_set_down_with_a_reason(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word = signed(field, version)
    enter("nurse").post(f"/rules/commitments/{word.pk}/end/", {"text": "คนย้าย"})
    word.refresh_from_db()
    assert (word.state, word.because) == ("ended", "คนย้าย")
    assert "คนย้าย" in read(enter("nurse"), f"/rules/commitments/{word.pk}/")


def test_a_review_that_came_stands_on_today_and_on_the_rule(enter: Enter, board: Body) -> None:
    version = adopted(board, (TEXT, {}), review_on=clock.today() - timedelta(days=1))
    assert "ถึงเวลาทบทวน" in read(enter("nurse"), "/")
    told = read(enter("nurse"), f"/rules/{version.rule_id}/")
    assert "ถึงวันทบทวนแล้ว" in told
    assert f"/rules/{version.rule_id}/renew/" in told


def test_to_renew_or_to_retire_begins_a_proposal(enter: Enter, field: Cast, version: RuleVersion) -> None:
    answer = enter("secretary").post(f"/rules/{version.rule_id}/renew/", {"text": "ทำได้ดี"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/rules/proposals/")


def test_a_rule_agreed_for_now_says_which_leg_is_missing(enter: Enter, field: Cast, board: Body) -> None:
    leg = field.seats["headman"].leg
    version = adopted(board, (TEXT, {}), until=clock.today() + timedelta(days=90), missing=[leg.pk])
    told = read(enter("nurse"), f"/rules/{version.rule_id}/")
    assert "ตกลงไว้ก่อน" in told
    assert "ขาท้องที่" in told


def test_in_english_the_label_is_english(enter: Enter, field: Cast, version: RuleVersion) -> None:
    client = enter("nurse")
    client.post("/language/", {"language": "en", "next": "/"})
    assert "by Rule 1, version 1" in read(client, "/people/work/")


def test_nobody_else_tells_how_it_goes(enter: Enter, field: Cast, version: RuleVersion) -> None:
    word = signed(field, version)
    assert enter("secretary").get(f"/rules/commitments/{word.pk}/practise/").status_code == 403


@pytest.mark.parametrize("page", ["rules/", "rules/{rule}/", "rules/versions/{version}/", "rules/commitments/{word}/"])
def test_pages_stay_within_their_budget(
    enter: Enter, field: Cast, version: RuleVersion, page: str, django_assert_max_num_queries: object
) -> None:
    word = signed(field, version)
    for name in ("mayor", "headman", "elder", "secretary"):
        signed(field, version, name)
    client = enter("nurse")
    address = "/" + page.format(rule=version.rule_id, version=version.pk, word=word.pk)
    client.get(address)
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        client.get(address)


def test_the_installation_reminds_and_the_seat_hears(enter: Enter, field: Cast, version: RuleVersion) -> None:
    signed(field, version)
    late = (clock.today().replace(day=1) + timedelta(days=63)).replace(day=26)
    with clock.at(late):
        assert helping.remind(by=INSTALLATION) == 1
    assert "เดือนนี้เป็นอย่างไรบ้าง แตะเดียวก็พอ" in read(enter("nurse"), "/notices/")
