"""What must always hold of gatherings; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.gatherings import lottery
from sanam.domain.gatherings.models import Attendance, Draw, Gathering


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("gatherings.heads", "คนที่มาไม่น้อยกว่าคนที่เซ็นชื่อ", "never fewer heads than names", _heads)
    must_hold("gatherings.draws", "ฉลากทุกใบจับซ้ำได้ผลเดิม", "every draw comes out the same again", _draws)


def _heads() -> Iterator[Found]:
    came = Attendance.objects.values_list("gathering", flat=True).distinct().order_by()
    for gathering in Gathering.objects.filter(pk__in=came).order_by("pk"):
        if (gathering.headcount or 0) < gathering.attendances.count():
            ref = gathering.ref
            yield Found(ref, f"{ref} มีชื่อมากกว่าจำนวนคน", f"{ref} has more names than heads.")


def _draws() -> Iterator[Found]:
    for one in Draw.objects.order_by("pk").iterator():
        drawn = lottery.drawn(one.pool, one.wanted, one.seed) if one.drawn_at else []
        if lottery.digest(one.pool) != one.digest or drawn != one.drawn:
            ref = f"draw:{one.pk}"
            yield Found(ref, f"{ref} จับซ้ำแล้วไม่เหมือนเดิม", f"{ref} comes out differently when done again.")
