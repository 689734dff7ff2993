"""Today: news back first, then what waits, then whom to ask next."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notice_deeds
from sanam.domain.notices import queries as notices
from sanam.domain.registry import queries as registry
from sanam.domain.rules import queries as rules
from sanam.domain.teams import queries as teams
from sanam.domain.teams.together import vacancies
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.watching import lacks_it
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.work.reasons import errand
from sanam.interfaces.web.work.views import what_may_be_done


@require_safe
def today(request: Request) -> HttpResponse:
    """The first page of every seat, composed from what its mandate reaches."""
    actor = seated(request)
    if actor.may(Can.SEE_PEOPLE):
        journal.look(by=actor, at="people", did="people.looked", because="today")
    context = {
        "today": clock.today(),
        "news": list(notices.unread(actor)),
        "duplicates": list(registry.open_duplicates(actor)[:5]),
        "requests": registry.due_soon(actor),
        "may_decide": actor.may(Can.CORRECT_PEOPLE),
        **_worth_asking(actor, request),
        "happened": registry.news(actor, clock.today(), size=4).events,
        "may_ask": actor.may(Can.CONFIRM_FACTS),
        "reviews": len(registry.to_review(actor)),
        "advise_second_factor": lacks_it(request),
        "matters": teams.team_matters(actor),
        "taken": teams.taken_over(actor),
        "team_vacant": _vacant(request),
        "agreed": rules.waits(actor),
        **_left_open(actor),
    }
    return render(request, "today/today.html", context)


def _vacant(request: Request) -> int:
    """How many seats stand empty in the body this seat sits in."""
    return vacancies(request.actor, request.place.seat.body) if request.place else 0


def _left_open(actor: Actor) -> dict[str, Any]:
    """What came back to this seat from gatherings, and beside it the newest questions of others."""
    back = gatherings.come_back(actor)
    ours = {one.pk for one in (*back.questions, *back.unowned)}
    return {"back": back, "questions": [one for one in gatherings.open_questions(actor) if one.pk not in ours]}


def _worth_asking(actor: Actor, request: Request) -> dict[str, Any]:
    """The top of the worklist, to be confirmed in one tap; a seat that only confirms is asked for one a week."""
    ask = registry.Ask()
    many = 3 if actor.may(Can.CORRECT_PEOPLE) else 1
    found = registry.worklist(actor, ask, size=many)
    facts = registry.asked(actor, ask)
    errands = [errand(row, facts, clock.today()) for row in found.rows]
    return {"errands": errands, "one_a_week": many == 1, **what_may_be_done(actor, request)}


@require_POST
def read_notice(request: Request, notice: int) -> HttpResponse:
    """Say that a notice was read, and go where it points."""
    read = notice_deeds.mark_read(by=seated(request), notice=notice)
    return redirect(read.path or "web:today")
