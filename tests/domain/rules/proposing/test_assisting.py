"""An answer is written down for a seat without a phone: the seat hears of it, and its own word goes before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sanam.domain.foundation.actor import Mandate
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.notices.models import Notice
from sanam.domain.rules import queries
from sanam.domain.rules.models import Proposal, Response, Round
from sanam.domain.rules.operations import responses
from sanam.domain.rules.standing import legs_of
from sanam.domain.rules.words import Channel
from tests.cast import Cast
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    NO,
    PEOPLE,
    STATE,
    YES,
    Board,
    another,
    answered,
    closed,
    opened,
)

pytestmark = pytest.mark.django_db


def assist(board: Board, one: Round, leg: str = HEADMEN, by: str = STATE, **more: object) -> Response:
    given = {"seat": board.seats[leg], "channel": Channel.PHONE, "said": YES} | more
    return responses.assist(by=board.actors[by], one=one, **given)  # type: ignore[arg-type]


def test_who_wrote_it_and_how_is_kept_and_the_seat_hears(board: Board, proposal: Proposal) -> None:
    written = assist(board, opened(board, proposal))
    assert (written.assisted, written.channel, written.by_ref) == (True, "phone", board.actors[STATE].ref)
    told = Notice.objects.get(kind="round.assisted")
    assert told.seat_ref == str(board.seats[HEADMEN].pk)
    assert "ตอบเองได้จนกว่ารอบจะปิด" in told.th


def test_the_seats_own_word_goes_before_until_the_close(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    assist(board, one)
    answered(board, one, {HEADMEN: NO})
    with pytest.raises(Refused, match="ตอบเองแล้ว"):
        assist(board, one)
    stood = one.responses.get(seat=board.seats[HEADMEN], replaced_at=None)
    assert (stood.value, stood.assisted, one.responses.count()) == ("object", False, 2)


def test_another_recorder_may_correct_what_was_written_down(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    assist(board, one)
    again = assist(board, one, by=LOCAL, channel=Channel.VISIT, said=NO)
    assert one.responses.filter(replaced_at=None).get() == again


def test_nobody_writes_for_a_vacant_seat_another_body_or_oneself(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    vacant = another(board, HEADMEN)
    with pytest.raises(Refused, match="ยังไม่มีผู้นั่ง"):
        assist(board, one, seat=vacant)
    with pytest.raises(BadInput, match="ตอบเองได้"):
        assist(board, one, STATE)
    assert one.responses.count() == 0


def test_an_objection_written_down_says_as_much_as_ones_own(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    assist(board, one, said=NO)
    assert proposal.objections.get().seat == board.seats[HEADMEN]


def test_how_many_one_seat_wrote_down_is_shown(board: Board, proposal: Proposal, cast: Cast) -> None:
    one = opened(board, proposal)
    answered(board, one, {STATE: YES})
    for leg in (HEADMEN, LOCAL, PEOPLE):
        assist(board, one, leg)
    (found,) = queries.rounds_of(proposal)
    stands = queries.stands(cast.nurse, found, legs_of(board.body))
    assert stands.recorded == ((board.actors[STATE].ref, 3),)
    assert (stands.assisted, stands.answered) == (3, 4)
    told = closed(one).decision.told
    assert [leg["assisted"] for leg in told["legs"].values()] == [1, 1, 0, 1]


def test_a_seat_without_the_mandate_writes_for_nobody(board: Board, proposal: Proposal, cast: Cast) -> None:
    one = opened(board, proposal)
    blind = replace(cast.nurse, mandate=Mandate())
    with pytest.raises(NotAllowed):
        responses.assist(by=blind, one=one, seat=board.seats[HEADMEN], channel=Channel.PAPER, said=YES)
    with pytest.raises(NotAllowed):
        responses.answer(by=blind, one=one, said=YES)
