"""Answers and dots: each one's own, only while it is time, changed as often as one likes, never doubled."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Dots, Ticket, Vote
from sanam.domain.dialogue.operations import dots, votes
from sanam.domain.dialogue.words import Answer, CardState, RoomStage
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal.models import Entry
from tests.cast import Cast
from tests.domain.dialogue.roomful import answer, opened, voting

pytestmark = pytest.mark.django_db


def test_answering_again_changes_the_answer_and_adds_none(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    for said in (Answer.AGREE, Answer.AGREE, Answer.PASS, Answer.DISAGREE):
        answer(mine, room.cards[1], said)
    assert list(Vote.objects.values_list("ticket", "statement", "value")) == [(mine.pk, room.cards[1].pk, -1)]


@pytest.mark.parametrize("stage", [RoomStage.PREPARING, RoomStage.DOTTING, RoomStage.CLOSED])
def test_only_while_people_answer(cast: Cast, stage: RoomStage) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    type(room.exchange).objects.filter(pk=room.exchange.pk).update(stage=stage.value)
    with pytest.raises(Refused):
        answer(mine, room.cards[0])
    assert not Vote.objects.exists()


def test_nobody_answers_for_another_not_even_a_host(cast: Cast) -> None:
    room = voting(cast)
    mine, other = room.enter("phone 1"), room.enter("phone 2")
    for by in (cast.secretary, queries.of_ticket(other), queries.of_door(room.door)):
        with pytest.raises(NotAllowed):
            votes.answer(by=by, ticket=mine, card=room.cards[0].pk, answer=Answer.AGREE)
        with pytest.raises(NotAllowed):
            queries.hand(by, mine)
        with pytest.raises(NotAllowed):
            queries.own_dots(by, mine)


def test_a_card_of_another_room_or_one_set_aside_is_not_answered(cast: Cast) -> None:
    room, other = voting(cast), voting(cast)
    mine = room.enter("phone 1")
    room.cards[0].state = CardState.SET_ASIDE.value
    room.cards[0].save()
    for card in (room.cards[0], other.cards[1]):
        with pytest.raises(NotHere):
            answer(mine, card)


def test_whoever_answered_all_is_noted_once_and_the_journal_has_no_answer(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    for card in room.cards:
        assert Ticket.objects.get().voted_at is None
        answer(mine, card)
    answer(mine, room.cards[0], Answer.DISAGREE)
    assert Ticket.objects.get().voted_at is not None
    assert Entry.objects.filter(did="room.answered").count() == 1


def test_each_ticket_has_an_order_of_its_own_that_stays(cast: Cast) -> None:
    room = voting(cast, *(f"เรื่องที่ {number}" for number in range(12)))
    mine, other = room.enter("phone 1"), room.enter("phone 2")
    first = queries.in_own_order(mine, room.cards)
    assert queries.in_own_order(mine, reversed(room.cards)) == first
    assert queries.in_own_order(other, room.cards) != first
    fewer = [card for card in room.cards if card != first[5]]
    assert queries.in_own_order(mine, fewer) == [card for card in first if card != first[5]]


def test_dots_are_placed_all_at_once_in_place_of_those_before(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    room.goals(*room.cards)
    one, two, three = room.cards
    by = queries.of_ticket(mine)
    assert dots.place(by=by, ticket=mine, dots={one: 4, two: 6}) == 10
    assert dots.place(by=by, ticket=mine, dots={two: 1, three: 0}) == 1
    assert dots.place(by=by, ticket=mine, dots={two: 1, three: 0}) == 1
    assert queries.own_dots(by, mine) == {two.pk: 1}
    assert Entry.objects.filter(did="room.dotted").count() == 1


def test_dots_are_ten_and_lie_on_what_is_common(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    room.goals(room.cards[0], room.cards[1])
    by = queries.of_ticket(mine)
    wrong = ({room.cards[0]: 11}, {room.cards[0]: 6, room.cards[1]: 5}, {room.cards[0]: -1}, {room.cards[2]: 1})
    for given in wrong:
        with pytest.raises(BadInput):
            dots.place(by=by, ticket=mine, dots=given)
    assert not Dots.objects.exists()


def test_dots_wait_for_the_end_of_voting(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    with pytest.raises(Refused):
        dots.place(by=queries.of_ticket(mine), ticket=mine, dots={room.cards[0]: 1})


def test_what_is_offered_waits_and_what_a_host_offers_is_on(cast: Cast) -> None:
    room = opened(cast)
    room.say("ของคนดูแลวง")
    assert [card.said for card in queries.cards(room.exchange)] == [CardState.ON]
