"""The list of who could be asked, kept by the seat's own body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import CameBy
from sanam.domain.gatherings.operations import eligible as deeds
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.gatherings.permissions import check_keeps_list
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.names import listed
from sanam.interfaces.web.gatherings.forms import EligibleForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.teams.models import Leg

ON_A_PAGE = 300


@require_safe
def eligible(request: Request) -> HttpResponse:
    """Everyone on the list, by leg: asked before or never."""
    actor = seated(request)
    body = teams.body_of(actor)
    people: list[Any] = list(queries.eligible(actor, body)[:ON_A_PAGE])
    never = sum(not one.asked for one in people)
    return render(request, "gatherings/eligible.html", {"body": body, "people": people, "never": never})


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    """One name, many lines, or a file."""
    actor = seated(request)
    body = teams.body_of(actor)
    check_keeps_list(actor, body)
    legs = teams.legs(body)
    form = EligibleForm(request.POST or None, request.FILES or None, legs=legs)

    def done(said: dict[str, Any]) -> HttpResponse:
        added = deeds.add(by=actor, body=body, people=_people(said, legs))
        messages.success(
            request,
            _("เพิ่ม %(new)s ชื่อ มีอยู่แล้ว %(known)s ขอไม่อยู่ในรายชื่อ %(off)s")
            % {"new": len(added.new), "known": added.known, "off": added.left_off},
        )
        return go(request, "web:eligible")

    sub = _("คนที่ชวนมาวงคุยได้ เช่น อาสา สมาชิกชมรม ไม่ใช่คนในทะเบียนที่เราดูแล")
    question = Question(_("เพิ่มชื่อ"), sub, _("เพิ่มชื่อ"), reverse("web:eligible"), _("ใครชวนได้บ้าง"))
    return ask(request, form, question, done)


@require_POST
def told(request: Request, eligible_id: str) -> HttpResponse:
    """Note that they were told today."""
    actor = seated(request)
    deeds.tell(by=actor, eligible=queries.one_eligible(actor, str(eligible_id)), on=clock.today())
    messages.success(request, _("จดแล้วว่าบอกเขาวันนี้"))
    return go(request, "web:eligible")


@require_POST
def take_off(request: Request, eligible_id: str) -> HttpResponse:
    """Take somebody off; their name goes at once."""
    actor = seated(request)
    deeds.take_off(by=actor, eligible=queries.one_eligible(actor, str(eligible_id)))
    messages.success(request, _("เอาออกแล้ว ชื่อและเบอร์ถูกลบ"))
    return go(request, "web:eligible")


def _people(said: dict[str, Any], legs: list[Leg]) -> list[Someone]:
    """Every way of saying names at once; the leg and how we know them hold for all."""
    leg = next((one for one in legs if str(one.pk) == said["leg"]), None)
    came_by = CameBy(said["came_by"])
    typed = [(said["name"], said["phone"] or "", said["organisation"])] if said["name"] else []
    pasted = listed.pasted(said["lines"]) if said["lines"] else []
    sent = listed.sent(said["file"]) if said["file"] else []
    return [
        Someone(name, came_by, phone, organisation or said["organisation"], leg)
        for name, phone, organisation in [*typed, *pasted, *sent]
    ]
