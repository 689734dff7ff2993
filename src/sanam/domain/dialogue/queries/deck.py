"""Reads: a room as its host looks after it: cards by how they stand, and lines that may become cards."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.dialogue.models import Exchange, Line, Statement
from sanam.domain.dialogue.words import CardState

FEWEST, MOST = 12, 25
"""Cards that make a good round: fewer say little, more tire people out."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of a room, and the lines of what parties brought that are no card yet."""

    on: list[Statement]
    offered: list[Statement]
    aside: list[Statement]
    lines: list[Line]

    @property
    def too_few(self) -> bool:
        return len(self.on) < FEWEST

    @property
    def too_many(self) -> bool:
        return len(self.on) > MOST


def deck(exchange: Exchange) -> Deck:
    """Two statements."""
    known = list(Statement.objects.filter(exchange=exchange).order_by("number"))
    taken = {one.line_id for one in known if one.line_id}
    lines = Line.objects.filter(position__exchange=exchange).select_related("position__leg")
    return Deck(
        on=[one for one in known if one.said is CardState.ON],
        offered=[one for one in known if one.said is CardState.OFFERED],
        aside=[one for one in known if one.said is CardState.SET_ASIDE],
        lines=[one for one in lines.order_by("position__leg__order", "position", "order", "pk") if one.pk not in taken],
    )
