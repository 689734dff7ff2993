"""What the form of a proposal begins with: a rule to change, a common goal, an example, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from sanam.domain.dialogue import queries as dialogue
from sanam.domain.dialogue.queries import CommonGoal
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.rules import queries
from sanam.domain.rules.examples import EXAMPLES
from sanam.domain.rules.examples.shape import Example
from sanam.domain.rules.months import months_on
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.queries import Agreed
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where somebody comes from who proposes something; at most one of the three."""

    agreed: Agreed | None = None
    goal: CommonGoal | None = None
    example: Example | None = None

    @property
    def from_nothing(self) -> bool:
        """Whether an example may be of help."""
        return self.agreed is None and self.goal is None

    def clauses(self) -> list[Worded]:
        """The clauses that stand in the form."""
        if self.agreed:
            return [Worded(one.text, one.values, one.number) for one in self.agreed.version.clauses.all()]
        if self.example:
            return [Worded(one.text.said(reader()), one.values) for one in self.example.clauses]
        return []

    def initial(self) -> dict[str, Any]:
        """The title, the why and the day of the review that stand in the form."""
        if self.agreed:
            return {"title": self.agreed.rule.title}
        if self.goal:
            room = self.goal.exchange.title
            return {"title": self.goal.statement.text[:200], "why": _("ทุกขาเห็นตรงกันในห้อง “%(room)s”") % {"room": room}}
        return _of_an_example(self.example) if self.example else {}


def beginning_of(request: Request, actor: Actor) -> Beginning:
    """What the address names; raises Http404 for what can be no name, NotHere for what is not there."""
    rule_id, goal_id, name = _named(request, "rule"), _named(request, "goal"), request.GET.get("example", "")
    if name and name not in EXAMPLES:
        raise Http404
    return Beginning(
        queries.rule(actor, rule_id) if rule_id else None,
        dialogue.common_goal(actor, goal_id) if goal_id else None,
        EXAMPLES.get(name),
    )


def examples() -> Sequence[tuple[str, str, str]]:
    """(name, title, why) of each example in the reader's language."""
    return [(one.name, one.title.said(reader()), one.why.said(reader())) for one in EXAMPLES.values()]


def _of_an_example(example: Example) -> dict[str, Any]:
    review = months_on(clock.today(), example.months)
    said = {"title": example.title.said(reader()), "why": example.why.said(reader())}
    return said | {"review_on": PartialDate.from_date(review)}


def _named(request: Request, key: str) -> str:
    """What the address names, empty where it names nothing; raises Http404 for what can be no name."""
    try:
        return str(UUID(request.GET[key])) if request.GET.get(key) else ""
    except ValueError:
        raise Http404 from None
