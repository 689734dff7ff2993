"""As whom a request acts: the seat chosen, checked anew on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from sanam.domain.foundation.actor import NO_ONE, Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams import queries as teams
from sanam.domain.teams.queries import Place
from sanam.interfaces.web.shell.request import Request

SEAT = "seat"


class ActingSeat:
    """Puts `places`, `place` and `actor` on the request. A seat that ended since is no longer acted under."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        places = teams.places(request.user.member_id) if request.user.is_authenticated else []
        request.places = places
        request.place = chosen(places, request.session.get(SEAT, ""))
        request.actor = _actor(request)
        return self.get_response(request)


def chosen(places: list[Place], seat: str) -> Place | None:
    """The place chosen, else the first; two seats are never merged into one view."""
    return next((place for place in places if str(place.seat.id) == seat), places[0] if places else None)


def seated(request: Request) -> Actor:
    """The actor of a page that needs a seat; raises NotAllowed for a member who holds none today."""
    if request.place is None:
        raise NotAllowed(
            "web.no_seat",
            "บัญชีนี้ยังไม่มีที่นั่ง ขอให้ผู้ดูแลระบบของอำเภอจัดที่นั่งให้ก่อน",
            "This account holds no seat yet; ask whoever runs the district's system to give it one.",
        )
    return request.actor


def _actor(request: Request) -> Actor:
    if request.place is None or not request.user.is_authenticated:
        return NO_ONE
    return request.place.actor(member=request.user.member_id, via="web")
