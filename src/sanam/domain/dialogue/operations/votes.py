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
from sanam.domain.dialogue.hand import Hand, hand
from sanam.domain.dialogue.models import Ticket, Vote
from sanam.domain.dialogue.words import VALUES, Answer, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.journal import operations as journal


@transaction.atomic
def answer(*, by: Actor, ticket: Ticket, card: int, answer: Answer) -> Hand:
    """Answer a card by its key; answering again changes the answer. The same answer twice changes nothing.

    Gives the hand as it is now, so that whoever answered goes on without asking again; raises NotHere for a card that
    is not on.
    """
    phones.check_own(by, ticket)
    mine = phones.hold(ticket, RoomStage.VOTING)
    Vote.objects.bulk_create(
        [Vote(ticket=mine, statement_id=card, value=VALUES[answer], at=clock.now())],
        update_conflicts=True,
        unique_fields=["ticket", "statement"],
        update_fields=["value", "at"],
    )
    now = hand(mine)
    if now.find(card) is None:  # what was just kept goes with this transaction
        raise NotHere(
            "dialogue.no_card", "บัตรนี้ไม่อยู่ในวงแล้ว ไปใบต่อไปได้เลย", "That card is not in the room; go on to the next."
        )
    if mine.voted_at is None and now.is_done:
        _finish(by, mine)
    return now


def _finish(by: Actor, mine: Ticket) -> None:
    """Note that a ticket answered every card, once."""
    mine.voted_at = clock.now()
    mine.save(update_fields=["voted_at"])
    journal.record(by=by, did="room.answered", to=f"exchange:{mine.exchange_id}")
