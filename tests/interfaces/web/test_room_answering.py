"""Answering on a phone: little is asked of the database, and a page that sends by itself is given its next card."""

from __future__ import annotations

import pytest
from django.test import Client

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Statement, Ticket
from sanam.domain.dialogue.operations import cards
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, voting
from tests.interfaces.web.test_room import at, came

pytestmark = pytest.mark.django_db


def test_a_page_of_answering_asks_the_database_three_times(cast: Cast, django_assert_num_queries) -> None:
    """The door and its room, the ticket, and the cards with what it answered."""
    room = voting(cast)
    phone = came(room)
    with django_assert_num_queries(3):
        phone.get(at(room, "vote/"))


def test_an_answer_asks_the_database_little_and_brings_the_next_card_along(
    cast: Cast, django_assert_max_num_queries
) -> None:
    """The door, the ticket; and in one transaction the ticket held, the stage, the answer, the cards."""
    room = voting(cast)
    phone = came(room)
    first, second, third = queries.in_own_order(Ticket.objects.get(), room.cards)
    with django_assert_max_num_queries(8):  # six, and the two ends of the transaction
        page = answered_by_part(phone, room, first)
    assert f'name="card" value="{second.pk}"' in page
    assert f'name="card" value="{third.pk}"' in answered_by_part(phone, room, second)
    last = answered_by_part(phone, room, third)
    assert "ตอบครบแล้ว" in last
    assert '<div class="app-room" id="room">' in last
    assert "<title>ตอบครบแล้ว" in last
    assert not any(part in last for part in ("<!doctype", "<body", "<link", "<footer"))


def test_a_part_of_a_room_that_went_on_is_where_the_room_is_now(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    cards.set_aside(by=cast.secretary, statement=(gone := room.cards.pop()), because="ซ้ำ")
    assert "บัตรนี้ไม่อยู่ในวงแล้ว" in answered_by_part(phone, room, gone, follow=True)
    room.goals(room.cards[0])
    assert "วางจุด" in answered_by_part(phone, room, room.cards[0], follow=True)


def answered_by_part(phone: Client, room: Room, card: Statement, *, follow: bool = False) -> str:
    """What a page that sends by itself is given for an answer."""
    said = {"card": card.pk, "answer": "agree"}
    answer = phone.post(at(room, "vote/"), said, headers={"HX-Request": "true"}, follow=follow)
    assert answer.status_code == 200
    return answer.content.decode()
