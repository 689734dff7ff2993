"""From a seat: what one's organisation brings to a room, and a host who helps somebody in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import positions, tickets
from sanam.domain.dialogue.permissions import check_hosts, hosts
from sanam.domain.dialogue.policies import check_goes_on, check_stage
from sanam.domain.dialogue.words import Channel, RoomStage
from sanam.domain.foundation.refused import Refused
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.room.forms import BringForm, HelpForm, as_brought, first_leg
from sanam.interfaces.web.room.guests import private
from sanam.interfaces.web.room.telling import over_theirs, told
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def bring(request: Request, exchange_id: str) -> HttpResponse:
    """What the seat's organisation brings; a host may write for another, named by `?party=`."""
    actor = seated(request)
    room = queries.room(actor, str(exchange_id))
    check_stage(room, RoomStage.PREPARING, RoomStage.VOTING)
    legs, own = teams.legs(room.body), queries.own_party(actor)
    name = request.GET.get("party", own) if hosts(actor, room) else own
    party = queries.party(room, name)
    seat = teams.seat(actor.ref)
    shown = as_brought(party) if party else {"name": name, "leg": first_leg(legs, seat and seat.leg_id)}
    form = BringForm(request.POST or None, legs=legs, initial=shown)
    if not hosts(actor, room):
        form.fields["name"].disabled = True
    context = {"form": form, "room": room, "own": own, "refusal": "", "theirs": None}
    return _kept(request, actor, form, context) if request.method == "POST" else _page(request, context)


def _kept(request: Request, actor: Any, form: BringForm, context: dict[str, Any]) -> HttpResponse:
    """Keep what was written; two who wrote at once see both."""
    if not form.is_valid():
        return _page(request, context, 422)
    room, name = context["room"], form.cleaned_data["name"]
    try:
        positions.bring(by=actor, exchange=room, name=name, **told(form))
    except Refused as refused:
        theirs = queries.party(room, name) if refused.status == 409 else None
        over_theirs(form, theirs)
        said = {"refusal": refused.sentence(reader()), "theirs": theirs}
        return _page(request, context | said, refused.status)
    messages.success(request, _("เก็บไว้แล้ว ทุกคนในห้องอ่านได้"))
    return redirect(request.get_full_path())


def _page(request: Request, context: dict[str, Any], status: int = 200) -> HttpResponse:
    brought = [one for one in queries.parties(context["room"]) if one.position.name != context["own"]]
    return render(request, "room/seat_brings.html", context | {"others": brought}, status=status)


@require_http_methods(["GET", "POST"])
def help_in(request: Request, exchange_id: str) -> HttpResponse:
    """A host lets somebody in who has no phone, and reads them their code."""
    actor = seated(request)
    room = queries.room(actor, str(exchange_id))
    check_hosts(actor, room)
    check_goes_on(room)
    form, refusal, status = HelpForm(request.POST or None, legs=teams.legs(room.body)), "", 200
    context: dict[str, Any] = {"room": room, "form": form, "helped": None, "door": queries.last_door(room)}
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            given = {"leg": form.chosen_leg(), "for_whom": said["for_whom"], "channel": Channel(said["channel"])}
            try:
                context["helped"], status = tickets.help(by=actor, exchange=room, **given), 200
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
    entrance = queries.entrance(actor, room)
    context |= {"refusal": refusal, "entrance": entrance}
    return private(render(request, "room/host_helps.html", context, status=status))
