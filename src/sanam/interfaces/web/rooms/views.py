"""Rooms: those of the seat's body, opening one, and one as its host looks after it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import exchanges
from sanam.domain.dialogue.permissions import check_can_open, check_can_see, hosts
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.gatherings.policies import TO_COME
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rooms.forms import OpenForm
from sanam.interfaces.web.rooms.stages import stages
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request

OFFERED = 20


@require_safe
def rooms(request: Request) -> HttpResponse:
    """The rooms of the seat's own body, newest first, and the common goals that wait to be taken up."""
    actor = seated(request)
    check_can_see(actor)
    body = teams.body_of(actor)
    found = queries.rooms_of(actor, body, after=request.GET.get("after", ""))
    context = {
        "rooms": found.rows,
        "after": found.after,
        "body": body,
        "opens": actor.may(Can.WRITE_GATHERINGS),
        "goals": queries.common_goals(body),
        "proposes": actor.may(Can.TAKE_PART_IN_RULES),
    }
    return render(request, "rooms/rooms.html", context)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Open a room of the seat's body, at one of its gatherings or until a day."""
    actor = seated(request)
    body = teams.body_of(actor)
    check_can_open(actor, body)
    offered = gatherings.visible(actor).filter(body=body, stage__in=TO_COME)[:OFFERED]
    form = OpenForm(request.POST or None, gatherings=offered, initial={"gathering": request.GET.get("gathering", "")})

    def done(said: dict[str, Any]) -> HttpResponse:
        room = exchanges.open_room(by=actor, body=body, **form.told())
        messages.success(request, _("เปิดห้องแล้ว ใส่บัตรคำ แล้วเปิดประตูให้ทุกคนเข้า"))
        return go(request, "web:host_room", room.pk)

    sub = _("ทุกคนตอบจากโทรศัพท์ของตัวเอง ไม่ต้องสมัคร เห็นผลพร้อมกันเมื่อปิด")
    return ask(request, form, Question(_("เปิดห้อง"), sub, _("เปิดห้อง"), reverse("web:rooms"), _("ห้อง")), done)


@require_safe
def room(request: Request, room_id: str) -> HttpResponse:
    """How far a room has come; for its host also the door, the cards and the next step. Never an answer."""
    actor = seated(request)
    found = queries.hosted(actor, room_id)
    keeps, progress = hosts(actor, found), queries.progress(found)
    context = {
        "room": found,
        "stages": stages(found.said),
        "progress": progress,
        "hosts": keeps,
        "deck": queries.deck(found) if keeps else None,
        "entrance": queries.entrance(actor, found, progress) if keeps else None,
    }
    return render(request, "rooms/room.html", context)
