"""/rules/proposals/: a common goal becomes a proposal, forms begin with what is known, pages ask few questions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import escape

from sanam.domain.dialogue.models import CommonGoal, Exchange, RoomDoor
from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.rules.models import Proposal
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage, drafted, opened
from tests.domain.rules.proposed import closed as decided
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements
from tests.interfaces.web.test_rooms_hosted import closed

pytestmark = pytest.mark.django_db
NEW = "/rules/proposals/new/"


@pytest.fixture
def room(field: Cast) -> tuple[Exchange, RoomDoor]:
    """A closed room, and the door people came in by."""
    return closed(field)


@pytest.fixture
def goal(room: tuple[Exchange, RoomDoor]) -> CommonGoal:
    """Its first common goal."""
    return CommonGoal.objects.filter(exchange=room[0]).select_related("statement", "exchange").earliest("order")


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def test_a_seat_reads_how_a_common_goal_becomes_a_rule_and_a_guest_does_not(
    enter: Enter, room: tuple[Exchange, RoomDoor], goal: CommonGoal
) -> None:
    host = enter("secretary")
    assert "/gatherings/rooms/#goals" in read(host, f"/gatherings/rooms/{goal.exchange_id}/result/")
    told = read(host, "/gatherings/rooms/")
    assert told.count(f"{NEW}?goal=") == CommonGoal.objects.count()
    assert f"{NEW}?goal={goal.pk}" in told
    assert NEW not in read(Client(), f"/room/{room[1].code}/result/")


def test_a_common_goal_becomes_a_proposal_that_names_it(enter: Enter, field: Cast, goal: CommonGoal) -> None:
    seat_the_legs(field)
    host, address = enter("secretary"), f"{NEW}?goal={goal.pk}"
    form = read(host, address)
    assert f'value="{escape(goal.statement.text)}"' in form
    assert escape(goal.exchange.title) in form
    said = {
        "title": goal.statement.text,
        "why": "ทุกขาเห็นตรงกัน",
        "n1_text": "ทำทุกเดือน",
        "method": "consent",
        "empty": "3",
    }
    answer = host.post(address, said)
    made = Proposal.objects.get()
    assert (answer.status_code, made.goal_id) == (302, goal.pk)
    assert f"/gatherings/rooms/{goal.exchange_id}/result/" in read(host, f"/rules/proposals/{made.pk}/")


@pytest.mark.parametrize("named", ["goal", "rule"])
@pytest.mark.parametrize("value", ["x", "01a215ed-13d3-7884-a0b6-aefc31cf801f"])
def test_what_is_not_there_is_not_here(enter: Enter, field: Cast, named: str, value: str) -> None:
    assert enter("secretary").get(f"{NEW}?{named}={value}").status_code == 404


def test_a_second_call_closes_by_itself_when_the_rules_say(enter: Enter, field: Cast) -> None:
    seat_the_legs(field)
    adopted(field.seats["secretary"].body, ("รอบสองสิบสองวัน", {"rules.second_call_days": 12}))
    short = drafted(field, "ข้อที่รอรอบสอง")
    decided(opened(field, short))
    form = enter("nurse").get(f"/rules/proposals/{short.pk}/rounds/open/").context["form"]
    assert form["day"].initial == PartialDate.from_date(clock.today() + timedelta(days=12))


def test_a_proposal_at_any_stage_stays_within_twelve_statements(enter: Enter, field: Cast) -> None:
    seat_the_legs(field)
    at_every_stage(field)
    client = enter("nurse")
    for found in Proposal.objects.all():
        asked = statements(client, f"/rules/proposals/{found.pk}/")
        assert len(asked) <= 12, asked


def test_the_rules_stay_within_eight_statements_and_a_rule_within_twelve(enter: Enter, field: Cast) -> None:
    seat_the_legs(field)
    at_every_stage(field)
    version = adopted(field.seats["secretary"].body, ("ถามเรื่องคนดูแลทุก 3 เดือน", {"freshness.carer": 3}))
    client = enter("nurse")
    for path, most in (("/rules/", 8), (f"/rules/{version.rule_id}/", 12), (f"/rules/versions/{version.pk}/", 12)):
        asked = statements(client, path)
        assert len(asked) <= most, (len(asked), asked)


def test_a_rule_being_changed_leads_to_that_proposal_before_anything_is_typed(enter: Enter, field: Cast) -> None:
    seat_the_legs(field)
    version = adopted(field.seats["secretary"].body, ("ถามเรื่องคนดูแลทุก 3 เดือน", {}))
    host, new = enter("secretary"), f"{NEW}?rule={version.rule_id}"
    assert f'href="{new}#id_c1_text"' in read(host, f"/rules/{version.rule_id}/")
    assert 'id="id_c1_text"' in read(host, new)
    said = {"title": "ข้อเดิม", "why": "นานไป", "c1_text": "ถามทุกเดือน", "method": "consent", "empty": "0"}
    assert host.post(new, said).status_code == 302
    made = Proposal.objects.get(rule_ref=version.rule_id, ended_at=None)
    page = read(host, f"/rules/{version.rule_id}/")
    assert new not in page
    assert f'href="/rules/proposals/{made.pk}/clauses/1/"' in page
    assert host.get(new).headers["Location"] == f"/rules/proposals/{made.pk}/"


def test_a_seat_whose_body_has_no_rules_reads_those_it_works_under(enter: Enter, field: Cast) -> None:
    own = field.seats["secretary"].body
    above = Body.objects.create(kind=own.kind, name_th="คณะข้างบน", name_en="Above", area_codes=["93"])
    Body.objects.filter(pk=own.pk).update(parent=above)
    adopted(above, ("ข้อของคณะข้างบน", {}))
    client = enter("secretary")
    assert client.get("/rules/").context["shelf"].body == above
    adopted(own, ("ข้อของเรา", {}))
    assert client.get("/rules/").context["shelf"].body == own
