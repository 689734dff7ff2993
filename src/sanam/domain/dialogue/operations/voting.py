"""Deed: people begin to answer. How that ends is `results`."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.dialogue.models import Exchange
from sanam.domain.dialogue.operations import exchanges
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import CardState, RoomStage
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused


@transaction.atomic
def begin(*, by: Actor, exchange: Exchange) -> Exchange:
    """Let everybody answer to the cards that are on; raises Refused when there is none. Journalled as a step."""
    check_hosts(by, exchange)
    if not exchange.statements.filter(state=CardState.ON).exists():
        raise Refused(
            "dialogue.no_card", "ยังไม่มีบัตรในวง ใส่สักใบก่อน", "There is no card in the room yet; put one on first."
        )
    return exchanges.move(by=by, exchange=exchange, to=RoomStage.VOTING)
