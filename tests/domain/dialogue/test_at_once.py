"""Many at once: one phone pressing twice, many phones answering, a door being shut and a room ending meanwhile."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Dots, Ticket, Vote
from sanam.domain.dialogue.operations import cards, dots, results
from sanam.domain.dialogue.words import Answer
from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal.models import Entry
from tests.cast import Cast, gather
from tests.domain.dialogue.roomful import Room, answer, voting
from tests.domain.journal.hands import without_triggers

TABLES = (
    *(f"dialogue_{one}" for one in ("dots", "vote", "commongoal", "result", "statement", "line", "position", "ticket")),
    *("dialogue_roomdoor", "dialogue_exchange", "notices_notice", "teams_holding", "teams_account", "teams_seat"),
    *("teams_leg", "teams_organisation", "teams_member", "teams_body"),
    *("journal_details", "journal_seal", "journal_entry"),
)


@pytest.fixture
def room(django_db_setup: None, django_db_blocker: Any) -> Iterator[Room]:
    """Committed as in life, so that every connection sees it, and taken away again afterwards."""
    with django_db_blocker.unblock():
        try:
            yield voting(gather())
        finally:
            forget = [f"DELETE FROM {table}" for table in TABLES]
            if connection.vendor == "sqlite":
                forget.append("DELETE FROM sqlite_sequence WHERE name = 'journal_entry'")
            without_triggers(*forget)
            connection.close()


def at_once(deeds: list[Callable[[], Any]]) -> Counter[str]:
    """Do all of these at the same moment; how many went through, and what the others were told."""
    ready, told = threading.Barrier(len(deeds)), list[str]()

    def run(deed: Callable[[], Any]) -> None:
        try:
            ready.wait(timeout=20)
            deed()
            told.append("done")
        except Refused as refused:
            told.append(refused.code)
        except Exception as broken:
            told.append(repr(broken))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return Counter(told)


@pytest.mark.django_db
def test_the_database_itself_counts_one_ticket_a_device(cast: Cast) -> None:
    room = voting(cast)
    mine = room.enter("phone 1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ticket.objects.create(exchange=room.exchange, leg=mine.leg, device=mine.device, at=clock.now())


def test_one_device_that_comes_eight_times_at_once_has_one_ticket(room: Room) -> None:
    came = at_once([lambda: room.enter("phone 1")] * 8)
    assert came == {"done": 1, "dialogue.has_ticket": 7}
    assert Ticket.objects.count() == 1


def test_one_phone_pressing_everything_at_once_has_one_answer_a_card_and_is_done_once(room: Room) -> None:
    mine = room.enter("phone 1")
    presses = [(card, said) for card in room.cards for said in Answer]
    assert at_once([lambda one=one: answer(mine, *one) for one in presses]) == {"done": 9}  # type: ignore[misc]
    assert Counter(Vote.objects.values_list("statement", flat=True)) == {card.pk: 1 for card in room.cards}
    assert Ticket.objects.get().voted_at is not None
    assert Entry.objects.filter(did="room.answered").count() == 1


def test_phones_answering_at_once_lose_nothing(room: Room) -> None:
    phones = [room.enter(f"phone {number}") for number in range(8)]
    gone = at_once([lambda one=one: [answer(one, card) for card in room.cards] for one in phones])  # type: ignore[misc]
    assert gone == {"done": 8}
    assert Vote.objects.count() == 24


def test_a_card_set_aside_while_its_last_answers_come_leaves_nobody_unfinished(room: Room) -> None:
    """Each answers all but the card that goes; whoever comes last, the phone or the host, notes who has finished."""
    phones = [room.enter(f"phone {number}") for number in range(6)]
    first, second, gone = room.cards
    for one in phones:
        answer(one, first)
    aside = partial(cards.set_aside, by=room.cast.secretary, statement=gone, because="ซ้ำ")
    went = at_once([aside, *(lambda one=one: answer(one, second) for one in phones)])  # type: ignore[misc]
    assert went == {"done": 7}
    assert not Ticket.objects.filter(voted_at=None).exists()
    assert Entry.objects.filter(did="room.answered").count() <= 6


def test_two_sets_of_dots_at_once_are_one_of_the_two(room: Room) -> None:
    mine = room.enter("phone 1")
    room.goals(room.cards[0], room.cards[1])
    sets = [{room.cards[0]: 10}, {room.cards[1]: 10}, {room.cards[0]: 5, room.cards[1]: 5}] * 2
    by = queries.of_ticket(mine)
    assert at_once([lambda one=one: dots.place(by=by, ticket=mine, dots=one) for one in sets]) == {"done": 6}  # type: ignore[misc]
    assert sum(Dots.objects.values_list("count", flat=True)) == 10


def test_an_answer_while_the_room_ends_is_counted_or_refused(room: Room) -> None:
    """Whoever ends the room holds it and every ticket first; what is there then is all there is, and all is counted."""
    phones = [room.enter(f"phone {number}") for number in range(6)]
    end = partial(results.close, by=room.cast.secretary, exchange=room.exchange)
    gone = at_once([end, *(lambda one=one: answer(one, room.cards[0]) for one in phones)])  # type: ignore[misc]
    assert set(gone) <= {"done", "dialogue.over"}
    assert gone["done"] == 1 + Vote.objects.count()
    (recounted,) = invariants.results(within="dialogue.results")
    assert recounted.found == ()
