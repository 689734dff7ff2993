"""What must always hold of seats and who sits in them; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.teams.models import Holding, Seat
from sanam.domain.teams.words import ROLES, HoldingKind


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("teams.holders", "ที่นั่งหนึ่งมีผู้นั่งคนเดียว", "a seat has one holder at a time", _holders)
    must_hold("teams.mandates", "ขอบเขตของทุกที่นั่งอ่านได้", "every seat's mandate can be read", _mandates)


def _holders() -> Iterator[Found]:
    lasting = Holding.objects.filter(kind=HoldingKind.HOLDER, to_on=None).values("seat")
    for row in lasting.annotate(times=Count("id")).filter(times__gt=1).order_by("seat"):
        ref = f"seat:{row['seat']}"
        yield Found(ref, f"{ref} มีผู้นั่งพร้อมกัน {row['times']} คน", f"{ref} has {row['times']} holders at once.")


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
