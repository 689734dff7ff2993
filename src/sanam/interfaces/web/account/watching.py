"""What goes along with every signed-in request: its device is remembered, a wide seat is asked for more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from sanam.domain.foundation import clock
from sanam.domain.teams.operations import devices as deeds
from sanam.domain.teams.second_factor import is_wide
from sanam.domain.teams.sessions import DEVICE, begun_on
from sanam.interfaces.web.account.devices import name_of, this_one
from sanam.interfaces.web.shell.request import Request

GetResponse = Callable[[Request], HttpResponse]
COARSELY = timedelta(hours=1)
WITHOUT = {
    *("second_factor", "second_factor_begin", "second_factor_on", "password_again", "account", "password"),
    *("devices", "sign_out_device", "sign_out_others", "sign_out", "act", "language"),
}
"""Pages a wide seat may open before its second factor is on, where that is required."""


def remember_device(sender: Any, request: Request, **said: Any) -> None:
    """Somebody signed in: their session knows on what (a receiver of Django's `user_logged_in`)."""
    request.session[DEVICE] = begun_on(name_of(request.META.get("HTTP_USER_AGENT", "")))


class LastSeen:
    """Keeps when a device was last used, to the hour; after the page, and never in its way."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        seen, device = getattr(request.session, "seen_at", None), this_one(request)
        if seen and device and clock.now() - seen > COARSELY:
            with suppress(DatabaseError):  # a busy database is no reason to keep a page back
                deeds.seen(by=request.actor, device=device)
        return response


class SecondFactorFirst:
    """Where it is required, a seat that sees a whole district opens nothing before its second factor is on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Request, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if settings.SECOND_FACTOR != "required" or not lacks_it(request) or (match and match.url_name in WITHOUT):
            return None
        messages.info(request, _("ที่นั่งนี้เห็นทั้งอำเภอ เปิดยืนยันสองชั้นก่อน แล้วใช้งานต่อได้เลย"))
        return redirect("web:second_factor")


def lacks_it(request: Request) -> bool:
    """Whether the seat acted from sees a whole district, and its member signs in by a password alone."""
    if request.place is None or not request.user.is_authenticated or request.user.second_factor_at:
        return False
    return is_wide(request.place.seat.mandate)
