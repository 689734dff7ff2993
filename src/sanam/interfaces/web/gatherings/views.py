"""Gatherings: the list, and one gathering's page in the manner of the field's own papers."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.words import Can
from sanam.interfaces.web.gatherings.figures import figures_of
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@require_safe
def gatherings(request: Request) -> HttpResponse:
    """The district's gatherings, newest first."""
    found = list(queries.visible(seated(request))[:50])
    context = {"gatherings": found, "calls": request.actor.may(Can.WRITE_GATHERINGS)}
    return render(request, "gatherings/gatherings.html", context)


@require_safe
def gathering(request: Request, gathering_id: str) -> HttpResponse:
    """One gathering."""
    shown = queries.shown(seated(request), str(gathering_id))
    context = {
        "shown": shown,
        "gathering": shown.gathering,
        "stage": Stage(shown.gathering.stage),
        "figures": figures_of(request),
        "outside": False,
    }
    return render(request, "gatherings/gathering.html", context)
