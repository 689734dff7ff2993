"""What came back to a seat: its unread notices, without those that ask for what stands on the page anyway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import queries as notices
from sanam.domain.teams.lines import Line

LOOKED_THROUGH = 30
"""How many unread notices are looked through for what is alike."""
ASKS = {
    "round": ("proposal", "of", {"round.opened"}),
    "carry": ("proposal", "of", {"round.messenger", "proposal.reminded"}),
    "test": ("proposal", "of", {"objection.circle"}),
    "proposal": ("proposal", "id", {"proposal.reminded", "proposal.objections", "objection.withdrawn"}),
    "practise": ("commitment", "id", {"rules.reminder"}),
    "friend": ("commitment", "of", {"rules.help"}),
    "mediate": ("commitment", "of", {"rules.appeal"}),
    "review_rule": ("rule_version", "id", {"rules.review"}),
    "action": ("action", "id", {"action"}),
    "question": ("question", "id", {"question"}),
    "handover": ("handover", "id", {"handover"}),
    "coming": ("gathering", "id", {"invited"}),
    "room_closed": ("exchange", "id", {"room"}),
    "room_waits": ("exchange", "id", {"room"}),
}
"""What a row says already: notices of these kinds about the thing that a column of the line names."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Notices of one kind in the order they came."""

    things: list[Any]

    @property
    def first(self) -> Any:
        return self.things[0]

    @property
    def more(self) -> int:
        """How many there are besides the first."""
        return len(self.things) - 1


def came_back(actor: Actor, lines: Iterable[Line]) -> list[Alike]:
    """Unread notices by their kind, the kind that came first in front; one statement."""
    said = _said_by(lines)
    heard = notices.unread(actor, limit=LOOKED_THROUGH)
    return alike(one for one in heard if (one.kind, one.about) not in said and (one.kind, one.path) not in said)


def alike(things: Iterable[Any]) -> list[Alike]:
    """Things by their kind, the kind that came first in front."""
    kinds: dict[str, list[Any]] = {}
    for one in things:
        kinds.setdefault(one.kind, []).append(one)
    return [Alike(found) for found in kinds.values()]


def _said_by(lines: Iterable[Line]) -> set[tuple[str, str]]:
    """What the rows of a page already tell: kinds of notices, each with what it is about or where it leads."""
    said: set[tuple[str, str]] = set()
    for line in lines:
        if line.kind == "emergency":
            said.add(("emergency.opened", reverse("web:reviews")))
        what, column, kinds = ASKS.get(line.kind, ("", "id", set[str]()))
        said |= {(kind, f"{what}:{getattr(line, column)}") for kind in kinds}
    return said
