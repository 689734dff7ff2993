"""A round is opened by whoever tends the proposal, one at a time; it closes when all have answered, or in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.notices.models import Notice
from sanam.domain.rules import queries
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Proposal, Round
from sanam.domain.rules.operations import responses, rounds
from sanam.domain.rules.operations.by_the_clock import keep_time
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.standing import asked_of, legs_of, waiting_for
from sanam.domain.rules.words import ProposalStage, RoundKind
from sanam.domain.teams.models import Member
from sanam.domain.teams.operations import bodies
from tests.domain.rules.proposing.conftest import (
    A_WEEK,
    HEADMEN,
    LOCAL,
    PEOPLE,
    STATE,
    YES,
    Board,
    acting,
    answered,
    closed,
    decided,
    empty,
    later,
    opened,
    propose,
)

pytestmark = pytest.mark.django_db


def seen(board: Board, one: Round, leg: str) -> queries.Standing:
    (found,) = [each for each in queries.rounds_of(one.proposal) if each.pk == one.pk]
    return queries.stands(board.actors[leg], found, legs_of(board.body))


def test_one_round_at_a_time(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal, RoundKind.QUESTION)
    assert Proposal.objects.get().said is ProposalStage.TALKING
    with pytest.raises(Refused, match="รอบที่เปิดอยู่"):
        opened(board, proposal)
    rounds.close(by=board.actors[STATE], one=one)
    assert opened(board, proposal).number == 2


def test_only_who_tends_it_opens_and_closes(board: Board, proposal: Proposal) -> None:
    given = {"proposal": proposal, "kind": RoundKind.QUESTION, "closes_at": later(A_WEEK)}
    with pytest.raises(NotAllowed):
        rounds.open_round(by=board.actors[HEADMEN], **given)  # type: ignore[arg-type]
    one = opened(board, proposal, RoundKind.QUESTION)
    with pytest.raises(NotAllowed):
        rounds.close(by=board.actors[HEADMEN], one=one)


def test_it_closes_in_the_future(board: Board, proposal: Proposal) -> None:
    with pytest.raises(BadInput):
        opened(board, proposal, closes_at=clock.now())


def test_questions_and_reactions_are_heard_at_once_in_words(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal, RoundKind.QUESTION)
    responses.answer(by=board.actors[LOCAL], one=one, said=Answer(Value.SAID, "ใครเป็นคนถาม"))
    assert [word.reason for word in seen(board, one, HEADMEN).words] == ["ใครเป็นคนถาม"]
    with pytest.raises(BadInput, match="หนึ่งประโยค"):
        responses.answer(by=board.actors[HEADMEN], one=one, said=Answer(Value.SAID, " "))


@pytest.mark.parametrize("kind", [RoundKind.DECISION, RoundKind.SENSE])
def test_nobody_sees_the_answers_of_others_before_it_closes(board: Board, proposal: Proposal, kind: RoundKind) -> None:
    one = opened(board, proposal, kind)
    said = Answer(Value.CONSENT if kind is RoundKind.DECISION else Value.GLADLY, "ดีมาก")
    responses.answer(by=board.actors[LOCAL], one=one, said=said)
    other, own = seen(board, one, HEADMEN), seen(board, one, LOCAL)
    assert (other.hidden, other.words, other.mine) == (True, (), None)
    assert (other.heard, other.answered) == (1, 1)
    assert own.mine
    assert own.mine.value == said.value
    closed(one)
    assert [word.reason for word in seen(board, one, HEADMEN).words] == ["ดีมาก"]


def test_a_sense_check_is_counted_and_decides_nothing(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal, RoundKind.SENSE)
    for leg, value in {LOCAL: Value.GLADLY, PEOPLE: Value.NOT_YET, STATE: Value.GLADLY}.items():
        responses.answer(by=board.actors[leg], one=one, said=Answer(value))
    closed(one)
    assert dict(seen(board, one, HEADMEN).warmth)[Value.GLADLY] == 2
    assert not hasattr(one, "decision")
    proposal.refresh_from_db()
    assert proposal.said is ProposalStage.TALKING


def test_every_seat_that_is_asked_hears_of_it(board: Board, proposal: Proposal) -> None:
    opened(board, proposal)
    told = set(Notice.objects.filter(kind="round.opened").values_list("seat_ref", flat=True))
    assert told == {str(seat.pk) for seat in asked_of(board.body)} - {board.actors[PEOPLE].ref}


def test_it_closes_early_only_when_all_have_answered(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    answered(board, one, dict.fromkeys(board.actors, YES))
    with pytest.raises(Refused, match="ยังรอคำตอบ"):
        rounds.close(by=board.actors[PEOPLE], one=one)
    for seat in waiting_for(one):
        member = Member.objects.get(holdings__seat=seat)
        responses.answer(by=acting(member), one=one, said=YES)
    assert rounds.close(by=board.actors[PEOPLE], one=one).closed_at is not None
    proposal.refresh_from_db()
    assert proposal.said is ProposalStage.ADOPTED


def test_the_clock_closes_what_is_due_once(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    answered(board, one, dict.fromkeys(board.actors, YES))
    assert keep_time(by=INSTALLATION)["closed"] == 0
    with clock.at(one.closes_at):
        with pytest.raises(Refused):
            answered(board, one, {LOCAL: YES})
        assert keep_time(by=INSTALLATION)["closed"] == 1
        assert keep_time(by=INSTALLATION)["closed"] == 0
    with pytest.raises(NotAllowed):
        keep_time(by=board.actors[STATE])


def test_the_second_call_has_a_messenger_and_a_week_or_two(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    assert proposal.said is ProposalStage.SECOND_CALL
    with pytest.raises(BadInput, match="ใครเป็นคนไปบอก"):
        opened(board, proposal)
    for days in (6, 15):
        with pytest.raises(BadInput, match="รอบสองปิดได้"):
            opened(board, proposal, closes_at=later(timedelta(days=days)), messenger=board.seats[STATE])
    second = opened(board, proposal, messenger=board.seats[HEADMEN])
    assert (second.call, second.messenger) == (2, board.seats[HEADMEN])
    kinds = Notice.objects.filter(seat_ref=str(board.seats[HEADMEN].pk)).values_list("kind", flat=True)
    assert list(kinds).count("round.messenger") == 1


def test_answers_to_the_same_draft_go_along_to_the_second_call(board: Board, proposal: Proposal) -> None:
    first = decided(board, proposal, {PEOPLE: YES, STATE: YES})
    second = opened(board, proposal, messenger=board.seats[HEADMEN])
    assert seen(board, second, PEOPLE).heard == 2
    assert first.responses.count() == second.responses.count() == 2
    answered(board, second, {HEADMEN: YES})
    closed(second)
    proposal.refresh_from_db()
    assert (proposal.said, second.decision.told["quorum"]["heard"]) == (ProposalStage.ADOPTED, 3)


def test_answers_of_a_seat_that_stands_empty_since_do_not_go_along(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES, LOCAL: YES})
    empty(board.seats[LOCAL])
    second = opened(board, proposal, messenger=board.seats[HEADMEN])
    assert [one.seat for one in second.responses.all()] == [board.seats[PEOPLE]]


def test_a_seat_that_stands_empty_at_the_close_has_given_its_word(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    answered(board, one, dict.fromkeys(board.actors, YES))
    empty(board.seats[LOCAL])
    told = closed(one).decision
    assert told.asked["legs"][LOCAL] == {"seats": 1, "filled": 1, "en": board.legs[LOCAL].name_en}
    assert told.result == "adopted"


def test_a_clause_that_binds_only_a_vacant_leg_cannot_be_set_up(board: Board) -> None:
    empty(board.seats[HEADMEN])
    made = propose(board, "ขาท้องที่พาไปหาหมอ")
    with pytest.raises(Refused) as refusal:
        opened(board, made)
    assert refusal.value.th == "ขาท้องที่ยังไม่มีผู้นั่ง กติกาที่ผูกขานี้จึงยังตั้งไม่ได้"
    opened(board, propose(board, "ขาท้องที่กับขาท้องถิ่นพาไปหาหมอ"))


def test_a_body_with_too_few_at_the_table_opens_no_decision(board: Board, proposal: Proposal) -> None:
    bodies.need_filled(by=INSTALLATION, body=board.body, fewest=11)
    empty(board.seats[LOCAL])
    proposal.body.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        opened(board, proposal)
    assert refusal.value.code == "teams.frozen"
