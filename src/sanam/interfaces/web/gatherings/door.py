"""The door as its keeper sees it, on a projector or a phone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import doors
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.gatherings.policies import TO_COME
from sanam.interfaces.web.account.qr import qr
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def door(request: Request, gathering_id: str) -> HttpResponse:
    """Open and shut the door; while it is open, the code for everyone in the room."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    if request.method == "POST":
        if request.POST.get("deed") == "shut":
            doors.shut(by=actor, gathering=found)
            messages.success(request, _("ปิดประตูแล้ว รหัสนี้ใช้ไม่ได้อีก"))
        else:
            doors.open_door(by=actor, gathering=found)
        return go(request, "web:door", found.pk)
    opened = queries.open_door_of(found)
    address = request.build_absolute_uri(reverse("web:enter", args=[opened.code])) if opened else ""
    context = {
        "gathering": found,
        "to_come": TO_COME,
        "door": opened,
        "address": address,
        "short": request.build_absolute_uri(reverse("web:enter_code")).partition("://")[2],
        "qr": qr(address, _("คิวอาร์โค้ดเซ็นชื่อเข้าวง")) if opened else "",
        "came": queries.came(found),
    }
    return part_or_page(request, "gatherings/door.html", "count", context)
