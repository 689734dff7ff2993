"""Taking a file back, asked from a page: it waits in the queue, for it may take longer than anybody watches a page."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Batch
from sanam.domain.registry.operations import undo
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can


@transaction.atomic
def ask(*, by: Actor, batch: Batch, because: str) -> Batch:
    """Say that a file is to be taken back, and why; raises Refused where it may not be, or was asked already."""
    check_can(by, Can.READ_FILES_IN)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    found = undo.locked(by=by, batch=batch)
    if found.undoing:
        raise Refused(
            "registry.undoing",
            "กำลังเอาแฟ้มนี้คืนอยู่ เสร็จแล้วจะมีข่าวในหน้าวันนี้",
            "This file is being taken back already; Today will say when it is done.",
            status=409,
        )
    found.outcome |= {"undoing": {"at": clock.now().isoformat(), "because": because.strip()[:300]}}
    found.save(update_fields=["outcome"])
    journal.record(by=by, did="file.take_back_asked", to=found.ref)
    return found


@transaction.atomic
def asked_anew(*, by: Actor, batch: Batch) -> None:
    """Nobody did it so far: it is put in the queue once more, and counts from now."""
    check_can(by, Can.READ_FILES_IN)
    found = Batch.objects.select_for_update().get(pk=batch.pk)
    if found.undoing:
        found.outcome["undoing"]["at"] = clock.now().isoformat()
        found.save(update_fields=["outcome"])


@transaction.atomic
def give_up(*, by: Actor, batch: Batch, refusal: Refused) -> None:
    """It could not be taken back: whoever sent it hears why, and the file stands as it did."""
    check_can(by, Can.READ_FILES_IN)
    found = Batch.objects.select_for_update().get(pk=batch.pk)
    if not found.undoing:
        return
    del found.outcome["undoing"]
    found.save(update_fields=["outcome"])
    journal.record(by=by, did="file.not_taken_back", to=found.ref, details={"code": refusal.code})
    notices.tell(
        by=INSTALLATION,
        seat=found.by_ref,
        kind="file.not_undone",
        about=found.ref,
        th=f"ยังเอา {found.file_name[:120]} คืนไม่ได้: {refusal.th}",
        en=f"{found.file_name[:120]} was not taken back: {refusal.en}",
        path=f"/imports/{found.pk}/",
    )
