"""One ticket a phone, by the open door; nothing that tells whose it is outlives the room."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Ticket
from sanam.domain.dialogue.operations import doors, tickets
from sanam.domain.dialogue.words import Answer, Channel
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal.models import Details, Entry
from sanam.domain.teams.models import Leg
from tests.cast import Cast
from tests.domain.dialogue.roomful import answer, opened, voting

pytestmark = pytest.mark.django_db


def test_a_second_ticket_for_one_device_is_refused_and_the_first_goes_on(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1", "ท้องที่")
    with pytest.raises(Refused) as refused:
        room.enter("phone 1", "ท้องถิ่น")
    assert refused.value.code == "dialogue.has_ticket"
    assert queries.ticket_of(room.exchange, "phone 1") == mine
    answer(mine, room.cards[0])
    assert Ticket.objects.count() == 1


def test_a_phone_is_kept_as_a_hash_that_differs_from_room_to_room(cast: Cast) -> None:
    here, there = opened(cast), opened(cast)
    kept = {here.enter("phone 1").device, there.enter("phone 1").device}
    assert len(kept) == 2
    assert not [one for one in kept if "phone" in one or len(one) != 64]


def test_a_shut_door_gives_no_ticket_and_those_inside_go_on(cast: Cast) -> None:
    room = voting(cast)
    inside = room.enter("phone 1")
    doors.shut(by=cast.secretary, exchange=room.exchange)
    with pytest.raises(NotHere):
        room.enter("phone 2")
    answer(inside, room.cards[0], Answer.PASS)
    assert [one.said for one in queries.hand(queries.of_ticket(inside), inside).cards].count(0) == 1


def test_a_leg_of_another_body_or_one_that_ended_is_no_leg_of_the_room(cast: Cast) -> None:
    room = opened(cast)
    Leg.objects.filter(pk=room.legs["ท้องที่"].pk).update(to_on=clock.today())
    room.legs["ท้องที่"].refresh_from_db()
    with pytest.raises(BadInput):
        room.enter("phone 1", "ท้องที่")


def test_two_hundred_phones_come_in_within_a_minute_and_a_program_does_not(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tickets.MOST_A_MINUTE >= 200
    monkeypatch.setattr(tickets, "MOST_A_MINUTE", 3)
    room = opened(cast)
    for number in range(3):
        room.enter(f"phone {number}")
    with pytest.raises(Refused) as refused:
        room.enter("phone 3")
    assert refused.value.status == 429
    with clock.at(clock.now() + timedelta(seconds=61)):
        room.enter("phone 3")


def test_names_marks_and_codes_are_forgotten_and_answers_stay(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1", nickname="น้าเอียด")
    help_by = queries.of_ticket(mine)
    leg = room.legs["ท้องที่"]
    tickets.help(by=help_by, exchange=room.exchange, leg=leg, channel=Channel.BESIDE, for_whom="ลุง", helper=mine)
    answer(mine, room.cards[0])
    assert tickets.forget(by=cast.secretary, exchange=room.exchange) == 2
    assert set(Ticket.objects.values_list("nickname", "device", "own_code")) == {("", "", "")}
    assert queries.ticket_of(room.exchange, "phone 1") is None
    assert Ticket.objects.get(pk=mine.pk).votes.count() == 1
    assert tickets.forget(by=INSTALLATION, exchange=room.exchange) == 0


def test_a_room_is_forgotten_by_its_host_alone(cast: Cast) -> None:
    room = opened(cast)
    with pytest.raises(NotAllowed):
        tickets.forget(by=cast.volunteer, exchange=room.exchange)


def test_a_room_called_off_forgets_at_once(cast: Cast) -> None:
    room = opened(cast)
    room.enter("phone 1", nickname="น้าเอียด")
    room.call_off()
    assert set(Ticket.objects.values_list("nickname", "device")) == {("", "")}


def test_the_journal_tells_that_somebody_came_and_not_who(cast: Cast) -> None:
    room = opened(cast)
    room.enter("phone 1", nickname="น้าเอียด")
    entry = Entry.objects.get(did="room.entered")
    assert (entry.actor_kind, entry.to) == ("room", room.exchange.ref)
    assert not Details.objects.filter(entry=entry.pk).exists()
    assert "เอียด" not in str(list(Entry.objects.values()))
