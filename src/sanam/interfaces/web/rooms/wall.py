"""The wall: a code to come in by and a circle that fills. It asks every few seconds whether anything changed.

Behind a plain deployment nothing holds a connection open: the part is small, carries a mark, and is answered 304 as
long as the mark holds; two statements decide that. Without JavaScript the page loads itself again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import RoomStage
from sanam.interfaces.web.account.qr import qr
from sanam.interfaces.web.rooms.outcomes import outcome_page
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange


@require_safe
def wall(request: Request, room_id: str) -> HttpResponse:
    """For the projector, signed in as the host; after closing, what the room came to."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    check_hosts(actor, room)
    if wants_part(request):
        return _part(request, room)
    if room.said is RoomStage.CLOSED:
        return outcome_page(request, room, queries.last_code(room), on_wall=True)
    code = queries.code_of(room)
    address = request.build_absolute_uri(reverse("web:room", args=[code])) if code else ""
    context = {
        "room": room,
        "progress": queries.progress(room),
        "code": code,
        "cards": len(queries.deck(room).on),
        "short": request.build_absolute_uri(reverse("web:room_code")).partition("://")[2],
        "qr": qr(address, _("คิวอาร์โค้ดเข้าห้อง")) if address else "",
    }
    return render(request, "rooms/wall.html", context)


def _part(request: Request, room: Exchange) -> HttpResponse:
    known, mark = request.headers.get("If-None-Match", "").strip('"'), queries.mark_of(room)
    if known == mark:
        answer: HttpResponse = HttpResponseNotModified()
    elif known and known.partition(".")[0] != mark.partition(".")[0]:
        answer = HttpResponseClientRefresh()
    else:
        answer = render(request, "rooms/wall.html#live", {"room": room, "progress": queries.progress(room)})
    answer.headers["ETag"] = f'"{mark}"'
    return answer
