"""Whose phone this is, as far as a room must know: its mark, its ticket, or somebody's own code.

The mark is set with the first page, before there is a ticket, so that a form sent twice comes from one phone.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.policies import is_over
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere, Refused
from sanam.interfaces.web.shell import knocking
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

PATH = "/room/"
"""Where a phone's cookies are sent, and nowhere else."""
MOST_WRONG, KNOCKS = 200, "room"
"""Wrong codes from one address in a quarter of an hour; two hundred phones behind one address may each mistype once."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A phone at a room: the door it came by, and its ticket or that of the person it answers for."""

    door: Any
    ticket: Any
    mark: str
    speaks_for: str = ""

    @property
    def room(self) -> Any:
        return self.door.exchange

    @property
    def by(self) -> Actor:
        return queries.of_ticket(self.ticket) if self.ticket else queries.of_door(self.door)


def mark_of(room: Any) -> str:
    """The cookie of a phone's mark, one for each room: a room that ends forgets its own, and no other's ticket."""
    return f"room-{room.pk.hex[-12:]}"


def speaks_for_of(room: Any) -> str:
    """The cookie of the own code of whoever a phone answers for just now in this room.

    It is signed by us, so that the code can only be typed on its page, where wrong ones are counted.
    """
    return f"{mark_of(room)}-for"


class View(Protocol):
    def __call__(self, request: Request, guest: Guest) -> HttpResponse: ...


def for_phones(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A page anybody opens by the code of a room; a wrong code is counted, and nothing of it stays in a cache."""

    def wrap(view: View) -> Callable[..., HttpResponse]:
        @login_not_required
        @require_http_methods(list(methods))
        @wraps(view)
        def page(request: Request, code: str) -> HttpResponse:
            try:
                guest = _guest(request, code)
            except Refused as refused:
                return private(turned_away(request, refused))
            return private(marked(view(request, guest), guest))

        return page

    return wrap


def inside(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A page for whoever has a ticket; others go to the door, and what is refused leads back to where the room is."""

    def wrap(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        def known(request: Request, guest: Guest) -> HttpResponse:
            if guest.ticket is None or is_over(guest.room):
                return redirect("web:room", guest.door.code)
            try:
                return view(request, guest)
            except Refused as refused:
                messages.info(request, refused.sentence(reader()))
                return redirect("web:room", guest.door.code)

        return for_phones(*methods)(known)

    return wrap


def turned_away(request: Request, refused: Refused) -> HttpResponse:
    """No room, or too many wrong codes; a wrong one is counted."""
    if isinstance(refused, NotHere):
        knocking.count(request, KNOCKS)
    context = {"sentence": refused.sentence(reader()), "code": ""}
    return render(request, "room/shut.html", context, status=refused.status)


def marked(answer: HttpResponse, guest: Guest) -> HttpResponse:
    """Let the phone keep its mark while the room goes on, and forget it after."""
    if is_over(guest.room):
        answer.delete_cookie(mark_of(guest.room), path=PATH)
        answer.delete_cookie(speaks_for_of(guest.room), path=PATH)
        return answer
    _keep(answer, mark_of(guest.room), guest.mark, guest)
    if guest.speaks_for:
        _keep(answer, speaks_for_of(guest.room), _signer().sign(guest.speaks_for), guest)
    return answer


def speaking_for(answer: HttpResponse, guest: Guest, code: str) -> HttpResponse:
    """From now on this phone answers for whoever this own code belongs to; for its own holder again with none."""
    if code:
        _keep(answer, speaks_for_of(guest.room), _signer().sign(code), guest)
    else:
        answer.delete_cookie(speaks_for_of(guest.room), path=PATH)
    return answer


def private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def check_knocks(request: Request) -> None:
    """Raises Refused for an address that guesses codes."""
    knocking.check(request, MOST_WRONG, KNOCKS)


def _guest(request: Request, code: str) -> Guest:
    try:
        door = queries.door(code)
    except NotHere:
        check_knocks(request)
        raise
    mark = request.COOKIES.get(mark_of(door.exchange), "")
    own = queries.ticket_of(door.exchange, mark)
    if own is None:
        check_knocks(request)  # those inside go on, however many guess beside them
    spoken = _own_code(request, door.exchange)
    helped = queries.ticket_by_own_code(door.exchange, spoken) if spoken else None
    return Guest(door, helped or own, mark or secrets.token_urlsafe(16), spoken if helped else "")


def _own_code(request: Request, room: Any) -> str:
    """The code that was typed here; a cookie somebody made up is none."""
    try:
        return _signer().unsign(request.COOKIES.get(speaks_for_of(room), ""))
    except BadSignature:
        return ""


def _signer() -> Signer:
    return Signer(salt="room.speaks_for")


def _keep(answer: HttpResponse, name: str, value: str, guest: Guest) -> None:
    if name in answer.cookies:  # what the view decided stands
        return
    until = guest.room.ends_at or guest.door.until
    answer.set_cookie(name, value, expires=until, path=PATH, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
