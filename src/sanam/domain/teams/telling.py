"""Telling a body what changed in it. The room that carries news stands above and puts itself here in its `ready()`.

telling.carries(tell, settle)
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from sanam.domain.foundation.actor import Actor
from sanam.domain.teams.models import Body, Seat


class Carrier(Protocol):
    """Tells one seat one sentence, inside the deed's own transaction."""

    def __call__(self, *, by: Actor, seat: str, kind: str, about: str, th: str, en: str, path: str) -> object: ...


class Settler(Protocol):
    """Takes back what was asked of some seats, once it is done."""

    def __call__(self, *, by: Actor, about: str, kinds: Collection[str], seats: Collection[str]) -> object: ...


_carriers: dict[Carrier, Settler] = {}


def carries(carrier: Carrier, settler: Settler) -> None:
    """Let somebody carry what teams have to say, and take it back; the same one twice is one."""
    _carriers[carrier] = settler


def tell_body(*, by: Actor, body: Body, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell every open seat of a body; who did it is not told."""
    for seat in Seat.objects.filter(body=body, closed_on=None).order_by("id").values_list("id", flat=True):
        tell(by=by, seat=str(seat), kind=kind, about=about, th=th, en=en, path=path)


def tell(*, by: Actor, seat: str, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell one seat."""
    for carrier in _carriers:
        carrier(by=by, seat=seat, kind=kind, about=about, th=th, en=en, path=path)


def settle(*, by: Actor, body: Body, about: str, kind: str) -> None:
    """What was asked at the seats of a body, and at those of who did it, is done."""
    seats = [str(one) for one in Seat.objects.filter(body=body, closed_on=None).values_list("id", flat=True)]
    for settler in _carriers.values():
        settler(by=by, about=about, kinds=(kind,), seats=[by.ref, *seats])
