"""Cards are put on, worded and set aside by the host; once people answer, what they answer to stands."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Statement, Ticket
from sanam.domain.dialogue.operations import cards, voting
from sanam.domain.dialogue.words import CardState, Heading
from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from tests.cast import Cast
from tests.domain.dialogue.rooms import TEXTS, bring, opened, ticket

pytestmark = pytest.mark.django_db


def offered(room: object, number: int = 9) -> Statement:
    given = {"exchange": room, "number": number, "text": "ตลาดนัดสุขภาพ", "heading": Heading.METHOD, "at": clock.now()}
    return Statement.objects.create(**given)


def test_what_a_phone_offers_waits_for_the_host(cast: Cast) -> None:
    room = opened(cast)
    one = offered(room)
    assert [card.pk for card in queries.deck(room).offered] == [one.pk]
    cards.put_on(by=cast.secretary, statement=one)
    assert one.pk in [card.pk for card in queries.deck(room).on]


def test_only_a_seat_of_the_body_that_writes_looks_after_cards(cast: Cast) -> None:
    one = offered(opened(cast))
    for deed in (
        lambda: cards.put_on(by=cast.volunteer, statement=one),
        lambda: cards.set_aside(by=cast.volunteer, statement=one, because="ซ้ำ"),
        lambda: cards.change(by=cast.volunteer, statement=one, text="อย่างอื่น"),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_card_is_set_aside_with_a_reason_or_not_at_all(cast: Cast) -> None:
    one = opened(cast).statements.first()
    assert one
    with pytest.raises(BadInput):
        cards.set_aside(by=cast.secretary, statement=one, because="  ")
    rests = cards.set_aside(by=cast.secretary, statement=one, because="ซ้ำกับใบแรก")
    assert (rests.said, rests.because) == (CardState.SET_ASIDE, "ซ้ำกับใบแรก")
    assert cards.put_on(by=cast.secretary, statement=rests).because == ""


def test_a_line_of_what_a_party_brought_becomes_a_card_once(cast: Cast) -> None:
    room = opened(cast)
    line = bring(room)
    assert queries.deck(room).lines == [line]
    made = cards.from_line(by=cast.secretary, exchange=room, line=line)
    assert (made.text, made.heading, made.number) == ("อสม. 120 คน", Heading.CAPITAL, len(TEXTS) + 1)
    assert queries.deck(room).lines == []


def test_once_people_answer_cards_are_neither_added_nor_reworded(cast: Cast) -> None:
    room = opened(cast)
    one, extra = room.statements.first(), offered(room)
    assert one
    voting.begin(by=cast.secretary, exchange=room)
    for deed in (
        lambda: cards.change(by=cast.secretary, statement=one, text="คำใหม่"),
        lambda: cards.put_on(by=cast.secretary, statement=extra),
    ):
        with pytest.raises(Refused) as refusal:
            deed()
        assert refusal.value.code == "dialogue.not_now"


def test_a_card_that_hurts_is_set_aside_while_people_answer_and_whoever_answered_the_rest_has_finished(
    cast: Cast,
) -> None:
    room = voting.begin(by=cast.secretary, exchange=opened(cast))
    nearly, far = ticket(cast, room, "ท้องที่", (1, 1, 1)), ticket(cast, room, "ท้องที่", (1, 1))
    last = room.statements.get(number=4)
    cards.set_aside(by=cast.secretary, statement=last, because="มีชื่อคนอยู่ในนั้น")
    done = {one.pk: one.voted_at is not None for one in Ticket.objects.all()}
    assert done == {nearly.pk: True, far.pk: False}


def test_a_room_without_a_card_does_not_begin(cast: Cast) -> None:
    room = opened(cast)
    room.statements.update(state=CardState.SET_ASIDE)
    with pytest.raises(Refused) as refusal:
        voting.begin(by=cast.secretary, exchange=room)
    assert refusal.value.code == "dialogue.no_card"
