"""Deed: a ticket places its dots over what is common. Held as in `votes`, and as hidden."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.models import CommonGoal, Dots, Statement, Ticket
from sanam.domain.dialogue.words import DOTS, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal


@transaction.atomic
def place(*, by: Actor, ticket: Ticket, dots: Mapping[Statement, int]) -> int:
    """Place all dots at once, in place of those that lay there; gives how many lie now, at most `DOTS`.

    Raises BadInput for too many, fewer than none, or on something that is no common goal.
    """
    phones.check_own(by, ticket)
    mine = phones.hold(ticket, RoomStage.DOTTING)
    _check(mine, dots)
    Dots.objects.filter(ticket=mine).delete()
    Dots.objects.bulk_create(
        Dots(ticket=mine, statement=statement, count=count) for statement, count in dots.items() if count
    )
    if mine.dotted_at is None:
        mine.dotted_at = clock.now()
        mine.save(update_fields=["dotted_at"])
        journal.record(by=by, did="room.dotted", to=f"exchange:{mine.exchange_id}")
    return sum(dots.values())


def _check(mine: Ticket, dots: Mapping[Statement, int]) -> None:
    if any(count < 0 for count in dots.values()) or sum(dots.values()) > DOTS:
        raise BadInput("dialogue.dots", f"มี {DOTS} จุด วางรวมกันได้ไม่เกินนั้น", f"There are {DOTS} dots to place, no more.")
    goals = set(CommonGoal.objects.filter(exchange=mine.exchange_id).values_list("statement", flat=True))
    if not {statement.pk for statement in dots} <= goals:
        raise BadInput("dialogue.no_goal", "วางจุดได้เฉพาะเรื่องที่ทุกขาเห็นร่วมกัน", "Dots go on what is common to every leg.")
