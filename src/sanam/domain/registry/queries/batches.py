"""Files somebody sent: how far they are, what was odd about them, and who is to read them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed, NotHere
from sanam.domain.registry.models import Batch, Problem
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.words import BatchState
from sanam.domain.teams import queries as teams

_UUID = re.compile(r"[0-9a-fA-F-]{32,36}")
SILENT_FOR = timedelta(minutes=5)
"""After this long without a sign of life a reading is taken up by somebody else."""


def batches(actor: Actor, limit: int = 20) -> QuerySet[Batch]:
    """The newest files this seat sent."""
    return Batch.objects.filter(by_ref=actor.ref).order_by("-at")[:limit]


def batch(actor: Actor, batch_id: str) -> Batch:
    """One file this seat sent; raises NotHere for any other."""
    found = Batch.objects.filter(id=batch_id, by_ref=actor.ref).first()
    if found is None:
        raise not_here()
    return found


def any_batch(batch_id: str) -> Batch:
    """One file whoever sent it, for the installation; raises NotHere."""
    found = Batch.objects.filter(id=batch_id).first() if _UUID.fullmatch(batch_id) else None
    if found is None:
        raise NotHere("registry.no_batch", "ไม่มีแฟ้มที่อ่านเข้าเลขนี้", "No file with this id was read in.")
    return found


def problems(batch: Batch, limit: int = 200) -> QuerySet[Problem]:
    """The first lines of a batch's error table."""
    return Problem.objects.filter(batch=batch).order_by("id")[:limit]


def sender_of(batch: Batch) -> Actor:
    """Who sent a file, in the mandate they hold today; raises NotAllowed once they hold that seat no longer."""
    actor = teams.acting(batch.by_member, batch.by_ref, via="queue")
    if actor is None:
        raise NotAllowed(
            "registry.seat_left",
            "ผู้ที่ส่งแฟ้มนี้ไม่ได้อยู่ในที่นั่งเดิมแล้ว จึงยังไม่ได้อ่านเข้า",
            "Whoever sent this file no longer holds that seat, so it was not read in.",
        )
    return actor


def left_waiting() -> list[str]:
    """Files nobody is reading though somebody should: sent a minute ago and more, or their reader fell silent."""
    left = Q(state=BatchState.WAITING, at__lt=clock.now() - timedelta(minutes=1))
    found = Batch.objects.filter(left | silent()).exclude(outcome__has_key="undoing")
    return [str(pk) for pk in found.order_by("at").values_list("pk", flat=True)]


def left_undoing() -> list[Batch]:
    """Files somebody wants back, which nobody took back for as long as a reader may be silent."""
    asked = Batch.objects.filter(outcome__has_key="undoing").order_by("at")
    latest = clock.now() - SILENT_FOR
    return [one for one in asked if datetime.fromisoformat(one.outcome["undoing"]["at"]) < latest]


def on_their_way() -> set[str]:
    """References of files that still wait or are being read."""
    moving = Batch.objects.filter(state__in=(BatchState.WAITING, BatchState.READING))
    return {f"batch:{pk}" for pk in moving.values_list("pk", flat=True)}


def is_silent(batch: Batch) -> bool:
    """Whether whoever reads this file gave no sign of life for long."""
    return batch.touched_at is None or batch.touched_at < clock.now() - SILENT_FOR


def silent() -> Q:
    """Batches whose reader gave no sign of life for long."""
    return Q(state=BatchState.READING, touched_at__lt=clock.now() - SILENT_FOR)
