"""What somebody offers is one idea, waits for the host, and is there once however often it is sent."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Statement
from sanam.domain.dialogue.operations import statements
from sanam.domain.dialogue.words import LONGEST, CardState, Heading
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, opened

pytestmark = pytest.mark.django_db


def offered(room: Room, device: str, text: str) -> Statement:
    ticket = queries.ticket_of(room.exchange, device) or room.enter(device)
    given = {"exchange": room.exchange, "text": text, "heading": Heading.GOAL, "ticket": ticket}
    return statements.offer(by=queries.of_ticket(ticket), **given)


def test_a_phone_and_another_seat_wait_and_a_host_is_on_at_once(cast: Cast) -> None:
    room = opened(cast)
    volunteer = statements.offer(by=cast.volunteer, exchange=room.exchange, text="ข", heading=Heading.GOAL)
    host = statements.offer(by=cast.secretary, exchange=room.exchange, text="ค", heading=Heading.GOAL)
    states = [one.said for one in (offered(room, "phone 1", "ก"), volunteer, host)]
    assert states == [CardState.OFFERED, CardState.OFFERED, CardState.ON]
    assert sorted(Statement.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_the_same_words_from_the_same_hand_are_one_statement(cast: Cast) -> None:
    room = opened(cast)
    first = offered(room, "phone 1", "รถรับส่ง  ทุกวันอังคาร")
    assert offered(room, "phone 1", "รถรับส่ง ทุกวันอังคาร\n") == first
    assert offered(room, "phone 2", "รถรับส่ง ทุกวันอังคาร") != first


@pytest.mark.parametrize("text", ["", "  \n", "ก" * (LONGEST + 1)])
def test_one_idea_fits_a_card(cast: Cast, text: str) -> None:
    with pytest.raises(BadInput):
        offered(opened(cast), "phone 1", text)


def test_one_phone_offers_ideas_and_not_a_campaign(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "MOST_OFFERED", 2)
    room = opened(cast)
    offered(room, "phone 1", "ก")
    offered(room, "phone 1", "ข")
    with pytest.raises(Refused):
        offered(room, "phone 1", "ค")
    room.say("ก", "ข", "ค")
    assert len(queries.cards(room.exchange)) == 3


def test_nothing_is_offered_once_people_answer_or_from_anothers_ticket(cast: Cast) -> None:
    room = opened(cast)
    mine, other = room.enter("phone 1"), room.enter("phone 2")
    given = {"exchange": room.exchange, "text": "ก", "heading": Heading.GOAL, "ticket": mine}
    with pytest.raises(NotAllowed):
        statements.offer(by=queries.of_ticket(other), **given)
    room.say("ข")
    room.begin()
    with pytest.raises(Refused):
        statements.offer(by=queries.of_ticket(mine), **given)
