"""What a room came to: for seats, and for whoever knows the code, within thirty days of closing; and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import carrying
from sanam.domain.dialogue.permissions import check_hosts, hosts
from sanam.domain.dialogue.policies import can_carry
from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.teams.words import Can
from sanam.interfaces.files.rooms import leaving
from sanam.interfaces.web.account.again import given_lately, password_before
from sanam.interfaces.web.account.qr import qr
from sanam.interfaces.web.room.guests import KNOCKS, MOST_WRONG, private, turned_away
from sanam.interfaces.web.rooms.forms import OwnerForm
from sanam.interfaces.web.shell import knocking
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange


@require_safe
def outcome(request: Request, room_id: str) -> HttpResponse:
    """For a seat that sees gatherings."""
    room = queries.hosted(seated(request), room_id)
    return outcome_page(request, room, queries.last_code(room))


@login_not_required
@require_safe
def by_code(request: Request, code: str) -> HttpResponse:
    """For whoever was in the room: no name, and no leg of fewer than three."""
    try:
        knocking.check(request, MOST_WRONG, KNOCKS)
        return private(outcome_page(request, queries.by_code(code), ""))
    except Refused as refused:
        return private(turned_away(request, refused))


@require_POST
def carry(request: Request, room_id: str) -> HttpResponse:
    """What the room left open goes on as questions of its gathering, all that was chosen in one deed."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    check_hosts(actor, room)
    form = OwnerForm(request.POST, cards=queries.cards(room))
    if not form.is_valid():
        return outcome_page(request, room, queries.last_code(room), form)
    made = carrying.carry_on(by=actor, exchange=room, cards=form.kept(), owner=form.chosen())
    told = _("ฝากเป็นโจทย์แล้ว %(n)s เรื่อง กลับมาทุกวงจนกว่าจะได้ข้อสรุป") % {"n": len(made)}
    messages.success(request, told if made else _("ไม่ได้ฝากเพิ่ม เรื่องที่เหลืออยู่ในผลของห้อง"))
    return go(request, "web:room_outcome", room.pk)


@require_POST
def file(request: Request, room_id: str) -> HttpResponse:
    """Every answer as plain rows, for its host who gave the password lately; written down before it leaves."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    queries.rows(actor, room)
    if asked := password_before(request, reverse("web:room_outcome", args=[room.pk]) + "#take"):
        return asked
    answer = HttpResponse(leaving.leave(by=actor, room=room), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="sanam-room-{clock.today().isoformat()}.zip"'
    return answer


def outcome_page(
    request: Request, room: Exchange, code: str, form: OwnerForm | None = None, *, on_wall: bool = False
) -> HttpResponse:
    """The page; with a code, it says how to open it on a phone. `may` shows what a host may do, but not to a hall."""
    address = request.build_absolute_uri(reverse("web:room_result", args=[code])) if code else ""
    seated_here = request.place is not None and not on_wall
    may = seated_here and hosts(request.actor, room)
    asks = may and can_carry(room)
    context = {
        "room": room,
        "outcome": (found := queries.outcome(room)),
        "form": form or (OwnerForm(cards=[one.card for one in found.unresolved]) if asks else None),
        "code": code,
        "qr": qr(address, _("คิวอาร์โค้ดเปิดผลบนโทรศัพท์")) if address else "",
        "may": may,
        "proposes": seated_here and request.actor.may(Can.TAKE_PART_IN_RULES),
        "ready": may and given_lately(request),
    }
    return render(request, "rooms/outcome.html", context, status=422 if form else 200)
