"""What stands for ninety days: a missing leg consents to it, or has it talked about again, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.notices.models import Notice
from sanam.domain.rules.models import Proposal, RuleVersion
from sanam.domain.rules.operations import provisional
from sanam.domain.rules.operations.by_the_clock import keep_time
from sanam.domain.rules.provisional import stands_for_now, still_needed
from sanam.domain.rules.words import ProposalStage
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    PEOPLE,
    STATE,
    YES,
    Board,
    adopted,
    another,
    decided,
    opened,
    sit,
)

pytestmark = pytest.mark.django_db


def for_now(board: Board, proposal: Proposal, *legs: str) -> RuleVersion:
    """A version that only these legs were heard for."""
    decided(board, proposal, dict.fromkeys(legs or (PEOPLE, STATE), YES))
    decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    return RuleVersion.objects.get(proposal=proposal)


def test_a_missing_leg_consents_and_it_stands_for_good(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    assert stands_for_now(version)
    event = provisional.confirm(by=board.actors[HEADMEN], version=version)
    assert (event.leg, still_needed(version), stands_for_now(version)) == (board.legs[HEADMEN], 0, False)


def test_it_takes_as_many_legs_as_the_quorum_was_short_of(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal, PEOPLE)
    provisional.confirm(by=board.actors[HEADMEN], version=version)
    assert (still_needed(version), stands_for_now(version)) == (1, True)
    provisional.confirm(by=board.actors[LOCAL], version=version)
    assert not stands_for_now(version)


def test_a_missing_leg_has_it_talked_about_again_once(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    again = provisional.reopen(by=board.actors[LOCAL], version=version, because="เราไม่มีรถ")
    assert (again.said, again.base_ref, again.author) == (ProposalStage.TALKING, version.pk, board.seats[LOCAL])
    assert [one.text for one in again.clauses.all()] == [one.text for one in version.clauses.all()]
    with pytest.raises(Refused, match="หนึ่งครั้ง"):
        provisional.reopen(by=board.actors[LOCAL], version=version, because="อีก")
    other = sit(another(board, LOCAL), "อีกคนในขา")
    with pytest.raises(Refused, match="หนึ่งครั้ง"):
        provisional.confirm(by=other, version=version)
    adopted(board, again)
    assert RuleVersion.objects.get(proposal=again).number == 2
    assert not stands_for_now(version)


def test_a_leg_that_was_heard_does_neither(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    with pytest.raises(NotAllowed, match="พูดแล้ว"):
        provisional.confirm(by=board.actors[PEOPLE], version=version)
    with pytest.raises(NotAllowed):
        provisional.reopen(by=board.actors[STATE], version=version, because="x")


def test_a_reason_is_needed(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    with pytest.raises(BadInput):
        provisional.reopen(by=board.actors[LOCAL], version=version, because=" ")
    assert not version.events.filter(what="reopened").exists()


def test_after_ninety_days_it_is_too_late(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    assert version.provisional_until is not None
    with clock.at(version.provisional_until + timedelta(days=1)), pytest.raises(Refused):
        provisional.confirm(by=board.actors[LOCAL], version=version)


def test_the_clock_reminds_of_a_second_call_nobody_opened_once_a_week(board: Board, proposal: Proposal) -> None:
    one = decided(board, proposal, {PEOPLE: YES})
    due = one.closes_at + timedelta(days=7)
    assert keep_time(by=INSTALLATION)["reminded"] == 0
    with clock.at(due):
        assert keep_time(by=INSTALLATION)["reminded"] == 1
        assert keep_time(by=INSTALLATION)["reminded"] == 0
    with clock.at(due + timedelta(days=8)):
        assert keep_time(by=INSTALLATION)["reminded"] == 1
    told = Notice.objects.filter(kind="proposal.reminded", seat_ref=str(board.seats[PEOPLE].pk))
    assert told.count() == 2


def test_the_messenger_is_reminded_two_days_before(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES})
    second = opened(board, proposal, messenger=board.seats[HEADMEN])
    with clock.at(second.closes_at - timedelta(days=2)):
        assert keep_time(by=INSTALLATION)["reminded"] == 1
        assert keep_time(by=INSTALLATION)["reminded"] == 0


def test_what_nobody_carries_on_for_half_a_year_lapses(board: Board, proposal: Proposal) -> None:
    with clock.at(clock.now() + timedelta(days=179)):
        assert keep_time(by=INSTALLATION)["lapsed"] == 0
    with clock.at(clock.now() + timedelta(days=181)):
        assert keep_time(by=INSTALLATION)["lapsed"] == 1
    proposal.refresh_from_db()
    assert (proposal.said, proposal.ended_at is not None) == (ProposalStage.LAPSED, True)


def test_its_time_runs_out_unless_enough_legs_were_heard(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    assert version.provisional_until is not None
    with clock.at(version.provisional_until):
        assert keep_time(by=INSTALLATION)["ended"] == 0
    with clock.at(version.provisional_until + timedelta(days=1)):
        assert keep_time(by=INSTALLATION)["ended"] == 1
        assert keep_time(by=INSTALLATION)["ended"] == 0


def test_what_was_confirmed_goes_on(board: Board, proposal: Proposal) -> None:
    version = for_now(board, proposal)
    assert version.provisional_until is not None
    provisional.confirm(by=board.actors[LOCAL], version=version)
    with clock.at(version.provisional_until + timedelta(days=1)):
        assert keep_time(by=INSTALLATION)["ended"] == 0
