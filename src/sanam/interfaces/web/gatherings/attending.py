"""Who came: by leg for everyone who sees the gathering, by name for its hosts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import attending
from sanam.domain.gatherings.permissions import check_hosts, hosts
from sanam.domain.gatherings.queries.attending import Comer, comer_of
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.account.again import given_lately
from sanam.interfaces.web.gatherings.forms import ComerForm, CountForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_safe
def attendance(request: Request, gathering_id: str) -> HttpResponse:
    """The circle of who came, as a table too; the names for hosts."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    keeps = hosts(actor, found)
    context = {
        "gathering": found,
        "came": queries.came(found),
        "hosts": keeps,
        "named": queries.named(found) if keeps else [],
        "ready": given_lately(request),
        "waiting": queries.not_yet_here(actor, found) if keeps else [],
    }
    return render(request, "gatherings/attendance.html", context)


@require_safe
def sign_sheet(request: Request, gathering_id: str) -> HttpResponse:
    """A sheet to sign on paper, blank."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    legs = teams.legs(found.body) if found.body else []
    return render(request, "gatherings/sign_sheet.html", {"gathering": found, "legs": legs, "lines": range(1, 21)})


@require_http_methods(["GET", "POST"])
def sign_in_for(request: Request, gathering_id: str) -> HttpResponse:
    """Sign somebody in who has no phone with them."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    legs = teams.legs(found.body)  # type: ignore[arg-type]
    form = ComerForm(request.POST or None, legs=legs)

    def done(said: dict[str, Any]) -> HttpResponse:
        comer = Comer(said["name"], _leg(legs, said["leg"]), said["organisation"])
        attending.sign_in_for(by=actor, gathering=found, comer=comer)
        messages.success(request, _("เซ็นให้แล้ว: %(name)s") % {"name": said["name"]})
        return go(request, "web:attendance", found.pk)

    back = reverse("web:attendance", args=[found.pk])
    sub = _("เขาบอกชื่อ เราเขียนให้ จดไว้ว่ามีคนช่วยเซ็น")
    return ask(request, form, Question(_("ช่วยเซ็นชื่อ"), sub, _("เซ็นให้"), back, _("ใครมาบ้าง")), done)


@require_http_methods(["GET", "POST"])
def count_heads(request: Request, gathering_id: str) -> HttpResponse:
    """Count the heads of an organisation."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    legs = teams.legs(found.body)  # type: ignore[arg-type]

    def done(said: dict[str, Any]) -> HttpResponse:
        given = {"organisation": said["organisation"], "leg": _leg(legs, said["leg"]), "heads": said["heads"]}
        attending.count_heads(by=actor, gathering=found, **given)
        messages.success(request, _("นับแล้ว"))
        return go(request, "web:attendance", found.pk)

    back = reverse("web:attendance", args=[found.pk])
    sub = _("สำหรับคนที่ไม่ได้เซ็นทีละคน ใส่ 0 เพื่อเอาจำนวนที่เคยนับออก")
    question = Question(_("นับหัว"), sub, _("บันทึก"), back, _("ใครมาบ้าง"))
    return ask(request, CountForm(request.POST or None, legs=legs), question, done)


@require_POST
def sign_in_invited(request: Request, invitation_id: int) -> HttpResponse:
    """One tap on the list of the invited: they are here."""
    actor = seated(request)
    found = queries.invitation(actor, invitation_id)
    check_hosts(actor, found.gathering)
    attending.sign_in_for(by=actor, gathering=found.gathering, comer=comer_of(found), invitation=found)
    return go(request, "web:attendance", found.gathering_id)


@require_POST
def strike(request: Request, attendance_id: int) -> HttpResponse:
    """Strike out a sign-in that was a mistake."""
    actor = seated(request)
    found = queries.attendance(actor, attendance_id)
    attending.strike(by=actor, attendance=found)
    messages.success(request, _("ขีดออกแล้ว"))
    return go(request, "web:attendance", found.gathering_id)


def _leg(legs: list[Any], said: str) -> Any:
    return next((one for one in legs if str(one.pk) == said), None)
