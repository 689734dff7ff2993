"""What must always hold of gatherings; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.gatherings import lottery
from sanam.domain.gatherings.models import Approval, Attendance, Draw, Gathering
from sanam.domain.gatherings.queries.reports import report
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import queries as journal


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("gatherings.heads", "คนที่มาไม่น้อยกว่าคนที่เซ็นชื่อ", "never fewer heads than names", _heads)
    must_hold("gatherings.draws", "ฉลากทุกใบจับซ้ำได้ผลเดิม", "every draw comes out the same again", _draws)
    must_hold("gatherings.reports", "รายงานที่รับรองแล้วไม่เปลี่ยน", "an approved report says what it said", _reports)
    must_hold("gatherings.approved", "รายงานที่รับรองมีผู้รับรอง", "an approved report was approved by somebody", _approved)


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


def _reports() -> Iterator[Found]:
    """Each approved report against its digest, and that against the one in the journal."""
    for approval in Approval.objects.select_related("gathering").order_by("id").iterator():
        gathering = approval.gathering
        told = [details["sha256"] for _entry, details in _entries(gathering) if "sha256" in details]
        if gathering.stage != Stage.APPROVED or {report(gathering).digest, *told} != {approval.digest}:
            ref = gathering.ref
            yield Found(ref, f"รายงานของ {ref} ไม่ตรงกับที่รับรองไว้", f"The report of {ref} is not what was approved.")


def _approved() -> Iterator[Found]:
    alone = Gathering.objects.filter(stage=Stage.APPROVED, digest=None, approval=None)
    for gathering in alone.order_by("id").iterator():
        ref = gathering.ref
        yield Found(ref, f"{ref} รับรองแล้วแต่ไม่มีผู้รับรอง", f"{ref} is approved, and nobody approved it.")


def _entries(gathering: Gathering) -> list[tuple[Any, dict[str, Any]]]:
    return [pair for pair in journal.told_about([gathering.ref]) if pair[0].did == "gathering.approved"]
