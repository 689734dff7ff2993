"""Deed: somebody offers a statement, while the room is still telling each other."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.models import Exchange, Statement, Ticket
from sanam.domain.dialogue.permissions import check_among, hosts
from sanam.domain.dialogue.policies import check_stage, one_idea
from sanam.domain.dialogue.words import CardState, Heading, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal

MOST_OFFERED = 10
"""Statements one phone or seat offers in one room; ideas, not a campaign."""


@transaction.atomic
def offer(*, by: Actor, exchange: Exchange, text: str, heading: Heading, ticket: Ticket | None = None) -> Statement:
    """Offer a statement from a phone or a seat: it waits for the host. What a host offers is in the room at once.

    The same words from the same hand are one statement, so that a form sent twice offers once.
    """
    if ticket is not None:
        phones.check_own_here(by, ticket, exchange)
    else:
        check_among(by, exchange)
    room = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_stage(room, RoomStage.PREPARING)
    said = one_idea(text)
    mine = room.statements.filter(**_hand(by, ticket))
    if (again := mine.filter(text=said).first()) is not None:
        return again
    host = ticket is None and hosts(by, room)
    if not host and mine.count() >= MOST_OFFERED:
        raise Refused(
            "dialogue.offered_many", "เสนอมาหลายใบแล้ว รอคนดูแลวงดูก่อนนะ", "Many offered already; let the host look."
        )
    return _made(by, room, said, heading, CardState.ON if host else CardState.OFFERED, ticket)


def _hand(by: Actor, ticket: Ticket | None) -> dict[str, Any]:
    return {"ticket": ticket} if ticket is not None else {"ticket": None, "by_ref": by.ref}


def _made(by: Actor, room: Exchange, text: str, heading: Heading, state: CardState, ticket: Ticket | None) -> Statement:
    last = room.statements.aggregate(last=Max("number"))["last"] or 0
    more = {"ticket": ticket, "by_ref": "" if ticket else by.ref, "at": clock.now()}
    made = Statement.objects.create(
        exchange=room, number=last + 1, text=text, heading=heading.value, state=state.value, **more
    )
    did = "room.card_on" if state is CardState.ON else "room.card_offered"
    journal.record(by=phones.unnamed(by, room), did=did, to=room.ref, details={"card": made.number})
    return made
