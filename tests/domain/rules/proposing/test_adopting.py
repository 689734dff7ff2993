"""What was decided becomes a version: its review day set, its legs bound, its digest journalled, its followers told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.journal import queries as journal
from sanam.domain.rules import adopting
from sanam.domain.rules.digests import digest_of
from sanam.domain.rules.models import Proposal, Rule, RuleVersion
from sanam.domain.rules.operations.by_the_clock import keep_time
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.words import ProposalStage
from sanam.domain.teams.operations import bodies
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    PEOPLE,
    STATE,
    YES,
    Board,
    adopted,
    answered,
    closed,
    decided,
    empty,
    opened,
    propose,
    sit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[RuleVersion]:
    """Versions that whoever registered was told of."""
    heard: list[RuleVersion] = []

    def follower(*, by: Any, version: RuleVersion) -> None:
        heard.append(version)

    monkeypatch.setattr(adopting, "_adopted", [])
    adopting.when_adopted(follower)
    adopting.when_adopted(follower)
    return heard


def newest(proposal: Proposal) -> RuleVersion:
    proposal.refresh_from_db()
    return RuleVersion.objects.get(proposal=proposal)


def day_of(version: RuleVersion) -> date:
    return version.adopted_at.astimezone(clock.BANGKOK).date()


def test_a_rule_with_its_number_and_its_first_version(board: Board, told: list[RuleVersion]) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2}), Worded("บอกผลกลับ")])
    adopted(board, made)
    version = newest(made)
    assert (version.rule.number, version.number, version.rule.title) == (1, 1, "ถามข่าวคนติดเตียง")
    assert [(one.number, one.text, one.values) for one in version.clauses.all()] == [
        (1, "ถามข่าว", {"freshness.carer": 2}),
        (2, "บอกผลกลับ", {}),
    ]
    assert (made.said, made.rule_ref) == (ProposalStage.ADOPTED, version.rule_id)
    assert told == [version]


def test_its_digest_is_in_the_journal(board: Board, proposal: Proposal) -> None:
    adopted(board, proposal)
    version = newest(proposal)
    ((_entry, details),) = [pair for pair in journal.told_about([version.ref]) if pair[0].did == "rule.adopted"]
    assert details["sha256"] == version.digest == digest_of(version, version.clauses.all())


def test_a_first_version_is_looked_at_within_half_a_year_later_ones_within_a_year(
    board: Board, proposal: Proposal
) -> None:
    adopted(board, proposal)
    assert newest(proposal).review_on - day_of(newest(proposal)) == timedelta(days=182)
    rule = Rule.objects.get(pk=proposal.rule_ref)
    second = propose(board, rule=rule, review_on=clock.today() + timedelta(days=900))
    adopted(board, second)
    assert newest(second).number == 2
    assert newest(second).review_on - day_of(newest(second)) == timedelta(days=365)


def test_a_day_wished_for_is_kept_where_it_is_soon_enough(board: Board) -> None:
    soon, ahead = clock.today() + timedelta(days=40), clock.today() + timedelta(days=20)
    made = propose(board, review_on=soon, in_force_from=ahead)
    adopted(board, made)
    assert (newest(made).review_on, newest(made).in_force_from) == (soon, ahead)


def test_a_day_that_has_passed_becomes_today(board: Board) -> None:
    made = propose(board, in_force_from=date(2020, 1, 1))
    one = opened(board, made)
    answered(board, one, dict.fromkeys(board.actors, YES))
    closed(one)
    assert newest(made).in_force_from == one.closes_at.astimezone(clock.BANGKOK).date()


def test_a_leg_where_nobody_sits_is_not_bound(board: Board, proposal: Proposal) -> None:
    empty(board.seats[HEADMEN])
    decided(board, proposal, {PEOPLE: YES, STATE: YES, LOCAL: YES})
    version = newest(proposal)
    assert proposal.said is ProposalStage.ADOPTED
    assert set(version.binds) == {board.legs[name].pk for name in (PEOPLE, STATE, LOCAL)}
    assert version.missing == [board.legs[HEADMEN].pk]


def test_a_short_second_call_stands_for_ninety_days(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    one = decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    version = newest(proposal)
    day = one.closes_at.astimezone(clock.BANGKOK).date()
    assert proposal.said is ProposalStage.PROVISIONAL
    assert version.provisional_until == version.review_on == day + timedelta(days=90)
    assert set(version.missing) == {board.legs[HEADMEN].pk, board.legs[LOCAL].pk}
    assert set(version.binds) == {leg.pk for leg in board.legs.values()}


def test_too_few_at_the_table_hold_it_back_until_the_seats_are_filled(
    board: Board, proposal: Proposal, told: list[RuleVersion]
) -> None:
    bodies.need_filled(by=INSTALLATION, body=board.body, fewest=11)
    one = opened(board, proposal)
    answered(board, one, dict.fromkeys(board.actors, YES))
    empty(board.seats[LOCAL])
    assert closed(one).decision.result == "adopted"
    proposal.refresh_from_db()
    assert (proposal.said, told) == (ProposalStage.DECIDING, [])
    assert keep_time(by=INSTALLATION)["adopted"] == 0
    sit(board.seats[LOCAL], "คนใหม่")
    assert keep_time(by=INSTALLATION)["adopted"] == 1
    assert told == [newest(proposal)]
    assert keep_time(by=INSTALLATION)["adopted"] == 0
