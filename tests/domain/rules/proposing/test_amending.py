"""A change asked for is a thing with a state; the second one to a clause sees that the text moved."""

from __future__ import annotations

from typing import Any

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.notices.models import Notice
from sanam.domain.rules.models import Amendment, Proposal
from sanam.domain.rules.operations import amendments
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.words import AmendmentState, ProposalStage
from tests.domain.rules.agreed import adopted as laid_down
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    PEOPLE,
    STATE,
    YES,
    Board,
    decided,
    opened,
    propose,
)

pytestmark = pytest.mark.django_db


def ask(board: Board, proposal: Proposal, number: int = 1, text: str = "ทุกสามเดือน", leg: str = HEADMEN) -> Amendment:
    given = {"number": number, "text": text, "reason": "คนน้อย"}
    return amendments.ask(by=board.actors[leg], proposal=proposal, **given)  # type: ignore[arg-type]


def texts(proposal: Proposal) -> dict[int, str]:
    return {one.number: one.text for one in proposal.clauses.all()}


def test_taken_in_it_changes_the_draft_and_counts_up(board: Board, proposal: Proposal) -> None:
    asked = ask(board, proposal)
    changed = amendments.accept(by=board.actors[PEOPLE], amendment=asked)
    asked.refresh_from_db()
    assert (changed.draft, texts(proposal)[1], asked.state) == (2, "ทุกสามเดือน", AmendmentState.ACCEPTED)
    assert Notice.objects.filter(seat_ref=str(board.seats[HEADMEN].pk), kind="proposal.change_settled").exists()
    with pytest.raises(Refused, match="แล้ว"):
        amendments.accept(by=board.actors[PEOPLE], amendment=asked)


def test_of_two_changes_to_one_clause_the_second_sees_that_the_text_moved(board: Board, proposal: Proposal) -> None:
    first, second = ask(board, proposal), ask(board, proposal, text="ทุกหกเดือน", leg=LOCAL)
    amendments.accept(by=board.actors[PEOPLE], amendment=first)
    with pytest.raises(Refused) as refusal:
        amendments.accept(by=board.actors[PEOPLE], amendment=second)
    assert refusal.value.code == "rules.clause_moved"
    assert refusal.value.details == {"now": "ทุกสามเดือน"}
    assert texts(proposal)[1] == "ทุกสามเดือน"


def test_a_new_clause_and_one_taken_out(board: Board, proposal: Proposal) -> None:
    amendments.accept(by=board.actors[STATE], amendment=ask(board, proposal, 3, "ใครว่างไปก่อน"))
    amendments.accept(by=board.actors[STATE], amendment=ask(board, proposal, 1, ""))
    assert sorted(texts(proposal)) == [2, 3]
    amendments.accept(by=board.actors[STATE], amendment=ask(board, proposal, 3, ""))
    with pytest.raises(Refused, match="ข้อสุดท้าย"):
        amendments.accept(by=board.actors[STATE], amendment=ask(board, proposal, 2, ""))


def test_dials_stay_where_nothing_is_said_of_them(board: Board) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})])
    amendments.accept(by=board.actors[PEOPLE], amendment=ask(board, made))
    assert made.clauses.get().values == {"freshness.carer": 2}
    given = {"number": 1, "text": "ถามข่าวถี่", "reason": "ถี่ขึ้น", "values": {"freshness.carer": 1}}
    amendments.accept(by=board.actors[PEOPLE], amendment=amendments.ask(by=board.actors[LOCAL], proposal=made, **given))
    assert made.clauses.get().values == {"freshness.carer": 1}


@pytest.mark.parametrize(("number", "text"), [(9, "ใหม่"), (3, ""), (0, "ใหม่")])
def test_there_is_no_such_clause(board: Board, proposal: Proposal, number: int, text: str) -> None:
    with pytest.raises(BadInput):
        ask(board, proposal, number, text)


def test_a_reason_is_needed_to_ask_and_to_say_no(board: Board, proposal: Proposal) -> None:
    with pytest.raises(BadInput):
        amendments.ask(by=board.actors[LOCAL], proposal=proposal, number=1, text="ใหม่", reason=" ")
    asked = ask(board, proposal)
    with pytest.raises(BadInput):
        amendments.reject(by=board.actors[PEOPLE], amendment=asked, because="")
    said = amendments.reject(by=board.actors[PEOPLE], amendment=asked, because="คุยกันแล้วยังไหว")
    assert (said.state, said.because) == (AmendmentState.REJECTED, "คุยกันแล้วยังไหว")


def test_only_who_tends_the_proposal_settles_and_only_who_asked_takes_back(board: Board, proposal: Proposal) -> None:
    asked = ask(board, proposal)
    with pytest.raises(NotAllowed):
        amendments.accept(by=board.actors[HEADMEN], amendment=asked)
    with pytest.raises(NotAllowed):
        amendments.withdraw(by=board.actors[PEOPLE], amendment=asked)
    assert amendments.withdraw(by=board.actors[HEADMEN], amendment=asked).state == AmendmentState.WITHDRAWN


def test_while_seats_answer_it_may_be_asked_and_not_taken_in(board: Board, proposal: Proposal) -> None:
    opened(board, proposal)
    asked = ask(board, proposal)
    with pytest.raises(Refused, match="ลงเสียง"):
        amendments.accept(by=board.actors[PEOPLE], amendment=asked)


def test_a_change_after_a_short_call_sends_it_back_to_the_talk(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES})
    assert proposal.said is ProposalStage.SECOND_CALL
    assert amendments.accept(by=board.actors[PEOPLE], amendment=ask(board, proposal)).said is ProposalStage.RETURNED


def test_a_change_may_be_of_the_dials_alone_and_makes_the_next_draft(board: Board) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})])
    asked = amendments.ask(by=board.actors[LOCAL], proposal=made, **turned({"freshness.income": 6}))
    assert (asked.before_values, asked.values) == ({"freshness.carer": 2}, {"freshness.income": 6})
    assert amendments.accept(by=board.actors[PEOPLE], amendment=asked).draft == 2
    assert (made.clauses.get().text, made.clauses.get().values) == ("ถามข่าว", {"freshness.income": 6})


def test_a_clause_may_be_left_without_dials_and_a_new_one_may_bring_some(board: Board) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})])
    amendments.accept(
        by=board.actors[PEOPLE], amendment=amendments.ask(by=board.actors[LOCAL], proposal=made, **turned({}))
    )
    new = turned({"freshness.health": 6}, number=2, text="ถามสุขภาพ")
    amendments.accept(by=board.actors[PEOPLE], amendment=amendments.ask(by=board.actors[LOCAL], proposal=made, **new))
    assert [one.values for one in made.clauses.all()] == [{}, {"freshness.health": 6}]


def test_of_two_changes_to_the_dials_the_second_sees_that_they_moved(board: Board) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})])
    first, second, words = (
        amendments.ask(by=board.actors[LOCAL], proposal=made, **given)
        for given in (
            turned({"freshness.carer": 3}),
            turned({"freshness.carer": 4}),
            {"number": 1, "text": "ถามข่าวถี่", "reason": "ถี่"},
        )
    )
    amendments.accept(by=board.actors[PEOPLE], amendment=first)
    with pytest.raises(Refused) as refusal:
        amendments.accept(by=board.actors[PEOPLE], amendment=second)
    assert refusal.value.code == "rules.dials_moved"
    amendments.accept(by=board.actors[PEOPLE], amendment=words)
    assert (made.clauses.get().text, made.clauses.get().values) == ("ถามข่าวถี่", {"freshness.carer": 3})


def test_two_new_clauses_asked_for_side_by_side_both_get_in(board: Board, proposal: Proposal) -> None:
    for asked in [ask(board, proposal, 3, "ใครว่างไปก่อน"), ask(board, proposal, 3, "จดไว้ทุกครั้ง", LOCAL)]:
        amendments.accept(by=board.actors[PEOPLE], amendment=asked)
    assert (texts(proposal)[3], texts(proposal)[4]) == ("ใครว่างไปก่อน", "จดไว้ทุกครั้ง")


def test_a_change_that_changes_nothing_is_not_asked_for(board: Board) -> None:
    made = propose(board, clauses=[Worded("ถามข่าว", {"freshness.carer": 2})])
    for values in (None, {"freshness.carer": 2}):
        with pytest.raises(BadInput, match="ยังเหมือนเดิม"):
            amendments.ask(by=board.actors[LOCAL], proposal=made, number=1, text="ถามข่าว", reason="x", values=values)


@pytest.mark.parametrize("values", [{"freshness.nothing": 2}, {"freshness.carer": 0}, {"numbers.smallest_shown": 4}])
def test_a_dial_there_is_not_or_beyond_its_bounds_is_not_asked_for(board: Board, values: dict[str, float]) -> None:
    made = propose(board)
    with pytest.raises(BadInput):
        amendments.ask(by=board.actors[LOCAL], proposal=made, **turned(values))


def test_what_only_rises_and_rose_meanwhile_is_not_lowered_by_taking_a_change_in(board: Board) -> None:
    made = propose(board)
    asked = amendments.ask(by=board.actors[LOCAL], proposal=made, **turned({"numbers.smallest_shown": 8}))
    laid_down(board.body, ("ไม่ต่ำกว่าสิบ", {"numbers.smallest_shown": 10}))
    with pytest.raises(BadInput, match="สูงขึ้นได้อย่างเดียว"):
        amendments.accept(by=board.actors[PEOPLE], amendment=asked)


def turned(values: dict[str, float], number: int = 1, text: str = "ถามข่าว") -> dict[str, Any]:
    """A change to the dials of a clause."""
    return {"number": number, "text": text, "reason": "ทำได้จริง", "values": values}
