"""Volunteers of houses: what a file proposes, a human confirms, declines, or decides otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import households as deeds
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def volunteers(request: Request) -> HttpResponse:
    """Every village with its houses counted; one village with what is to decide there."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    if request.method == "POST":
        return _decide(request, actor)
    villages = registry.villages_of_houses(actor)
    asked = request.GET.get("area", villages[0].area if len(villages) == 1 else "")
    chosen = next((one for one in villages if one.area == asked), None)
    if chosen:
        journal.look(by=actor, at="people", did="people.looked", because="volunteers")
    context = {
        "villages": villages,
        "chosen": chosen,
        "care": registry.care_of_houses(actor, chosen.area) if chosen else None,
        "houses": sum(one.houses for one in villages),
        "given": sum(one.given for one in villages),
        "proposed": sum(one.proposed for one in villages),
        "without": sum(one.without for one in villages),
    }
    return render(request, "work/volunteers.html", context)


def _decide(request: Request, actor: Actor) -> HttpResponse:
    houses = registry.houses_to_give(actor, _ids(request))
    if not houses:
        raise BadInput("web.no_house", "เลือกบ้านก่อน", "Choose a house first.")
    verb = request.POST.get("do", "give")
    if verb == "none":
        deeds.decline(by=actor, households=houses)
        messages.success(request, _("บันทึกแล้วว่าไม่ใช่คนนี้ แฟ้มเดิมจะไม่เสนอซ้ำ"))
    elif verb == "take":
        for one in houses:
            deeds.take_from_volunteer(by=actor, household=one)
        messages.success(request, _("เอากลับแล้ว บ้านหลังนี้ยังไม่มี อสม."))
    else:
        _give(request, actor, houses)
    return HttpResponseRedirect(f"{reverse('web:volunteers')}?area={houses[0].area_code}")


def _give(request: Request, actor: Actor, houses: list[Any]) -> None:
    wanted = request.POST.get("seat", "")
    seat = next((one for one in teams.volunteers_of(houses[0].area_code) if str(one.pk) == wanted), None)
    if seat is None:
        raise BadInput("web.no_seat_chosen", "เลือกที่นั่ง อสม. ก่อน", "Choose a volunteer's seat first.")
    given = deeds.give_many(by=actor, households=houses, seat=seat)
    told = ngettext("มอบแล้ว %(n)s หลัง", "มอบแล้ว %(n)s หลัง", len(given)) % {"n": len(given)}
    messages.success(request, told)


def _ids(request: Request) -> list[str]:
    found = []
    for one in request.POST.getlist("house"):
        try:
            found.append(str(UUID(one)))
        except ValueError:
            continue
    return found
