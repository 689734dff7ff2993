"""A phone comes to a room: by its code, with a ticket, and then to wherever the room is now."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanam.domain.dialogue.operations import tickets
from sanam.domain.dialogue.policies import is_open, is_over
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.gatherings.codes import read_code
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.room.forms import JoinForm
from sanam.interfaces.web.room.guests import Guest, for_phones, mark_of, private
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

NOW = {
    RoomStage.PREPARING: "web:room_parties",
    RoomStage.VOTING: "web:room_vote",
    RoomStage.DOTTING: "web:room_dots",
}
"""Where a phone that is inside goes at each stage."""


@login_not_required
@require_http_methods(["GET", "POST"])
def code(request: Request) -> HttpResponse:
    """For whoever cannot read the square: type the six signs."""
    typed = request.POST.get("code", "")
    if request.method == "POST" and (read := read_code(typed)):
        return private(redirect("web:room", read))
    wrong = request.method == "POST"
    context = {"wrong": wrong, "typed": typed, "code": ""}
    return private(render(request, "room/code.html", context, status=422 if wrong else 200))


@for_phones("GET", "POST")
def room(request: Request, guest: Guest) -> HttpResponse:
    """Where the room is now: at its door, at one of its stages, or closed. `?at=` asks whether it moved on."""
    if is_over(guest.room):
        return render(request, "room/closed.html", _told(guest))
    if request.method == "POST":
        return _join(request, guest)
    if guest.ticket is None:
        return _door(request, guest, JoinForm(legs=teams.legs(guest.room.body)))
    if request.htmx and request.GET.get("at") == guest.room.stage:
        return HttpResponse(status=204)
    return redirect(NOW[guest.room.said], guest.door.code)


def _join(request: Request, guest: Guest) -> HttpResponse:
    """Take a ticket. A phone that keeps nothing would take one after another, so it is asked to first."""
    form = JoinForm(request.POST, legs=teams.legs(guest.room.body))
    if not form.is_valid():
        return _door(request, guest, form, status=422)
    given = {"leg": form.chosen_leg(), "nickname": form.cleaned_data["nickname"]}
    try:
        tickets.take(by=guest.by, door=guest.door, device=request.COOKIES.get(mark_of(guest.room), ""), **given)
    except BadInput as refused:
        return _door(request, guest, form, refused.sentence(reader()), refused.status)
    except NotHere:
        return _door(request, guest, form)
    except Refused as refused:
        messages.info(request, refused.sentence(reader()))
    return redirect("web:room", guest.door.code)


def _door(request: Request, guest: Guest, form: JoinForm, refusal: str = "", status: int = 200) -> HttpResponse:
    """The door as it stands: a short form, or that it is shut and how somebody inside comes back."""
    if not is_open(guest.door):
        return render(request, "room/shut.html", _told(guest) | {"sentence": ""}, status=404)
    return render(request, "room/join.html", _told(guest) | {"form": form, "refusal": refusal}, status=status)


def _told(guest: Guest) -> dict[str, object]:
    return {"guest": guest, "room": guest.room, "code": guest.door.code}
