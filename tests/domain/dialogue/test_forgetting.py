"""When a room ends, whoever was in it is forgotten: no table and no entry leads from words to a phone or its votes."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Exchange, Position, Statement, Ticket, Vote
from sanam.domain.dialogue.operations import cards, positions, results, statements, tickets
from sanam.domain.dialogue.words import Channel, Heading
from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.journal.models import Details, Entry
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, answer, opened

pytestmark = pytest.mark.django_db
MARK, NAME, WHOM = "mark-of-a-phone", "แดงน้อย", "ป้าแมวตาบอด"


def lived_in(cast: Cast) -> tuple[Room, Ticket, list[str]]:
    """A room in which a phone offered, brought, helped and answered; and what must not be found after."""
    room = opened(cast)
    mine = room.enter(MARK, nickname=NAME)
    by = queries.of_ticket(mine)
    card = statements.offer(by=by, exchange=room.exchange, text="รถรับส่ง", heading=Heading.GOAL, ticket=mine)
    given = {"name": "ชมรม", "leg": mine.leg, "lines": {Heading.CAPITAL: ["รถหนึ่งคัน"]}}
    positions.bring(by=by, exchange=room.exchange, ticket=mine, **given)
    room.cards.append(cards.put_on(by=cast.secretary, statement=card))
    room.say("เยี่ยมทุก 7 วัน")
    room.begin()
    given = {"leg": room.legs["ท้องที่"], "channel": Channel.BESIDE, "for_whom": WHOM, "helper": mine}
    helped = tickets.help(by=by, exchange=room.exchange, **given)
    for one in (mine, helped.ticket):
        for asked in room.cards:
            answer(one, asked)
    mine.refresh_from_db()
    helped.ticket.refresh_from_db()
    secrets = [MARK, NAME, WHOM, helped.own_code, mine.device, helped.ticket.own_code]
    assert all(secrets)
    return room, mine, secrets


def broken() -> list[str]:
    (found,) = invariants.results(within="dialogue.forgotten")
    return [one.where for one in found.found]


def in_tables(*labels: str) -> str:
    """Everything that stands in the tables of these rooms of the house."""
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    return repr([list(model.objects.values()) for model in models])


def by_a_host(cast: Cast, room: Exchange) -> None:
    results.close(by=cast.secretary, exchange=room)


def by_the_end_of_voting(cast: Cast, room: Exchange) -> None:
    results.end_voting(by=cast.secretary, exchange=room)


def by_the_clock(_cast: Cast, room: Exchange) -> None:
    Exchange.objects.update(ends_at=clock.now() - timedelta(seconds=1))
    assert results.close_due(by=INSTALLATION) == 1


@pytest.mark.parametrize("ending", [by_a_host, by_the_end_of_voting, by_the_clock])
def test_closing_forgets_names_marks_codes_and_who_said_what(cast: Cast, ending: Any) -> None:
    room, mine, secrets = lived_in(cast)
    before = in_tables("dialogue")
    assert all(one in before for one in secrets if one not in (MARK, secrets[3]))
    ending(cast, room.exchange)
    after = in_tables("dialogue", "journal", "notices", "gatherings", "teams")
    assert [one for one in secrets if one in after] == []
    assert not Statement.objects.exclude(ticket=None).exists()
    assert not Position.objects.exclude(ticket=None).exists()
    assert not Ticket.objects.exclude(helper=None, by_ref="").exists()
    assert Ticket.objects.exclude(channel="").count() == 1  # how many were helped is told, by whom no longer
    assert broken() == []
    assert Statement.objects.filter(text="รถรับส่ง").exists()
    assert Vote.objects.filter(ticket=mine).count() == 2


def test_no_entry_of_the_journal_ties_what_was_offered_or_brought_to_a_ticket(cast: Cast) -> None:
    room, mine, _secrets = lived_in(cast)
    said = Entry.objects.filter(did__in=("room.card_offered", "room.brought"))
    assert said.count() == 2
    assert {one.actor_ref for one in said} == {room.exchange.ref}
    assert str(mine.pk) not in repr(list(Details.objects.values()))


def test_what_was_kept_still_recounts_and_verifies_after_forgetting(cast: Cast) -> None:
    room, _mine, _secrets = lived_in(cast)
    by_a_host(cast, room.exchange)
    found = queries.outcome(Exchange.objects.get())
    assert (found.tickets, found.helped) == (2, 1)


def test_a_room_that_is_called_off_forgets_as_well(cast: Cast) -> None:
    room, _mine, secrets = lived_in(cast)
    room.call_off()
    after = in_tables("dialogue", "journal")
    assert [one for one in secrets if one in after] == []
    assert not Statement.objects.exclude(ticket=None).exists()


def test_the_journal_does_not_tell_which_phone_helped_whom(cast: Cast) -> None:
    room, mine, _secrets = lived_in(cast)
    helped = Entry.objects.get(did="room.helped_in")
    assert str(mine.pk) not in (helped.actor_ref, repr(Details.objects.filter(entry=helped.pk).values()))
    assert helped.actor_ref == room.exchange.ref


def test_verify_names_a_room_that_ended_and_still_knows_who_helped_and_moving_up_lets_it_go(cast: Cast) -> None:
    room, mine, _secrets = lived_in(cast)
    assert broken() == []
    by_a_host(cast, room.exchange)
    Ticket.objects.exclude(channel="").update(helper=mine)
    assert broken() == [room.exchange.ref]
    import_module("sanam.domain.dialogue.migrations.0002_carried_on").let_go_of_who_helped(apps, None)
    assert broken() == []
