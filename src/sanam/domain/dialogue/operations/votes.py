"""Deeds: a ticket answers a card, and places its dots. Told to nobody before the room is closed.

Whoever answers holds their own ticket's row and nothing else: two hundred phones do not wait for one another, one phone
pressing twice waits for itself, and whoever closes the room waits for those just answering. The stage is read once the
ticket is held, so an answer is either counted or refused.

A vote is one statement and no entry in the journal: 200 phones × 24 cards would be 4,800 entries in some minutes, each
telling who answered when. The journal has one entry for a ticket that came in and one for having answered
everything; what was answered stands in the room's own digest.
"""

from __future__ import annotations

from django.db import transaction

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.models import Statement, Ticket, Vote
from sanam.domain.dialogue.words import VALUES, Answer, CardState, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.journal import operations as journal


@transaction.atomic
def answer(*, by: Actor, ticket: Ticket, statement: Statement, answer: Answer) -> Vote:
    """Answer a card; answering again changes the answer. The same answer twice changes nothing."""
    phones.check_own(by, ticket)
    mine = phones.hold(ticket, RoomStage.VOTING)
    if not Statement.objects.filter(pk=statement.pk, exchange=mine.exchange_id, state=CardState.ON).exists():
        raise NotHere(
            "dialogue.no_card", "บัตรนี้ไม่อยู่ในวงแล้ว ไปใบต่อไปได้เลย", "That card is not in the room; go on to the next."
        )
    vote = Vote(ticket=mine, statement=statement, value=VALUES[answer], at=clock.now())
    Vote.objects.bulk_create(
        [vote], update_conflicts=True, unique_fields=["ticket", "statement"], update_fields=["value", "at"]
    )
    if mine.voted_at is None:
        _finish(by, mine)
    return vote


def _finish(by: Actor, mine: Ticket) -> None:
    """Note that a ticket answered every card, once."""
    answered = Vote.objects.filter(ticket=mine).values("statement")
    if not Statement.objects.filter(exchange=mine.exchange_id, state=CardState.ON).exclude(pk__in=answered).exists():
        mine.voted_at = clock.now()
        mine.save(update_fields=["voted_at"])
        journal.record(by=by, did="room.answered", to=f"exchange:{mine.exchange_id}")
