"""Deed: people begin to answer. How that ends is `results`."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.dialogue.models import Exchange
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.policies import check_moves
from sanam.domain.dialogue.words import CardState, RoomStage
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal


@transaction.atomic
def begin(*, by: Actor, exchange: Exchange) -> Exchange:
    """Let everybody answer to the cards that are on; raises Refused when there is none."""
    check_hosts(by, exchange)
    locked = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_moves(locked, RoomStage.VOTING)
    if not locked.statements.filter(state=CardState.ON).exists():
        raise Refused(
            "dialogue.no_card", "ยังไม่มีบัตรในวง ใส่สักใบก่อน", "There is no card in the room yet; put one on first."
        )
    locked.stage = RoomStage.VOTING.value
    locked.save(update_fields=["stage"])
    journal.record(by=by, did="room.voting", to=locked.ref)
    return locked
