"""Before anybody answers: reading what each brings, telling what one brings oneself, offering an idea."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import positions, statements
from sanam.domain.dialogue.policies import check_stage
from sanam.domain.dialogue.words import Heading, RoomStage
from sanam.domain.foundation.refused import Refused
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.room.forms import BringForm, OfferForm, as_brought, first_leg
from sanam.interfaces.web.room.guests import Guest, inside
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@inside("GET")
def parties(request: Request, guest: Guest) -> HttpResponse:
    """A card for each party, to be read standing; and what one offered oneself."""
    context = inside_of(guest) | {
        "parties": queries.parties(guest.room),
        "offered": queries.offered_by(guest.room, guest.ticket),
    }
    return render(request, "room/parties.html", context)


@inside("GET", "POST")
def offer(request: Request, guest: Guest) -> HttpResponse:
    """One idea; the host reads it before everybody does."""
    check_stage(guest.room, RoomStage.PREPARING)
    form, refusal, status = OfferForm(request.POST or None), "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = {"text": form.cleaned_data["text"], "heading": Heading(form.cleaned_data["heading"])}
            try:
                statements.offer(by=guest.by, exchange=guest.room, ticket=guest.ticket, **given)
                messages.success(request, _("ส่งให้คนดูแลวงแล้ว"))
                return redirect("web:room_parties", guest.door.code)
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
    return render(request, "room/offer.html", inside_of(guest) | {"form": form, "refusal": refusal}, status=status)


@inside("GET", "POST")
def bring(request: Request, guest: Guest) -> HttpResponse:
    """What one's own group brings, from its phone."""
    check_stage(guest.room, RoomStage.PREPARING, RoomStage.VOTING)
    legs = teams.legs(guest.room.body)
    mine = queries.party_of(guest.room, guest.ticket)
    shown = as_brought(mine) if mine else {"leg": first_leg(legs, guest.ticket.leg_id)}
    form, refusal, status = BringForm(request.POST or None, legs=legs, initial=shown), "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                given = told(form) | {"name": mine.position.name if mine else form.cleaned_data["name"]}
                positions.bring(by=guest.by, exchange=guest.room, ticket=guest.ticket, **given)
                messages.success(request, _("เก็บไว้แล้ว ทุกคนในห้องอ่านได้"))
                return redirect("web:room_parties", guest.door.code)
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
                mine = queries.party_of(guest.room, guest.ticket)
                over_theirs(form, mine)
    context = inside_of(guest) | {"form": form, "refusal": refusal, "theirs": mine if status == 409 else None}
    return render(request, "room/bring.html", context, status=status)


def told(form: BringForm) -> dict[str, Any]:
    """What was written, as the deed takes it."""
    return {"leg": form.chosen_leg(), "lines": form.lines(), "version": form.cleaned_data["version"] or 0}


def over_theirs(form: BringForm, party: Any) -> None:
    """Once both are shown, sending again is written over the version that is shown now."""
    if party:
        form.data = {**form.data.dict(), "version": str(party.position.version)}  # type: ignore[attr-defined]


def inside_of(guest: Guest) -> dict[str, Any]:
    """What every page inside shows: the room, its code, and whose ticket this is."""
    return {"guest": guest, "room": guest.room, "code": guest.door.code, "leg": guest.ticket.leg}
