"""What a phone at the door sees: one small form, then one's own line and nothing of anybody else's."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.refused import NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.codes import read_code
from sanam.domain.gatherings.operations import attending
from sanam.domain.gatherings.queries.attending import Comer
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.gatherings.forms import ComerForm
from sanam.interfaces.web.shell import knocking
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

TICKET = "door"
PATH = "/in/"
MOST_WRONG = 30
"""Wrong codes from one address, as long as `knocking` remembers; a whole room may share an address."""


@login_not_required
@require_http_methods(["GET", "POST"])
def enter_code(request: Request) -> HttpResponse:
    """For whoever cannot read the square: type the six signs."""
    typed = request.POST.get("code", "")
    if request.method == "POST" and (code := read_code(typed)):
        return redirect("web:enter", code)
    wrong = request.method == "POST"
    return _private(
        render(request, "gatherings/enter_code.html", {"wrong": wrong, "typed": typed}, status=422 if wrong else 200)
    )


@login_not_required
@require_http_methods(["GET", "POST"])
def enter(request: Request, code: str) -> HttpResponse:
    """Say who came. The same answer whether or not the name was on a list."""
    try:
        knocking.check(request, MOST_WRONG)
        door = queries.open_by(code)
    except Refused as refused:
        return _shut(request, refused)
    legs = teams.legs(door.gathering.body)  # type: ignore[arg-type]
    ticket = request.COOKIES.get(TICKET, "")
    mine = queries.signed_by(door.gathering, ticket)
    form = ComerForm(request.POST or None, legs=legs, initial=_as_said(mine))
    context: dict[str, Any] = {"gathering": door.gathering, "door": door, "form": form, "mine": mine, "refusal": ""}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            comer = Comer(
                said["name"], next((one for one in legs if str(one.pk) == said["leg"]), None), said["organisation"]
            )
            ticket = ticket or secrets.token_urlsafe(16)
            try:
                attending.sign_in(by=queries.of_phone(door), door=door, comer=comer, ticket=ticket)
                return _ticketed(redirect("web:enter", door.code), ticket, door)
            except Refused as refused:
                context["refusal"], status = refused.sentence(reader()), refused.status
    shown = "signed" if mine and request.method == "GET" and not request.GET.get("again") else "asked"
    return _private(render(request, "gatherings/enter.html", context | {"shown": shown}, status=status))


def _as_said(mine: Any) -> dict[str, str]:
    return {"name": mine.name, "leg": str(mine.leg_id or 0), "organisation": mine.organisation} if mine else {}


def _shut(request: Request, refused: Refused) -> HttpResponse:
    """No such door, or no more of it: the ticket of the phone is thrown away."""
    if isinstance(refused, NotHere):
        knocking.count(request)
    context = {"title": _("ประตูวงนี้ไม่ได้เปิดอยู่"), "sentence": refused.sentence(reader())}
    answer = render(request, "gatherings/shut.html", context, status=refused.status)
    answer.delete_cookie(TICKET, path=PATH)
    return _private(answer)


def _ticketed(answer: HttpResponse, ticket: str, door: Any) -> HttpResponse:
    """The phone keeps its ticket until the door shuts by itself, and shows it nowhere but here."""
    answer.set_cookie(
        TICKET, ticket, expires=door.until, path=PATH, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS
    )
    return _private(answer)


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
