"""Telling a body what changed in it. The room that carries news stands above and puts itself here in its `ready()`.

telling.carries(tell)
"""

from __future__ import annotations

from typing import Protocol

from sanam.domain.foundation.actor import Actor
from sanam.domain.teams.models import Body, Seat


class Carrier(Protocol):
    """Tells one seat one sentence, inside the deed's own transaction."""

    def __call__(self, *, by: Actor, seat: str, kind: str, about: str, th: str, en: str, path: str) -> object: ...


_carriers: list[Carrier] = []


def carries(carrier: Carrier) -> None:
    """Let somebody carry what teams have to say; the same one twice is one."""
    if carrier not in _carriers:
        _carriers.append(carrier)


def tell_body(*, by: Actor, body: Body, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell every open seat of a body; who did it is not told."""
    for seat in Seat.objects.filter(body=body, closed_on=None).order_by("id").values_list("id", flat=True):
        tell(by=by, seat=str(seat), kind=kind, about=about, th=th, en=en, path=path)


def tell(*, by: Actor, seat: str, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell one seat."""
    for carrier in _carriers:
        carrier(by=by, seat=seat, kind=kind, about=about, th=th, en=en, path=path)
