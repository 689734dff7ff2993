"""A rule that closes a class of facts: ticked in a draft, read where it was agreed, named where it acts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanam.domain.registry import queries as registry
from sanam.domain.rules.models import DraftClause
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
BY = "ตามกติกาข้อ ๑ ฉบับที่ ๑"


@pytest.fixture
def board(field: Cast) -> Body:
    seat_the_legs(field)
    return Body.objects.get(pk=field.seats["secretary"].body_id)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def test_a_clause_closes_a_class_chosen_by_ticking_and_the_draft_says_so(
    enter: Enter, field: Cast, board: Body
) -> None:
    """Chosen in plain words, read in the draft, kept when it is written anew, and taken out again."""
    nurse = enter("nurse")
    asked = {"title": "ใครเห็นรายได้", "why": "ไม่ต้องใช้ในงาน", "method": "consent", "n1_text": "ไม่ต้องเห็นรายได้"}
    form = read(nurse, "/rules/proposals/new/")
    assert "ข้อ 1 ไม่แสดงรายได้และสิทธิ แก่ที่นั่งแบบไหน" in form
    assert "ผู้ดูแลทะเบียน</label>" not in form
    sent = nurse.post("/rules/proposals/new/", asked | {"n1_closed_income": ["village_head", "social_volunteer"]})
    (clause,) = DraftClause.objects.all()
    assert clause.values == {"closed.income.village_head": 1, "closed.income.social_volunteer": 1}
    told = read(nurse, sent["Location"])
    assert "ไม่แสดงรายได้และสิทธิแก่ที่นั่ง ผู้ใหญ่บ้าน, อพม. (ผู้ดูแลทะเบียนยังเห็น)" in told
    again = read(nurse, f"{sent['Location']}change/")
    assert again.count("checked") == 3  # consent, and the two roles
    kept = {"seen": 1, "c1_text": clause.text} | {name: asked[name] for name in ("title", "why", "method")}
    nurse.post(f"{sent['Location']}change/", kept | {"c1_closed_income": ["village_head"]})
    assert DraftClause.objects.get().values == {"closed.income.village_head": 1}
    refused = nurse.post(f"{sent['Location']}change/", kept | {"seen": 2, "c1_closed_income": ["registrar"]})
    assert (refused.status_code, DraftClause.objects.get().values) == (422, {"closed.income.village_head": 1})


def test_a_rule_that_closes_says_to_whom_and_where_and_what_changed(enter: Enter, field: Cast, board: Body) -> None:
    first = adopted(board, ("ไม่ต้องเห็นรายได้", {"closed.income.village_head": 1}))
    told = read(enter("nurse"), f"/rules/{first.rule_id}/")
    assert "ไม่แสดงรายได้และสิทธิแก่ที่นั่ง ผู้ใหญ่บ้าน (ผู้ดูแลทะเบียนยังเห็น)" in told
    assert "มีผลที่" in told
    assert "หน้าของแต่ละคน" in told
    second = adopted(board, ("ไม่ต้องเห็นรายได้", {"closed.sensitive.village_volunteer": 1}), rule=first.rule)
    beside = read(enter("nurse"), f"/rules/versions/{second.pk}/")
    assert "<ins>" in beside
    assert "<del>" in beside
    assert "ไม่แสดงสุขภาพและเรื่องอ่อนไหวแก่ที่นั่ง อสม." in beside


def test_the_page_of_anybody_names_the_rule_to_the_seat_it_closes_to(enter: Enter, field: Cast, board: Body) -> None:
    """The same words on everybody's page, so they tell nothing of anybody."""
    version = adopted(board, ("ไม่ต้องเห็นรายได้", {"closed.income.local_government": 1}))
    local = enter("local")
    for who in registry.find(field.local, registry.Filters()).rows:
        for page in ("", "rights/", "history/"):
            told = read(local, f"/people/{who.person.pk}/{page}")
            assert f'ไม่แสดง <a class="keep" href="/rules/versions/{version.pk}/">{BY}</a>' in told
        assert "ไม่แสดง" not in read(enter("nurse"), f"/people/{who.person.pk}/")


def test_what_is_closed_is_read_with_no_statement_more(enter: Enter, field: Cast, board: Body) -> None:
    local, who = enter("local"), registry.find(field.local, registry.Filters()).rows[0].person

    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(local, f"/people/{who.pk}/")
        return len(asked)

    read(local, f"/people/{who.pk}/")
    before = statements()
    adopted(board, ("ไม่ต้องเห็นรายได้", {"closed.income.local_government": 1}))
    assert statements() == before
