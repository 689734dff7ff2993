"""ช่วยคนข้าง ๆ: somebody without a phone is let in, and comes back by a code of their own on any phone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import tickets
from sanam.domain.dialogue.policies import is_over
from sanam.domain.dialogue.words import Channel
from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings.codes import read_code
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.room.forms import HelpForm
from sanam.interfaces.web.room.guests import KNOCKS, Guest, check_knocks, for_phones, inside, speaking_for
from sanam.interfaces.web.room.telling import inside_of
from sanam.interfaces.web.shell import knocking
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@inside("GET", "POST")
def helped(request: Request, guest: Guest) -> HttpResponse:
    """Let the person beside one in; the code they get is shown on this page and never again."""
    if guest.speaks_for:  # who was helped does not help from a borrowed phone
        return redirect("web:room", guest.door.code)
    form, refusal, status = HelpForm(request.POST or None, legs=teams.legs(guest.room.body)), "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            given = {"leg": form.chosen_leg(), "for_whom": said["for_whom"], "channel": Channel(said["channel"])}
            try:
                got = tickets.help(by=guest.by, exchange=guest.room, helper=guest.ticket, **given)
                return render(request, "room/own_code.html", inside_of(guest) | {"helped": got})
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
    return render(request, "room/help.html", inside_of(guest) | {"form": form, "refusal": refusal}, status=status)


@for_phones("GET", "POST")
def own(request: Request, guest: Guest) -> HttpResponse:
    """Come back by one's own code, also when the door is shut; wrong ones are counted."""
    if is_over(guest.room):
        return redirect("web:room", guest.door.code)
    context = {"guest": guest, "room": guest.room, "code": guest.door.code, "refusal": ""}
    if request.method != "POST":
        return render(request, "room/own.html", context)
    try:
        check_knocks(request)
    except Refused as refused:
        return render(
            request, "room/own.html", context | {"refusal": refused.sentence(reader())}, status=refused.status
        )
    typed = read_code(request.POST.get("own", ""))
    if not typed or queries.ticket_by_own_code(guest.room, typed) is None:
        knocking.count(request, KNOCKS)
        said = _("ไม่มีใครในห้องนี้ใช้รหัสนี้ ลองดูอีกครั้ง")
        return render(request, "room/own.html", context | {"refusal": said}, status=422)
    return speaking_for(redirect("web:room", guest.door.code), guest, typed)


@for_phones("POST")
def oneself(request: Request, guest: Guest) -> HttpResponse:
    """Give the phone back: from now on it answers for its own holder."""
    messages.info(request, _("กลับมาเป็นเครื่องของเราเองแล้ว"))
    return speaking_for(redirect("web:room", guest.door.code), guest, "")
