"""Deeds: a seat is told, and says it has read; what was asked and is done counts as read."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.journal import operations as journal
from sanam.domain.notices.models import Notice


def tell(
    *, by: Actor, seat: str, kind: str, about: str, th: str, en: str, path: str = "", once: bool = False
) -> Notice | None:
    """Tell a seat, inside the deed's own transaction; nobody is told of what they did themselves.

    `once`: what waits there unread in these very words is not said again.
    """
    if seat == by.ref:
        return None
    if once and Notice.objects.filter(seat_ref=seat, kind=kind, about=about, th=th, read_at=None).exists():
        return None
    return Notice.objects.create(seat_ref=seat, kind=kind, about=about, th=th, en=en, path=path, at=clock.now())


def settle(*, by: Actor, about: str, kinds: Collection[str], seats: Collection[str] = ()) -> int:
    """What was asked is done, inside the deed's own transaction: it is read at these seats, or where the deed was done.

    A notice that only tells something is left to be read. Returns how many there were.
    """
    where = [str(one) for one in seats] or [by.ref]
    asked = Notice.objects.filter(seat_ref__in=where, about=about, kind__in=kinds, read_at=None)
    return asked.update(read_at=clock.now())


@transaction.atomic
def mark_read(*, by: Actor, notice: int) -> Notice:
    """Say that one's own notice was read; another seat's is not there."""
    found = Notice.objects.filter(id=notice, seat_ref=by.ref).first()
    if found is None:
        raise NotHere("notices.not_here", "ไม่พบข่าวนี้", "There is no such notice.")
    found.read_at = found.read_at or clock.now()
    found.save(update_fields=["read_at"])
    journal.record(by=by, did="notices.read", to=f"notice:{found.id}")
    return found


@transaction.atomic
def mark_all_read(*, by: Actor) -> int:
    """Say that everything that waits for one's own seat was read; returns how many."""
    read = Notice.objects.filter(seat_ref=by.ref, read_at=None).update(read_at=clock.now())
    if read:
        journal.record(by=by, did="notices.all_read", to=f"seat:{by.ref}", details={"notices": read})
    return read
