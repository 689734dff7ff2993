"""Deed: what a room did not resolve is carried on as open questions of its gathering, all of it at once."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from sanam.domain.dialogue.models import Exchange, Statement
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.policies import check_can_carry
from sanam.domain.dialogue.queries.carrying import unresolved
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import OpenQuestion
from sanam.domain.gatherings.operations import questions
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Seat


@transaction.atomic
def carry_on(
    *, by: Actor, exchange: Exchange, cards: Collection[Statement], owner: Seat | None = None
) -> list[OpenQuestion]:
    """Leave these cards open at the gathering the room was held at; the others of the room are let be, and said to be.

    A card becomes one question, and what all agreed on none: sent twice, it leaves only what is new.
    """
    check_hosts(by, exchange)
    room = Exchange.objects.select_for_update(of=("self",)).select_related("gathering").get(pk=exchange.pk)
    gathering = check_can_carry(room)
    waiting = list(unresolved(room).order_by("number"))
    left = [one for one in waiting if one in cards]
    if room.carried_at and not left:
        return []
    texts = [one.text for one in left]
    made = questions.leave_several(by=by, gathering=gathering, texts=texts, owner=owner)
    for card, question in zip(left, made, strict=True):
        card.question = question
    Statement.objects.bulk_update(left, ["question"])
    room.carried_at = clock.now()
    room.save(update_fields=["carried_at"])
    told = {"cards": [one.number for one in left], "let_be": len(waiting) - len(left)}
    journal.record(by=by, did="room.carried_on", to=room.ref, details=told)
    return made
