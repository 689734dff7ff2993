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
from sanam.domain.teams.queries import Nest
from sanam.domain.teams.second_factor import is_wide
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.watching import lacks_it
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.today.told import alike, by_kind, waiting
from sanam.interfaces.web.work.reasons import errand
from sanam.interfaces.web.work.views import what_may_be_done

NEWS = 30
"""How many unread notices are looked through for what is alike."""
FEW = 3


@require_safe
def today(request: Request) -> HttpResponse:
    """The first page of every seat, composed from what its mandate reaches."""
    actor = seated(request)
    if actor.may(Can.SEE_PEOPLE):
        journal.look(by=actor, at="people", did="people.looked", because="today")
    nest = Nest()
    team = teams.our_team(actor, nest)
    context = {
        "today": clock.today(),
        "news": alike(notices.unread(actor, limit=NEWS)),
        "waits": waiting(actor),
        "may_decide": actor.may(Can.CORRECT_PEOPLE),
        "came_back": gatherings.come_back(actor, limit=FEW, nest=nest),
        "coming": list(gatherings.coming_to_us(actor)),
        "team": team,
        "matters": by_kind(team.matters),
        "advise_second_factor": lacks_it(request),
        **_of_people(actor, request),
        "agreed": rules.waits(actor),
    }
    return render(request, "today/today.html", context)


def _of_people(actor: Actor, request: Request) -> dict[str, Any]:
    """Whom to ask and who is new, moved, died; a seat that sees a whole district finds both behind a link."""
    context = {"may_ask": actor.may(Can.CONFIRM_FACTS), "sees_people": actor.may(Can.SEE_PEOPLE)}
    if is_wide(actor.mandate):
        return context | {"is_wide": True, "happened": (), "errands": ()}
    happened = registry.news(actor, clock.today(), size=FEW).events
    return context | {"is_wide": False, "happened": happened, **_worth_asking(actor, request)}


def _worth_asking(actor: Actor, request: Request) -> dict[str, Any]:
    """The top of the worklist, to be confirmed in one tap; a seat that only confirms is asked for one a week."""
    ask = registry.Ask()
    many = FEW if actor.may(Can.CORRECT_PEOPLE) else 1
    found = registry.worklist(actor, ask, size=many)
    facts = registry.asked(actor, ask)
    errands = [errand(row, facts, clock.today()) for row in found.rows]
    return {"errands": errands, "one_a_week": many == 1, **what_may_be_done(actor, request)}


@require_POST
def read_notice(request: Request, notice: int) -> HttpResponse:
    """Say that a notice was read, and go where it points."""
    read = notice_deeds.mark_read(by=seated(request), notice=notice)
    return redirect(read.path or "web:today")
