"""Reads: the open questions of the district, oldest first, and one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import OpenQuestion
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.talk_words import WAITING, QuestionState

PAGE = 25
SHOWN = {
    "open": Q(state__in=WAITING),
    "unowned": Q(state=QuestionState.OPEN),
    "mine": Q(state__in=WAITING),
    "settled": ~Q(state__in=WAITING),
}
"""What a list can be narrowed to: all that wait, those nobody owns, one's own, those that are settled."""


@dataclass(frozen=True, slots=True)
class Questions:
    """A page of questions, oldest first; `after` is where the next one begins, empty on the last."""

    rows: list[OpenQuestion]
    after: str


def questions(actor: Actor, *, shown: str = "open", after: str = "") -> Questions:
    """The questions this actor may see, narrowed by a word of `SHOWN`."""
    found = _seen(actor).filter(SHOWN.get(shown, SHOWN["open"]))
    if shown == "mine":
        found = found.filter(owner_id=UUID(actor.ref)) if actor.member else found.none()
    if (place := _place(after)) is not None:
        since, last = place
        found = found.filter(Q(since_on__gt=since) | Q(since_on=since, id__gt=last))
    page = list(found.order_by("since_on", "id")[: PAGE + 1])
    more = f"{page[PAGE - 1].since_on.isoformat()}|{page[PAGE - 1].pk}" if len(page) > PAGE else ""
    return Questions(page[:PAGE], more)


def question(actor: Actor, question_id: int) -> OpenQuestion:
    """One question; raises NotHere."""
    found = _seen(actor).filter(id=question_id).first()
    if found is None:
        raise NotHere("gatherings.no_question", "ไม่พบโจทย์นี้", "There is no such question.")
    return found


def _seen(actor: Actor) -> QuerySet[OpenQuestion]:
    found = OpenQuestion.objects.filter(gathering__in=visible(actor).order_by().values("pk"))
    return found.select_related("gathering", "concluded_at", "owner__organisation", "owner__leg")


def _place(after: str) -> tuple[date, int] | None:
    since, _, last = after.partition("|")
    try:
        return date.fromisoformat(since), int(last)
    except ValueError:
        return None
