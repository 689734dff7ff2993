"""The page on which a proposal is written: examples to begin from, clauses, what their dials would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.rules import queries
from sanam.domain.rules.queries import Foreseen
from sanam.interfaces.web.people.asking import Question
from sanam.interfaces.web.rules.beginning import Beginning, examples
from sanam.interfaces.web.rules.draft_form import DraftForm
from sanam.interfaces.web.shell.answers import part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.teams.models import Body

Deed = Callable[[dict[str, Any]], HttpResponse]


@dataclass(frozen=True, slots=True)
class Drafting:
    """Who writes, for which body, under what heading; `begins` for what is proposed anew, `renews` where the rule has a
    version already."""

    actor: Actor
    body: Body
    question: Question
    begins: Beginning | None = None
    renews: bool = False

    def foreseen(self, form: DraftForm) -> Foreseen:
        """What the dials on the form would change."""
        agreed = self.begins.agreed if self.begins else None
        if agreed is None:
            return queries.foreseen(self.actor, self.body, form.turned())
        left = {name: value for one in agreed.clauses for name, value in one.values.items()}
        return queries.foreseen(self.actor, self.body, form.turned(), left=left, base=agreed.version.pk)


def drafting(request: Request, form: DraftForm, page: Drafting, done: Deed) -> HttpResponse:
    """As `ask` does, with clauses in the middle; «one more» and «what would it change» ask again, keeping what was
    typed."""
    if request.method != "POST":
        return _shown(request, form, page)
    valid = form.is_valid()
    if form.again:
        return _shown(request, form, page)
    if not valid:
        return _shown(request, form, page, 422)
    try:
        return done(form.cleaned_data)
    except Refused as refusal:
        return _shown(request, form, page, refusal.status, refusal.sentence(reader()))


def _shown(request: Request, form: DraftForm, page: Drafting, status: int = 200, refusal: str = "") -> HttpResponse:
    from_nothing = page.begins is not None and page.begins.from_nothing
    context = {
        "form": form,
        "refusal": refusal,
        "foreseen": page.foreseen(form),
        "body": page.body,
        "examples": examples() if from_nothing else [],
        "reviews": "rules.review_" if page.renews else "rules.first_review_",
        "today": clock.today(),
    }
    return part_or_page(request, "rules/drafting.html", "asked", context | asdict(page.question), status)
