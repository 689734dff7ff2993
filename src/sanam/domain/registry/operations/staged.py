"""Files that wait: taken in by a page, read by whoever works through the queue, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.incoming import Outcome, Reading
from sanam.domain.registry.intake import report
from sanam.domain.registry.models import Batch
from sanam.domain.registry.operations import files
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.queries.batches import silent
from sanam.domain.registry.words import BATCH_MOVES, BatchState
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Sent:
    """A file somebody sent: its kind, its name as they knew it, its SHA-256, and the place it is about if they said."""

    kind: str
    file_name: str
    sha256: str
    area: str = ""


@transaction.atomic
def stage(*, by: Actor, sent: Sent, try_only: bool) -> Batch:
    """Put a file in the queue; `try_only` reads all of it and keeps nothing, so that one can look first."""
    check_can(by, Can.READ_FILES_IN)
    batch = Batch.objects.create(
        kind=sent.kind,
        file_name=sent.file_name[:255],
        sha256=sent.sha256,
        area=sent.area,
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
        by_member=by.member,
        state=BatchState.WAITING,
        try_only=try_only,
    )
    journal.record(by=by, did="file.sent", to=batch.ref, details={"sha256": sent.sha256})
    return batch


@transaction.atomic
def again(*, by: Actor, batch: Batch, accept_duplicates: bool = False) -> Batch:
    """Read a file that was only tried, or turned away for its duplicates, in earnest."""
    check_can(by, Can.READ_FILES_IN)
    _move(batch, BatchState.WAITING)
    batch.try_only, batch.accept_duplicates, batch.touched_at = False, accept_duplicates, None
    batch.refusal = {}
    batch.save(update_fields=["state", "try_only", "accept_duplicates", "touched_at", "refusal"])
    journal.record(by=by, did="file.sent_again", to=batch.ref, details={"accept_duplicates": accept_duplicates})
    return batch


@transaction.atomic
def claim(*, by: Actor, batch_id: str) -> Batch | None:
    """Take a waiting file, or one whose reader fell silent; None when somebody else is at it or it is done."""
    check_can(by, Can.READ_FILES_IN)
    free = Q(state=BatchState.WAITING) | silent()
    found = Batch.objects.select_for_update().filter(free, pk=batch_id).first()
    if found is not None:
        found.state, found.touched_at = BatchState.READING.value, clock.now()
        found.save(update_fields=["state", "touched_at"])
    return found


def read(*, by: Actor, batch: Batch, reading: Reading) -> Outcome:
    """Read a claimed file, for real or only to see what it would do."""
    _, outcome = files.read_in(
        by=by, reading=reading, dry_run=batch.try_only, accept_duplicates=batch.accept_duplicates, batch=batch
    )
    if batch.try_only:
        _keep_the_try(batch, outcome, reading)
    _tell_who_sent(batch)
    return outcome


@transaction.atomic
def turn_away(*, by: Actor, batch: Batch, refusal: Refused) -> Batch:
    """Keep why a file was not read in, for whoever sent it."""
    batch.refresh_from_db(fields=["state"])  # what a reading that failed had in mind was never kept
    _move(batch, BatchState.REFUSED)
    batch.refusal = {"code": refusal.code, "th": refusal.th, "en": refusal.en}
    batch.save(update_fields=["state", "refusal"])
    journal.record(by=by, did="file.turned_away", to=batch.ref, details={"code": refusal.code})
    _tell_who_sent(batch)
    return batch


@transaction.atomic
def _keep_the_try(batch: Batch, outcome: Outcome, reading: Reading) -> None:
    batch.problems.all().delete()
    report.list_problems(batch, outcome)
    batch.outcome, batch.state = report.told(outcome) | reading.notes, BatchState.TRIED.value
    batch.save(update_fields=["outcome", "state", "rows", "rows_done"])


def _tell_who_sent(batch: Batch) -> None:
    state = BatchState(batch.state)
    notices.tell(
        by=INSTALLATION,
        seat=batch.by_ref,
        kind=f"file.{state}",
        about=batch.ref,
        th=f"{batch.file_name[:120]} {state.th}",
        en=f"{batch.file_name[:120]}: {state.en}",
        path=f"/imports/{batch.pk}/",
    )


def _move(batch: Batch, to: BatchState) -> None:
    state = BatchState(batch.state)
    if to not in BATCH_MOVES[state]:
        raise Refused(
            "registry.batch_state",
            f"แฟ้มนี้{state.th}แล้ว จึงทำสิ่งนี้ไม่ได้",
            f"This file is already {state.en}, so that cannot be done.",
            status=409,
        )
    batch.state = to.value
