"""What must always hold of seats and who sits in them; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.teams import guards
from sanam.domain.teams.models import HandOver, Holding, Seat
from sanam.domain.teams.words import ROLES, HoldingKind


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("teams.holders", "ที่นั่งหนึ่งมีผู้นั่งคนเดียว", "a seat has one holder at a time", _holders)
    must_hold("teams.guards", "ฐานข้อมูลกันผู้นั่งซ้อน", "the database refuses two holders", _guards)
    must_hold("teams.handovers", "ส่งมอบเสร็จแล้วผู้รับได้นั่ง", "what was handed over is held", _handovers)
    must_hold("teams.legs", "ที่นั่งอยู่ในขาของคณะตัวเอง", "every seat is in a leg of its own body", _legs)
    must_hold("teams.mandates", "ขอบเขตของทุกที่นั่งอ่านได้", "every seat's mandate can be read", _mandates)


def _holders() -> Iterator[Found]:
    holders = Holding.objects.filter(kind=HoldingKind.HOLDER)
    begun_before = Q(from_on__lt=OuterRef("from_on")) | Q(from_on=OuterRef("from_on"), id__lt=OuterRef("id"))
    lasting = Q(to_on=None) | Q(to_on__gte=OuterRef("from_on"))
    twice = holders.filter(Exists(holders.filter(begun_before, lasting, seat=OuterRef("seat"))))
    for seat in twice.order_by("seat").values_list("seat", flat=True).distinct():
        ref = f"seat:{seat}"
        yield Found(ref, f"{ref} มีผู้นั่งพร้อมกันสองคน", f"{ref} has two holders at once.")


def _guards() -> Iterator[Found]:
    for name in guards.missing(connection):
        yield Found(f"guard:{name}", f"ฐานข้อมูลไม่มีตัวกัน {name}", f"The database lacks the guard {name}.")


def _handovers() -> Iterator[Found]:
    taken = Holding.objects.filter(seat=OuterRef("seat"), member=OuterRef("taker"), from_on=OuterRef("from_on"))
    done = HandOver.objects.exclude(done_at=None).filter(~Exists(taken.filter(kind=HoldingKind.HOLDER)))
    for one in done.order_by("id"):
        yield Found(one.ref, f"{one.ref} เสร็จแล้วแต่ผู้รับไม่ได้นั่ง", f"{one.ref} is done, but nobody sits there by it.")


def _legs() -> Iterator[Found]:
    for seat in Seat.objects.exclude(leg__body=F("body")).order_by("id"):
        ref = f"seat:{seat.id}"
        yield Found(ref, f"{ref} อยู่ในขาของคณะอื่น", f"{ref} is in the leg of another body.")


def _mandates() -> Iterator[Found]:
    for seat in Seat.objects.order_by("id").iterator():
        if not _is_readable(seat):
            ref = f"seat:{seat.id}"
            yield Found(ref, f"{ref} มีขอบเขตที่อ่านไม่ได้", f"{ref} has a mandate that cannot be read.")


def _is_readable(seat: Seat) -> bool:
    try:
        return bool(seat.mandate) and seat.role in ROLES
    except (ValueError, TypeError):
        return False
