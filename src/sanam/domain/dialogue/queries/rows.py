"""Reads: a closed room as plain rows, for whoever wants to count it again."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.dialogue.answered import Answers, answers
from sanam.domain.dialogue.models import Exchange, Result, Statement
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import CardState
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that were counted, and the cards their numbers mean."""

    of: Answers
    cards: list[Statement]


def rows(actor: Actor, exchange: Exchange) -> Rows:
    """For its host, once the room is closed; raises NotAllowed and NotHere."""
    check_hosts(actor, exchange)
    kept = Result.objects.filter(exchange=exchange).first()
    if kept is None:
        raise NotHere(
            "dialogue.no_rows", "ปิดห้องก่อน แล้วค่อยเอาไฟล์ไปนับเอง", "Close the room first; then count it yourself."
        )
    cards = Statement.objects.filter(exchange=exchange, state=CardState.ON).order_by("number")
    return Rows(answers(exchange, kept.figures["legs"]), list(cards))
