"""Today: what waits first, then what came back, then what is near; the rest is folded or one link away."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notice_deeds
from sanam.domain.registry import queries as registry
from sanam.domain.teams.second_factor import is_wide
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.watching import lacks_it
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.today.news import came_back
from sanam.interfaces.web.today.sections import FEW, NEAR, OURS, RULES, section, waiting
from sanam.interfaces.web.work.reasons import errand
from sanam.interfaces.web.work.views import what_may_be_done


@require_safe
def today(request: Request) -> HttpResponse:
    """The first page of every seat, composed from what its mandate reaches."""
    actor = seated(request)
    if actor.may(Can.SEE_PEOPLE):
        journal.look(by=actor, at="people", did="people.looked", because="today")
    lines = waiting(actor, with_news=_lives_among_them(actor))
    ours, rules = section(lines, OURS), section(lines, RULES)
    context = {
        "today": clock.today(),
        "ours": ours,
        "rules": rules,
        "near": section(lines, NEAR),
        "many": ours.in_all + rules.in_all,
        "soonest": min((one.due for one in (*ours.shown, *rules.shown) if one.due), default=None),
        "news": came_back(actor, lines),
        "vacant": next((one.in_all for one in lines if one.kind == "vacant"), 0),
        "happened": [one for one in reversed(lines) if one.kind == "event"][:FEW],
        "sees_people": actor.may(Can.SEE_PEOPLE),
        "sees_questions": actor.may(Can.SEE_GATHERINGS),
        "advise_second_factor": lacks_it(request),
        **_worth_asking(actor, request),
    }
    return render(request, "today/today.html", context)


def _lives_among_them(actor: Actor) -> bool:
    """A seat over few places that corrects nothing, as a headman's: who is new, moved or died is its first news."""
    near = actor.mandate.reach is Reach.AREA and not is_wide(actor.mandate)
    return near and actor.may(Can.SEE_PEOPLE) and not actor.may(Can.CORRECT_PEOPLE)


def _worth_asking(actor: Actor, request: Request) -> dict[str, Any]:
    """The top of the worklist, to be confirmed in one tap; a seat that only confirms is asked for one a week.

    A seat that sees a whole district finds it behind a link.
    """
    asks = actor.may(Can.CONFIRM_FACTS)
    if not asks or is_wide(actor.mandate):
        return {"asks": asks, "asks_here": False, "errands": ()}
    ask = registry.Ask()
    many = FEW if actor.may(Can.CORRECT_PEOPLE) else 1
    found = registry.worklist(actor, ask, size=many)
    facts = registry.asked(actor, ask)
    errands = [errand(row, facts, clock.today()) for row in found.rows]
    said = {"asks": True, "asks_here": True, "errands": errands, "one_a_week": many == 1}
    return said | what_may_be_done(actor, request)


@require_POST
def read_notice(request: Request, notice: int) -> HttpResponse:
    """Say that a notice was read, and go where it points."""
    read = notice_deeds.mark_read(by=seated(request), notice=notice)
    return redirect(read.path or "web:today")
