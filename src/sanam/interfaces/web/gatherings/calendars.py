"""A seat's calendar for one's phone: one gathering, or all of them and the days of the rules by a secret address."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import feeds
from sanam.domain.gatherings.permissions import check_can_see
from sanam.domain.rules import queries as rules
from sanam.interfaces.files.calendar.events import Event, of_gatherings, of_rules
from sanam.interfaces.files.calendar.writer import CONTENT_TYPE, calendar
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def own_calendar(request: Request) -> HttpResponse:
    """Make, renew or take back the address; it is shown once."""
    actor = seated(request)
    check_can_see(actor)
    address = ""
    if request.method == "POST":
        if request.POST.get("deed") == "revoke":
            feeds.revoke(by=actor)
            return go(request, "web:own_calendar")
        address = request.build_absolute_uri(reverse("web:feed", args=[feeds.make(by=actor)]))
    coming = {"coming": queries.calendar(actor), "days": rules.calendar(actor)}
    context = {"address": address, "has": queries.has_feed(actor), **coming}
    return render(request, "gatherings/calendar.html", context)


@login_not_required
@require_safe
def feed(request: Request, token: str) -> HttpResponse:
    """The calendar of whoever knows the address, and nobody's name in it."""
    actor = queries.reader_of(token)
    events = [*of_gatherings(queries.calendar(actor)), *of_rules(rules.calendar(actor), reader())]
    return _file(request, events, _("สนามพลังของเรา"))


@require_safe
def one_gathering(request: Request, gathering_id: str) -> HttpResponse:
    """One gathering as a file to open."""
    found = queries.gathering(seated(request), str(gathering_id))
    answer = _file(request, of_gatherings([found]), found.title)
    answer.headers["Content-Disposition"] = 'attachment; filename="sanam-gathering.ics"'
    return answer


def _file(request: Request, events: Sequence[Event], name: str) -> HttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    answer = HttpResponse(calendar(events, name=name, site=site), content_type=CONTENT_TYPE)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
