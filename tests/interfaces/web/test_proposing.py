"""Proposing and amending on the pages: examples, one clause at a time, dials, and what they would change."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.registry.models import Confirmation, Person
from sanam.domain.registry.words import FactGroup
from sanam.domain.rules.examples import EXAMPLES
from sanam.domain.rules.models import Amendment, Proposal
from sanam.domain.rules.operations import amendments, proposals
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage, drafted
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

pytestmark = pytest.mark.django_db
NEW = "/rules/proposals/new/"
SAID = {"title": "ถามคนดูแล", "why": "คนดูแลเหนื่อย", "method": "consent", "empty": "1", "n1_text": "ถามคนดูแล"}
CARER = {"n1_dial_0": "freshness.carer", "n1_value_0": "1"}


@pytest.fixture
def board(field: Cast) -> Body:
    seat_the_legs(field)
    return Body.objects.get(pk=field.seats["secretary"].body_id)


def plain(page: str) -> str:
    """A page as one reads it aloud, with no marks."""
    text = re.sub(r"<[^>]*>", " ", page.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", ""))
    return " ".join(unescape(text).split())


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def boxes(page: str) -> list[str]:
    return re.findall(r'<textarea name="([cn]\d+)_text"', page)


def test_the_form_begins_with_one_clause_and_each_press_adds_one(enter: Enter, board: Body) -> None:
    host = enter("secretary")
    assert boxes(read(host, NEW)) == ["n1"]
    told = host.post(NEW, {**SAID, "title": "", "more": "1"}).content.decode()
    assert boxes(told) == ["n1", "n2"]
    assert "ถามคนดูแล" in told
    assert "ยังว่างอยู่" not in told
    assert boxes(host.post(NEW, {**SAID, "empty": "2", "more": "1"}).content.decode()) == ["n1", "n2", "n3"]
    assert Proposal.objects.count() == 0


def test_a_rule_being_changed_begins_with_its_own_clauses_alone(enter: Enter, board: Body) -> None:
    version = adopted(board, ("ข้อแรก", {}), ("ข้อสอง", {}))
    assert boxes(read(enter("secretary"), f"{NEW}?rule={version.rule_id}")) == ["c1", "c2"]


def test_one_tap_on_an_example_fills_the_form_and_all_of_it_can_be_sent(enter: Enter, board: Body) -> None:
    host, example = enter("secretary"), EXAMPLES["carers_too"]
    page = read(host, NEW)
    assert page.count(f"{NEW}?example=") == len(EXAMPLES)
    form = host.get(f"{NEW}?example=carers_too").context["form"]
    assert [box.text.value() for box in form.boxes] == [one.text.th for one in example.clauses]
    assert (form["title"].value(), form["why"].value()) == (example.title.th, example.why.th)
    assert form["review_on"].value() is not None
    typed = [field for field in form if field.name.startswith(("n", "title", "why")) and field.value()]
    sent = {field.html_name: field.value() for field in typed}
    host.post(f"{NEW}?example=carers_too", {**sent, "method": "consent", "empty": form.empty})
    made = Proposal.objects.get()
    assert [one.values for one in made.clauses.all()] == [dict(one.values) for one in example.clauses]


def test_an_english_reader_is_offered_english_examples(enter: Enter, board: Body) -> None:
    host = enter("secretary")
    host.post("/language/", {"language": "en", "next": "/"})
    assert EXAMPLES["two_hours"].title.en in plain(read(host, NEW))
    assert EXAMPLES["two_hours"].clauses[0].text.en in plain(read(host, f"{NEW}?example=two_hours"))


def test_there_is_no_such_example(enter: Enter, board: Body) -> None:
    assert enter("secretary").get(f"{NEW}?example=nothing").status_code == 404


def test_a_body_that_turns_no_dials_gets_the_words_of_an_example_alone(enter: Enter, board: Body) -> None:
    Body.objects.create(kind="district", name_th="พชอ.อื่น", name_en="Other", area_codes=["9001"])
    page = read(enter("secretary"), f"{NEW}?example=carers_too")
    assert EXAMPLES["carers_too"].clauses[0].text.th in page
    assert "n1_dial_0" not in page


def test_the_form_says_what_its_dials_would_change_and_proposes_nothing_yet(enter: Enter, board: Body) -> None:
    told = plain(enter("secretary").post(NEW, {**SAID, **CARER, "look": "1"}).content.decode())
    assert "คนดูแล: ตอนนี้ 6 เดือน (ค่าเริ่มต้น) → จะเป็น 1 เดือน" in told
    assert "รายการแวะถาม" in told
    assert Proposal.objects.count() == 0


def test_a_value_out_of_bounds_is_told_beside_it(enter: Enter, board: Body) -> None:
    answer = enter("secretary").post(NEW, {**SAID, **CARER, "n1_value_0": "99"})
    assert answer.status_code == 422
    assert "ปรับได้ในช่วง 1–60 เดือน" in plain(answer.content.decode())


def people_seen(days: int, many: int = 12) -> None:
    """So many people of the district, every fact of whom was seen some days ago."""
    first = Person.objects.filter(area_code__startswith="9305").earliest("sort_key")
    Confirmation.objects.all().delete()
    for _ in range(many):
        first.pk = None
        first.id = first._meta.pk.get_default()
        first._state.adding = True
        first.save(force_insert=True)
        first.memberships.create(group="dependent", kind="bed", until="")
        seen = {"person": first, "on": clock.today() - timedelta(days=days)}
        Confirmation.objects.bulk_create(Confirmation(fact=one.value, how="visit", **seen) for one in FactGroup)


def turning(field: Cast, **dials: float) -> Proposal:
    values = {name.replace("__", "."): value for name, value in dials.items()}
    given = {"title": "ถี่ขึ้น", "why": "เก่าเร็ว", "clauses": [Worded("ถามให้ถี่ขึ้น", values)]}
    return proposals.draft(by=field.nurse, body=field.seats["nurse"].body, **given)  # type: ignore[arg-type]


def test_a_proposal_says_what_it_would_change_to_who_could_count_it(enter: Enter, field: Cast, board: Body) -> None:
    people_seen(days=40)
    made = turning(field, freshness__function_bed=1)
    told = plain(read(enter("secretary"), f"/rules/proposals/{made.pk}/"))
    assert "ตอนนี้ 3 เดือน (ค่าเริ่มต้น) → จะเป็น 1 เดือน" in told
    counted = re.search(r"รายการแวะถาม (น้อยกว่า 5|\d+) → จะเป็น (\d+) คน ทั้งพื้นที่ของ", told)
    assert counted
    assert int(counted[2]) >= 12
    for name in ("nurse", "volunteer", "mayor", "association"):
        page = plain(read(enter(name), f"/rules/proposals/{made.pk}/"))
        assert "→ จะเป็น 1 เดือน" in page, name
        assert "รายการแวะถาม" not in page, name


def test_a_change_of_few_is_not_told_in_numbers(enter: Enter, field: Cast, board: Body) -> None:
    people_seen(days=40, many=3)
    made = turning(field, freshness__function_bed=1)
    told = plain(read(enter("secretary"), f"/rules/proposals/{made.pk}/"))
    assert re.search(r"รายการแวะถาม .* คน ต่างจากเดิมไม่ถึง 5", told)


def test_it_names_the_rule_a_dial_stands_by_now_and_to_what_it_goes_back(
    enter: Enter, field: Cast, board: Body
) -> None:
    version = adopted(board, ("ถามคนดูแลทุก 3 เดือน", {"freshness.carer": 3}))
    given = {"title": "เลิกปรับ", "why": "มากไป", "clauses": [Worded("ถามเมื่อสะดวก", {}, 1)], "rule": version.rule}
    made = proposals.draft(by=field.nurse, body=board, **given)  # type: ignore[arg-type]
    page = read(enter("secretary"), f"/rules/proposals/{made.pk}/")
    assert "ตอนนี้ 3 เดือน ( ตามกติกาข้อ ๑ ฉบับที่ ๑ ) → จะเป็น 6 เดือน" in plain(page)
    assert f'href="/rules/versions/{version.pk}/"' in page


def test_what_was_decided_is_not_foretold(enter: Enter, field: Cast, board: Body) -> None:
    made = turning(field, freshness__carer=2)
    proposals.withdraw(by=field.nurse, proposal=made)
    told = plain(read(enter("secretary"), f"/rules/proposals/{made.pk}/"))
    assert "คนดูแล: 2 เดือน" in told
    assert "ตอนนี้" not in told


def test_a_page_with_dials_asks_two_statements_more(enter: Enter, field: Cast, board: Body) -> None:
    client = enter("secretary")
    plainly, turned = drafted(field, "ไม่ปรับค่า"), turning(field, freshness__carer=2)
    counted = [len(statements(client, f"/rules/proposals/{one.pk}/")) for one in (plainly, plainly, turned)]
    assert counted[2] - counted[1] <= 2


def test_a_change_of_dials_is_asked_for_and_read_in_words(enter: Enter, field: Cast, board: Body) -> None:
    made = turning(field, freshness__carer=2)
    at, client = f"/rules/proposals/{made.pk}/clauses/1/", enter("secretary")
    assert 'value="2' in read(client, at)
    sent = {"text": "ถามให้ถี่ขึ้น", "reason": "ไม่ไหว", "dial_0": "freshness.carer", "value_0": "4"}
    assert client.post(at, sent).status_code == 302
    asked = Amendment.objects.get()
    assert asked.values == {"freshness.carer": 4}
    told = read(client, f"/rules/proposals/{made.pk}/")
    assert '<del><span class="change">ตัด</span> 2 เดือน</del>' in told
    assert '<ins><span class="change">เพิ่ม</span> 4 เดือน</ins>' in told
    client.post(f"/rules/amendments/{asked.pk}/accept/", {"yes": "1"})
    assert made.clauses.get().values == {"freshness.carer": 4}


def test_a_change_of_words_leaves_the_dials_alone(enter: Enter, field: Cast, board: Body) -> None:
    made = turning(field, freshness__carer=2)
    sent = {"text": "ถามถี่ ๆ", "reason": "สั้นกว่า", "dial_0": "freshness.carer", "value_0": "2"}
    enter("secretary").post(f"/rules/proposals/{made.pk}/clauses/1/", sent)
    assert Amendment.objects.get().values is None


def test_a_new_clause_with_a_dial_and_a_clause_taken_out(enter: Enter, field: Cast, board: Body) -> None:
    made = turning(field, freshness__carer=2)
    client, at = enter("nurse"), f"/rules/proposals/{made.pk}/clauses/"
    client.post(f"{at}2/", {"text": "ถามรายได้", "reason": "ลืม", "dial_0": "freshness.income", "value_0": "6"})
    client.post(f"{at}1/", {"text": "", "reason": "ซ้ำ", "dial_0": "freshness.carer", "value_0": "2"})
    for asked in Amendment.objects.order_by("id"):
        amendments.accept(by=field.nurse, amendment=asked)
    assert [(one.number, one.values) for one in made.clauses.all()] == [(2, {"freshness.income": 6})]


def test_an_objection_is_met_clause_by_clause_with_its_dials(enter: Enter, field: Cast, board: Body) -> None:
    known = at_every_stage(field)
    at, client = f"/rules/objections/{known['objection']}/integrate/", enter("nurse")
    page = read(client, at)
    assert ">ถามข่าวคนติดเตียงทุกเดือน</textarea>" in page.replace("\n", "")
    assert '<a href="?clause=3"' in page
    assert ">บอกผลกลับในเจ็ดวัน</textarea>" in read(client, f"{at}?clause=2").replace("\n", "")
    assert client.get(f"{at}?clause=9").status_code == 404
    sent = {"text": "ใครว่างไปก่อน", "answer": "เพิ่มข้อ", "dial_0": "freshness.carer", "value_0": "4"}
    assert client.post(f"{at}?clause=3", sent).status_code == 302
    made = Proposal.objects.get(pk=known["objected"])
    assert (made.draft, made.clauses.get(number=3).values) == (2, {"freshness.carer": 4})


def test_a_version_says_what_became_of_its_dials(enter: Enter, board: Body) -> None:
    first = adopted(board, ("ถามคนดูแล", {"freshness.carer": 3}))
    after = adopted(board, ("ถามคนดูแล", {"freshness.carer": 2}), rule=first.rule)
    assert "คนดูแล: ตัด 3 เดือน เพิ่ม 2 เดือน" in plain(read(enter("nurse"), f"/rules/versions/{after.pk}/"))
