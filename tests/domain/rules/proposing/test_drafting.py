"""Any seat of the body proposes; the draft is written anew with its number, and taken back by whoever proposed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sanam.domain.foundation.actor import INSTALLATION, Mandate
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.rules import queries
from sanam.domain.rules.models import Proposal, Rule
from sanam.domain.rules.operations import proposals
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.words import Method, ProposalStage
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.rules.proposing.conftest import HEADMEN, OTHERS, PEOPLE, STATE, Board, adopted, opened, propose

pytestmark = pytest.mark.django_db
WHY = {"title": "ถามข่าวคนติดเตียง", "why": "ข้อมูลเก่า"}


def change(board: Board, proposal: Proposal, leg: str = PEOPLE, *, seen: int = 1, **more: object) -> Proposal:
    given = {"clauses": [Worded("ทุกสามเดือน", number=1)]} | WHY | more
    return proposals.change_draft(by=board.actors[leg], proposal=proposal, seen=seen, **given)  # type: ignore[arg-type]


def test_a_seat_of_any_leg_may_propose(board: Board) -> None:
    for leg in OTHERS:
        made = proposals.draft(by=board.actors[leg], body=board.body, clauses=[Worded("คุยทุกเดือน")], **WHY)
        assert (made.said, made.author, made.draft) == (ProposalStage.DRAFT, board.seats[leg], 1)


def test_a_seat_of_another_body_and_the_installation_may_not(board: Board, cast: Cast) -> None:
    other = bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="พชอ.อื่น", name_en="Other", area_codes=["9001"]
    )
    for actor in (board.actors[PEOPLE], INSTALLATION):
        with pytest.raises(NotAllowed):
            proposals.draft(by=actor, body=other, clauses=[Worded("คุย")], **WHY)


@pytest.mark.parametrize("left_out", ["title", "why"])
def test_a_name_and_a_reason_are_needed(board: Board, left_out: str) -> None:
    with pytest.raises(BadInput):
        propose(board, **{left_out: "  "})


def test_one_clause_at_least_is_needed(board: Board) -> None:
    with pytest.raises(BadInput, match="หนึ่งข้อ"):
        propose(board, " ")


def test_a_sense_check_is_no_way_to_decide(board: Board) -> None:
    with pytest.raises(BadInput):
        propose(board, method=Method.SENSE_CHECK)


def test_a_clause_turns_only_dials_there_are_within_their_bounds(board: Board) -> None:
    for values in ({"no.such": 3}, {"freshness.carer": 61}, {"freshness.carer": 2.5}):
        with pytest.raises(BadInput):
            propose(board, clauses=[Worded("ถามข่าว", values)])
    assert propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})]).clauses.get().values == {
        "freshness.carer": 2
    }


def test_the_draft_is_counted_up_by_author_or_host(board: Board, proposal: Proposal) -> None:
    assert change(board, proposal).draft == 2
    assert change(board, proposal, STATE, seen=2).draft == 3
    with pytest.raises(NotAllowed):
        change(board, proposal, HEADMEN, seen=3)


def test_who_wrote_on_an_old_draft_is_told_and_loses_nothing(board: Board, proposal: Proposal) -> None:
    change(board, proposal)
    with pytest.raises(Refused) as refusal:
        change(board, proposal, STATE, seen=1)
    assert refusal.value.details == {"draft": 2}
    proposal.refresh_from_db()
    assert proposal.draft == 2


def test_numbers_of_clauses_are_not_used_again(board: Board, proposal: Proposal) -> None:
    adopted(board, proposal)
    rule = Rule.objects.get(pk=proposal.rule_ref)
    made = propose(board, clauses=[Worded("ข้อแรกใหม่", number=1), Worded("ข้อใหม่")], rule=rule)
    assert [one.number for one in made.clauses.all()] == [1, 3]


def test_the_text_stands_still_while_seats_answer(board: Board, proposal: Proposal) -> None:
    opened(board, proposal)
    with pytest.raises(Refused, match="ลงเสียง"):
        change(board, proposal)
    with pytest.raises(Refused):
        proposals.withdraw(by=board.actors[PEOPLE], proposal=proposal)


def test_only_whoever_proposed_takes_it_back(board: Board, proposal: Proposal) -> None:
    with pytest.raises(NotAllowed):
        proposals.withdraw(by=board.actors[STATE], proposal=proposal)
    gone = proposals.withdraw(by=board.actors[PEOPLE], proposal=proposal)
    assert (gone.said, gone.ended_at is not None) == (ProposalStage.WITHDRAWN, True)
    with pytest.raises(Refused):
        change(board, proposal)


def test_one_change_of_a_rule_at_a_time(board: Board, proposal: Proposal) -> None:
    adopted(board, proposal)
    rule = Rule.objects.get(pk=proposal.rule_ref)
    made = propose(board, rule=rule)
    assert made.base_ref == rule.versions.get().pk
    with pytest.raises(Refused, match="อยู่แล้ว"):
        propose(board, rule=rule)


def test_who_sees_no_rules_sees_no_proposal(board: Board, proposal: Proposal, cast: Cast) -> None:
    blind = replace(cast.nurse, mandate=Mandate())
    assert list(queries.visible(blind)) == []
    with pytest.raises(NotAllowed):
        queries.proposal(blind, str(proposal.pk))
    assert queries.proposal(cast.nurse, str(proposal.pk)) == proposal
