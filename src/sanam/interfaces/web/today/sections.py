"""How Today is cut: what waits, the rules that wait, what is near; three rows of each, the others folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sanam.domain.dialogue import queries as dialogue
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.registry import queries as registry
from sanam.domain.rules import queries as rules
from sanam.domain.teams import queries as teams
from sanam.domain.teams.lines import Line, read
from sanam.domain.teams.permissions import may_shape
from sanam.domain.teams.queries import Nest
from sanam.interfaces.web.today.items import Item, item

FEW = 3
OURS = (
    "request",
    "emergency",
    "action",
    "handover",
    "frozen",
    "taken",
    "room_waits",
    "question",
    "unowned",
    "duplicate",
)
RULES = ("round", "carry", "test", "for_now", "practise", "friend", "mediate", "proposal", "review_rule")
NEAR = ("coming", "room", "room_closed", "term")


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of a section: those shown, those folded beneath them, and how many more there are elsewhere, and where."""

    shown: Sequence[Item] = ()
    folded: Sequence[Item] = ()
    elsewhere: int = 0
    href: str = ""

    def __bool__(self) -> bool:
        return bool(self.shown)

    @property
    def in_all(self) -> int:
        """How many things wait here."""
        return len(self.shown) + len(self.folded) + self.elsewhere

    @property
    def soonest(self) -> date | None:
        """The first day among what is folded."""
        return min((one.due for one in self.folded if one.due), default=None)


def waiting(actor: Actor, *, with_news: bool) -> list[Line]:
    """Everything that waits for a seat, whatever room it comes from: one statement, and one for who needs the tree."""
    nest = Nest() if may_shape(actor) or gatherings.secretary_of(actor) else None
    people = [*registry.waiting(actor), *(registry.news_lines(actor) if with_news else ())]
    met = [*gatherings.waiting(actor, nest), *dialogue.waiting(actor), *rules.waiting(actor)]
    return read([*teams.waiting(actor, nest), *met, *people])


def section(lines: Iterable[Line], kinds: Sequence[str]) -> Section:
    """The rows of these kinds: by their day, then in the order of the kinds; what presses always stands there."""
    ours = [one for one in lines if one.kind in kinds]
    rows = sorted((item(one) for one in ours), key=lambda one: _order(one, kinds))
    many = max(FEW, sum(one.presses for one in rows))
    left = _left(ours)
    return Section(rows[:many], rows[many:], sum(left.values()), _list_of(left))


def _order(one: Item, kinds: Sequence[str]) -> tuple[Any, ...]:
    return one.due is None, one.due or date.max, kinds.index(one.line.kind), one.line.at is None, one.line.at


def _left(lines: Sequence[Line]) -> dict[str, int]:
    """How many there are of a kind besides those read."""
    many = {one.kind: one.in_all for one in lines if one.kind in {"question", "unowned"}}
    return {kind: n - sum(one.kind == kind for one in lines) for kind, n in many.items()}


def _list_of(left: dict[str, int]) -> str:
    questions = reverse("web:questions")
    if left.get("unowned"):
        return f"{questions}?shown=unowned"
    return f"{questions}?shown=mine" if left.get("question") else reverse("web:rules")
