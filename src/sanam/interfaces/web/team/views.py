"""Team: every body as one tree, and one body with its chair, its seats, what it has called and what changed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.teams import together as teams
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.team import saying


@require_safe
def team(request: Request) -> HttpResponse:
    """My bodies first, then all of them from the region down, with the seats that are empty."""
    everybody = teams.tree(seated(request))
    mine = {place.seat.body_id for place in request.places}
    context = {
        "mine": [one for one in everybody if one.body.pk in mine],
        "everybody": everybody,
        "vacant": sum(one.vacant for one in everybody),
    }
    return render(request, "team/teams.html", context)


@require_safe
def body(request: Request, body_id: UUID) -> HttpResponse:
    """One body: the chair first, in words; then its legs, its seats, what is coming, and whether work went on."""
    actor = seated(request)
    found = teams.together(actor, body_id)
    context = {
        "team": found,
        "legs": saying.shown(found),
        "told": saying.told(found),
        "coming": list(gatherings.coming(actor, found.body)),
        "today": clock.today(),
    }
    return render(request, "team/team.html", context)


@require_safe
def team_sheet(request: Request, body_id: UUID) -> HttpResponse:
    """The seats of a body on one sheet of paper: who sits, who stands in, until when."""
    found = teams.together(seated(request), body_id)
    return render(request, "team/sheet.html", {"team": found, "today": clock.today()})
