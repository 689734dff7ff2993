"""An objection says which aim is harmed and what would help; it is taken in, taken back, or tested by three."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices.models import Notice
from sanam.domain.rules import queries
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Objection, Proposal
from sanam.domain.rules.operations import amendments, objections, responses
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import Method, ObjectionState, ProposalStage
from tests.cast import Cast
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    NO,
    PEOPLE,
    STATE,
    YES,
    Board,
    answered,
    closed,
    decided,
    opened,
    propose,
    the_objection,
)

pytestmark = pytest.mark.django_db
ONE_OBJECTS = {LOCAL: NO, PEOPLE: YES, STATE: YES, HEADMEN: YES}


def taken_in(board: Board, proposal: Proposal, text: str = "ทุกสองเดือน ใครว่างไปก่อน") -> Objection:
    given = {"number": 1, "text": text, "answer": "เปลี่ยนเป็นใครว่างไปก่อน"}
    return objections.rewrite(by=board.actors[PEOPLE], objection=the_objection(proposal), **given)  # type: ignore[arg-type]


def tried_twice(board: Board, proposal: Proposal) -> Objection:
    """The draft was changed twice for the local leg, and it objects once more."""
    for text in ("ร่างสอง", "ร่างสาม"):
        decided(board, proposal, ONE_OBJECTS)
        taken_in(board, proposal, text)
    decided(board, proposal, ONE_OBJECTS)
    return the_objection(proposal)


@pytest.mark.parametrize("said", [Answer(Value.OBJECT, aim="เป้าหมาย"), Answer(Value.OBJECT, change="เปลี่ยน")])
def test_an_empty_objection_is_not_taken(board: Board, proposal: Proposal, said: Answer) -> None:
    one = opened(board, proposal)
    with pytest.raises(BadInput):
        responses.answer(by=board.actors[LOCAL], one=one, said=said)
    assert one.responses.count() == 0


def test_there_is_nothing_between_consent_and_an_objection(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    for value in (Value.STAND_ASIDE, Value.YES, Value.UNSURE):
        with pytest.raises(BadInput, match="ไม่มีคำตอบนั้น"):
            responses.answer(by=board.actors[LOCAL], one=one, said=Answer(value))


def test_it_is_read_once_the_round_is_closed(board: Board, proposal: Proposal, cast: Cast) -> None:
    one = opened(board, proposal)
    answered(board, one, ONE_OBJECTS)
    waiting = the_objection(proposal)
    assert queries.objections(cast.nurse, proposal) == []
    assert queries.objections(board.actors[LOCAL], proposal) == [waiting]
    with pytest.raises(NotHere):
        queries.objection(cast.nurse, waiting.pk)
    closed(one)
    assert queries.objection(cast.nurse, waiting.pk).aim == "คนดูแลต้องไหว"
    assert Notice.objects.filter(kind="proposal.objections", seat_ref=str(board.seats[PEOPLE].pk)).exists()


def test_an_open_objection_sends_the_proposal_back_to_the_talk(board: Board, proposal: Proposal) -> None:
    assert decided(board, proposal, ONE_OBJECTS).decision.result == "not_adopted"
    assert proposal.said is ProposalStage.RETURNED


def test_answering_anew_takes_it_back(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    answered(board, one, ONE_OBJECTS)
    answered(board, one, {LOCAL: YES})
    assert the_objection(proposal).state == ObjectionState.WITHDRAWN
    assert closed(one).decision.result == "adopted"


def test_taken_into_the_draft_everybody_is_asked_again(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, ONE_OBJECTS)
    settled = taken_in(board, proposal)
    assert (settled.state, settled.amendment.state) == (ObjectionState.INTEGRATED, "accepted")
    proposal.refresh_from_db()
    assert proposal.draft == 2
    second = opened(board, proposal)
    assert (second.number, second.draft, second.responses.count()) == (2, 2, 0)
    answered(board, second, dict.fromkeys(board.actors, YES))
    assert closed(second).decision.result == "adopted"


def test_a_change_somebody_asked_for_may_answer_it(board: Board, proposal: Proposal) -> None:
    before = amendments.ask(by=board.actors[HEADMEN], proposal=proposal, number=1, text="เก่า", reason="ก่อน")
    decided(board, proposal, ONE_OBJECTS)
    found = the_objection(proposal)
    given = {"objection": found, "answer": "ตามที่ขอ"}
    with pytest.raises(BadInput):
        objections.integrate(by=board.actors[PEOPLE], amendment=before, **given)
    asked = amendments.ask(by=board.actors[LOCAL], proposal=proposal, number=2, text="สิบวัน", reason="ทำทัน")
    with pytest.raises(BadInput):
        objections.integrate(by=board.actors[PEOPLE], objection=found, amendment=asked, answer=" ")
    with pytest.raises(NotAllowed):
        objections.integrate(by=board.actors[HEADMEN], amendment=asked, **given)
    assert objections.integrate(by=board.actors[PEOPLE], amendment=asked, **given).amendment == asked


def test_taken_back_it_no_longer_stands_in_the_way(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, ONE_OBJECTS)
    with pytest.raises(NotAllowed):
        objections.withdraw(by=board.actors[PEOPLE], objection=the_objection(proposal))
    objections.withdraw(by=board.actors[LOCAL], objection=the_objection(proposal))
    again = decided(board, proposal, {})
    assert again.decision.result == "adopted"
    assert {one["value"]: one.get("objection") for one in again.decision.asked["responses"]}["object"] == "withdrawn"


def test_a_circle_looks_only_after_the_draft_was_changed_twice(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, ONE_OBJECTS)
    with pytest.raises(Refused, match="สองครั้งก่อน"):
        objections.name_seat(by=board.actors[LOCAL], objection=the_objection(proposal), seat=board.seats[HEADMEN])


def test_three_seats_of_three_legs_one_of_them_the_objectors_choice(board: Board, proposal: Proposal) -> None:
    found = tried_twice(board, proposal)
    host, own = board.actors[PEOPLE], board.actors[LOCAL]
    objections.name_seat(by=own, objection=found, seat=board.seats[HEADMEN])
    with pytest.raises(Refused, match="ครบแล้ว"):
        objections.name_seat(by=own, objection=found, seat=board.seats[STATE])
    for seat in (board.seats[LOCAL], board.seats[HEADMEN]):
        with pytest.raises(BadInput):
            objections.name_seat(by=host, objection=found, seat=seat)
    objections.name_seat(by=host, objection=found, seat=board.seats[STATE])
    objections.name_seat(by=host, objection=found, seat=board.seats[PEOPLE])
    found.refresh_from_db()
    assert [one["own"] for one in found.circle] == [True, False, False]


@pytest.mark.parametrize("one_sees_harm", [False, True])
def test_tested_only_when_all_three_find_that_no_aim_is_harmed(
    board: Board, proposal: Proposal, one_sees_harm: bool
) -> None:
    found = tried_twice(board, proposal)
    for by, leg in ((LOCAL, HEADMEN), (PEOPLE, STATE), (PEOPLE, PEOPLE)):
        objections.name_seat(by=board.actors[by], objection=found, seat=board.seats[leg])
    with pytest.raises(NotAllowed):
        objections.find(by=board.actors[LOCAL], objection=found, harms=False, why="เอง")
    for leg in (HEADMEN, STATE, PEOPLE):
        harms = one_sees_harm and leg == STATE
        found = objections.find(by=board.actors[leg], objection=found, harms=harms, why="ดูแล้ว")
    assert found.state == (ObjectionState.OPEN if one_sees_harm else ObjectionState.TESTED)
    again = decided(board, proposal, {})
    assert again.decision.result == ("not_adopted" if one_sees_harm else "adopted")


def test_a_block_says_as_much_and_a_no_needs_not(board: Board) -> None:
    consensus, vote = propose(board, method=Method.CONSENSUS), propose(board, method=Method.TWO_THIRDS)
    one = opened(board, consensus)
    with pytest.raises(BadInput):
        responses.answer(by=board.actors[LOCAL], one=one, said=Answer(Value.BLOCK))
    two = opened(board, vote)
    responses.answer(by=board.actors[LOCAL], one=two, said=Answer(Value.NO))
    assert not vote.objections.exists()


def test_an_objection_may_be_met_by_a_dial_a_new_clause_or_one_taken_out(board: Board, proposal: Proposal) -> None:
    """The next draft each time, and what was said on the old one is over."""
    for given in (
        {"number": 1, "text": "ยืนยันกิจวัตรคนติดเตียงทุกสี่เดือน", "values": {"freshness.function_bed": 4}},
        {"number": 3, "text": "ใครว่างไปก่อน", "values": {"freshness.carer": 4}},
        {"number": 2, "text": ""},
    ):
        decided(board, proposal, ONE_OBJECTS)
        by, one = board.actors[PEOPLE], the_objection(proposal)
        objections.rewrite(by=by, objection=one, answer="แก้แล้ว", **given)  # type: ignore[arg-type]
        one.refresh_from_db()
        assert one.state == ObjectionState.INTEGRATED
    proposal.refresh_from_db()
    told = {one.number: one.values for one in proposal.clauses.all()}
    assert (proposal.draft, told) == (4, {1: {"freshness.function_bed": 4}, 3: {"freshness.carer": 4}})
