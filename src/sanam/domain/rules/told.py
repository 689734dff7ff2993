"""Telling the seats of a body, and one seat, what concerns their rules."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.words import Can


def tell_body(*, by: Actor, body: Body, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell every open seat of a body that sees rules; who did it is not told."""
    for seat in Seat.objects.filter(body=body, closed_on=None).order_by("id"):
        if Can.SEE_RULES in seat.capabilities:
            notices.tell(by=by, seat=str(seat.pk), kind=kind, about=about, th=th[:300], en=en[:300], path=path)


def tell_seat(*, by: Actor, seat_id: object, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell one seat."""
    notices.tell(by=by, seat=str(seat_id), kind=kind, about=about, th=th[:300], en=en[:300], path=path)
