"""Somebody without a phone is let in by whoever sits beside them, and may come back by a code of their own."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Ticket
from sanam.domain.dialogue.operations import doors, tickets
from sanam.domain.dialogue.operations.tickets import Helped
from sanam.domain.dialogue.words import Answer, Channel
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.gatherings.operations import attending
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, answer, opened, voting
from tests.domain.gatherings.conftest import begun

pytestmark = pytest.mark.django_db


def helped(room: Room, helper: Ticket, for_whom: str = "ป้าพร") -> Helped:
    given = {"exchange": room.exchange, "leg": room.legs["ท้องที่"], "channel": Channel.BESIDE, "for_whom": for_whom}
    return tickets.help(by=queries.of_ticket(helper), helper=helper, **given)


def test_the_code_is_told_once_and_kept_as_a_hash(cast: Cast) -> None:
    room = opened(cast)
    got = helped(room, room.enter("phone 1"))
    kept = Ticket.objects.get(pk=got.ticket.pk)
    assert len(got.own_code) == 6
    assert got.own_code not in str(vars(kept))
    assert (kept.device, kept.channel, kept.nickname) == ("", "beside", "ป้าพร")


def test_whoever_was_helped_comes_back_on_any_phone_and_changes_the_answer(cast: Cast) -> None:
    room = voting(cast)
    got = helped(room, room.enter("phone 1"))
    answer(got.ticket, room.cards[0], Answer.AGREE)
    typed = f" {got.own_code[:3].lower()}-{got.own_code[3:]}"
    back = queries.ticket_by_own_code(room.exchange, typed)
    assert back == got.ticket
    answer(back, room.cards[0], Answer.DISAGREE)
    mine = queries.hand(queries.of_ticket(back), back)
    assert {one.pk: one.said for one in mine.cards if one.said is not None} == {room.cards[0].pk: -1}


def test_a_code_opens_nothing_in_another_room(cast: Cast) -> None:
    room, other = opened(cast), opened(cast)
    got = helped(room, room.enter("phone 1"))
    assert queries.ticket_by_own_code(other.exchange, got.own_code) is None
    assert queries.ticket_by_own_code(room.exchange, "WWWWWW") is None
    assert queries.ticket_by_own_code(room.exchange, "") is None


def test_whoever_helps_does_so_from_their_own_ticket(cast: Cast) -> None:
    room = opened(cast)
    mine, other = room.enter("phone 1"), room.enter("phone 2")
    leg = room.legs["ท้องที่"]
    with pytest.raises(NotAllowed):
        tickets.help(by=queries.of_ticket(other), exchange=room.exchange, leg=leg, channel=Channel.BESIDE, helper=mine)
    with pytest.raises(NotAllowed):
        tickets.help(by=cast.volunteer, exchange=room.exchange, leg=leg, channel=Channel.PAPER)


def test_a_shut_door_lets_nobody_in_with_help_but_a_host_still_does(cast: Cast) -> None:
    room = opened(cast)
    mine = room.enter("phone 1")
    doors.shut(by=cast.secretary, exchange=room.exchange)
    with pytest.raises(NotHere):
        helped(room, mine)
    leg = room.legs["ท้องที่"]
    assert tickets.help(by=cast.secretary, exchange=room.exchange, leg=leg, channel=Channel.PAPER).own_code


def test_one_phone_helps_a_few_and_not_a_crowd(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "MOST_HELPED", 2)
    room = opened(cast)
    mine = room.enter("phone 1")
    helped(room, mine)
    helped(room, mine)
    with pytest.raises(Refused):
        helped(room, mine)


def test_a_host_sees_who_came_by_leg_who_helped_and_more_tickets_than_heads(cast: Cast) -> None:
    gathering = begun(cast)
    room = opened(cast, gathering)
    mine = room.enter("phone 1", nickname="แดง")
    helped(room, mine)
    helped(room, mine)
    tickets.help(by=cast.secretary, exchange=room.exchange, leg=room.legs["ท้องถิ่น"], channel=Channel.PAPER)
    seen = queries.entrance(cast.secretary, room.exchange)
    by_leg = {one.leg.name_th: (one.tickets, one.assisted) for one in seen.legs}
    assert by_leg == {"ท้องถิ่น": (1, 1), "ท้องที่": (2, 2), "หน่วยงานรัฐ": (0, 0), "ภาคประชาชน": (1, 0)}
    assert [(one.nickname, one.is_host, one.people) for one in seen.helpers] == [("แดง", False, 2), ("", True, 1)]
    assert (seen.heads, seen.more_than_heads) == (None, False)
    for heads, more in ((3, True), (4, False)):
        attending.count_heads(by=cast.secretary, gathering=gathering, organisation="ชมรม", leg=None, heads=heads)
        assert queries.entrance(cast.secretary, room.exchange).more_than_heads is more


def test_who_came_in_is_for_the_host(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        queries.entrance(cast.volunteer, opened(cast).exchange)
