"""Notices: everything a seat was told, newest first, read or not, and all of it read at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.notices import operations, queries
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request

LONGEST = 18


@require_safe
def notices(request: Request) -> HttpResponse:
    """What this seat was told; `?show=unread` leaves out what was read, `?before=` goes on."""
    actor = seated(request)
    only_unread = request.GET.get("show") == "unread"
    page = queries.page(actor, before=_number(request.GET.get("before", "")), only_unread=only_unread)
    context = {
        "page": page,
        "only_unread": only_unread,
        "waiting": any(one.read_at is None for one in page.notices),
        "mailbox": queries.mailbox(actor),
        "today": clock.today(),
    }
    return render(request, "notices/notices.html", context)


@require_POST
def read_all(request: Request) -> HttpResponse:
    """Say that everything that waited for this seat was read."""
    read = operations.mark_all_read(by=seated(request))
    messages.success(request, ngettext("อ่านแล้ว %(n)s เรื่อง", "อ่านแล้ว %(n)s เรื่อง", read) % {"n": read})
    return redirect("web:notices")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0
