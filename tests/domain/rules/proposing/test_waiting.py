"""Every deed of rules that waits is told to the seats that can do it, and asks no more once it is done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.notices import queries as notices
from sanam.domain.rules import queries
from sanam.domain.rules.models import Proposal, RuleVersion
from sanam.domain.rules.operations import objections, provisional, responses, reviewing, steering
from sanam.domain.rules.provisional import stands_for_now
from sanam.domain.rules.words import ProposalStage
from sanam.domain.teams.lines import read
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    PEOPLE,
    STATE,
    YES,
    Board,
    closed,
    decided,
    opened,
)
from tests.domain.rules.proposing.test_objecting import tried_twice
from tests.lines import ids

pytestmark = pytest.mark.django_db


def waits(actor: Actor) -> list[str]:
    return sorted(one.kind for one in read(queries.waiting(actor)))


def asks(actor: Actor) -> set[str]:
    return {one.kind for one in notices.unread(actor, limit=100)}


def test_a_round_waits_until_the_seat_answers_or_it_closes(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    assert ids(queries.waiting(board.actors[LOCAL]), "round") == [str(one.pk)]
    assert "round.opened" in asks(board.actors[LOCAL])
    responses.answer(by=board.actors[LOCAL], one=one, said=YES)
    assert not ids(queries.waiting(board.actors[LOCAL]), "round")
    assert "round.opened" not in asks(board.actors[LOCAL])
    assert "round.opened" in asks(board.actors[HEADMEN])
    closed(one)
    assert "round.opened" not in asks(board.actors[HEADMEN])
    assert "proposal.decided" in asks(board.actors[HEADMEN])  # what it only tells is left to be read


def test_a_second_call_waits_for_its_author_and_any_host_then_for_its_messenger(
    board: Board, proposal: Proposal
) -> None:
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    assert proposal.said is ProposalStage.SECOND_CALL
    for leg in (PEOPLE, STATE):  # the secretary writes gatherings
        assert ids(queries.waiting(board.actors[leg]), "proposal") == [str(proposal.pk)]
    assert not ids(queries.waiting(board.actors[HEADMEN]), "proposal")
    one = opened(board, proposal, messenger=board.seats[HEADMEN])
    assert not ids(queries.waiting(board.actors[STATE]), "proposal")
    assert waits(board.actors[HEADMEN]) == ["carry"]
    assert "round.messenger" in asks(board.actors[HEADMEN])
    closed(one)
    assert "round.messenger" not in asks(board.actors[HEADMEN])


def test_an_objection_waits_for_each_of_the_three_until_it_has_said(board: Board, proposal: Proposal) -> None:
    objection = tried_twice(board, proposal)
    objections.name_seat(by=board.actors[LOCAL], objection=objection, seat=board.seats[HEADMEN])
    objections.name_seat(by=board.actors[PEOPLE], objection=objection, seat=board.seats[STATE])
    for leg in (HEADMEN, STATE):
        assert ids(queries.waiting(board.actors[leg]), "test") == [str(objection.pk)]
        assert "objection.circle" in asks(board.actors[leg])
    objections.find(by=board.actors[HEADMEN], objection=objection, harms=False, why="ไม่เสีย")
    assert not ids(queries.waiting(board.actors[HEADMEN]), "test")
    assert "objection.circle" not in asks(board.actors[HEADMEN])
    assert ids(queries.waiting(board.actors[STATE]), "test") == [str(objection.pk)]
    objections.withdraw(by=board.actors[LOCAL], objection=objection)
    assert not ids(queries.waiting(board.actors[STATE]), "test")
    assert "objection.circle" not in asks(board.actors[STATE])


@pytest.mark.parametrize("heard", [(PEOPLE, STATE), (PEOPLE,)])
def test_what_stands_for_now_waits_for_the_legs_that_were_missing_while_it_does(
    board: Board, proposal: Proposal, heard: tuple[str, ...]
) -> None:
    decided(board, proposal, dict.fromkeys(heard, YES))
    decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    version = RuleVersion.objects.get(proposal=proposal)
    missing = {HEADMEN, LOCAL, STATE} - set(heard)
    for leg, actor in board.actors.items():
        assert bool(ids(queries.waiting(actor), "for_now")) is (leg in missing), leg
    provisional.confirm(by=board.actors[HEADMEN], version=version)
    assert not ids(queries.waiting(board.actors[HEADMEN]), "for_now")
    assert bool(ids(queries.waiting(board.actors[LOCAL]), "for_now")) is stands_for_now(version)
    with clock.at(clock.now() + timedelta(days=100)):
        assert not ids(queries.waiting(board.actors[LOCAL]), "for_now")


def test_a_review_waits_until_somebody_proposes_what_comes_after(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, dict.fromkeys(board.actors, YES))
    version = RuleVersion.objects.get(proposal=proposal)
    with clock.at(clock.now() + (version.review_on - clock.today())):
        steering.keep_time(by=INSTALLATION)
        reviewing.remind(by=INSTALLATION)
        assert ids(queries.waiting(board.actors[LOCAL]), "review_rule") == [str(version.pk)]
        assert "rules.review" in asks(board.actors[LOCAL])
        reviewing.propose_renewal(by=board.actors[STATE], rule=version.rule, why="ทำได้ดี")
        assert not ids(queries.waiting(board.actors[LOCAL]), "review_rule")
        assert "rules.review" not in asks(board.actors[LOCAL])
