"""reviewing: a body hears before and on the day; a rule goes on, or ends, when it is agreed."""

from __future__ import annotations

from datetime import date

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.rules import force, queries
from sanam.domain.rules.models import RuleVersion
from sanam.domain.rules.operations import reviewing
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.lines import ids

pytestmark = pytest.mark.django_db
DAY = date(2027, 6, 30)


@pytest.fixture
def version(cast: Cast) -> RuleVersion:
    board = Body.objects.get(pk=cast.seats["secretary"].body_id)
    return adopted(board, ("เยี่ยมเดือนละครั้ง", {"freshness.carer": 4}), review_on=DAY)


def told(cast: Cast) -> list[str]:
    return sorted(one.th for one in notices.unread(cast.nurse) if one.kind == "rules.review")


def test_the_body_hears_thirty_days_before_and_on_the_day_once_each(cast: Cast, version: RuleVersion) -> None:
    heard = []
    for day in (date(2027, 5, 30), date(2027, 5, 31), date(2027, 6, 1), DAY, date(2027, 7, 1)):
        with clock.at(day):
            heard.append(reviewing.remind(by=INSTALLATION))
    assert heard == [0, 1, 0, 1, 0]
    assert told(cast) == [
        "ถึงวันทบทวนกติกาข้อ ๑ ฉบับที่ ๑แล้ว ยังใช้อยู่จนกว่าจะตกลงใหม่: กติกาที่ 1",
        "อีกไม่นานถึงวันทบทวนกติกาข้อ ๑ ฉบับที่ ๑ (30 มิ.ย. 2570): กติกาที่ 1",
    ]


def test_past_its_review_a_rule_stays_in_force_and_waits_on_today(cast: Cast, version: RuleVersion) -> None:
    with clock.at(date(2027, 8, 1)):
        assert force.in_force() == [version]
        assert ids(queries.waiting(cast.nurse), "review_rule") == [str(version.pk)]
    assert not ids(queries.waiting(cast.nurse), "review_rule")


def test_a_renewal_is_proposed_with_the_same_words(cast: Cast, version: RuleVersion) -> None:
    asked = reviewing.propose_renewal(by=cast.secretary, rule=version.rule, why="ทำได้ดี")
    assert list(asked.clauses.values_list("text", "values")) == [("เยี่ยมเดือนละครั้ง", {"freshness.carer": 4})]
    assert (asked.base_ref, asked.retires) == (version.pk, False)


def test_a_retirement_is_proposed_and_turns_nothing(cast: Cast, version: RuleVersion) -> None:
    asked = reviewing.propose_retirement(by=cast.secretary, rule=version.rule, why="ไม่ต้องใช้แล้ว")
    assert [(one.text, one.values) for one in asked.clauses.all()] == [("เลิกใช้กติกาข้อ ๑", {})]
    assert asked.retires


def test_a_rule_that_ended_is_not_proposed_to_go_on(cast: Cast, version: RuleVersion) -> None:
    adopted(version.rule.body, ("เลิกใช้กติกาข้อ ๑", {}), rule=version.rule, retires=True)
    with pytest.raises(Refused, match="not in force"):
        reviewing.propose_renewal(by=cast.secretary, rule=version.rule, why="อีก")


def test_only_the_clock_reminds(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        reviewing.remind(by=cast.secretary)
