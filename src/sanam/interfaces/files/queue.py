"""Files that a page takes in: kept privately, queued, and read by whoever works through the queue."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.db import OperationalError, transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.media import operations as media
from sanam.domain.media import queries as kept
from sanam.domain.registry import queries as batches
from sanam.domain.registry.operations import linkage, staged, undo, undo_asked
from sanam.domain.registry.words import BatchState
from sanam.interfaces.files.f43 import intake
from sanam.interfaces.files.lists import intake as lists

if TYPE_CHECKING:
    from sanam.domain.registry.models import Batch

LARGEST = 200 * 1024 * 1024
KEPT_FOR = timedelta(days=7)


def take_in(*, by: Actor, source: BinaryIO, file_name: str, try_only: bool, area: str = "") -> Batch:
    """Keep an export or a list and put it in the queue; raises Refused when the seat reads no files in.

    `area` is where people of a list live of whom no row says.
    """
    kind = lists.KIND if Path(file_name).suffix.lower() != ".zip" else "f43"
    sent = staged.Sent(kind, file_name, _sha256(source), area)
    with transaction.atomic():
        batch = staged.stage(by=by, sent=sent, try_only=try_only)
        media.keep_paper(by=by, source=source, file_name=file_name, owner=batch.ref, most_bytes=LARGEST)
        read_waiting.enqueue(str(batch.pk))
    return batch


def read_again(*, by: Actor, batch: Batch, accept_duplicates: bool) -> Batch:
    """Read in earnest a file that was tried, or turned away for its duplicates."""
    with transaction.atomic():
        batch = staged.again(by=by, batch=batch, accept_duplicates=accept_duplicates)
        read_waiting.enqueue(str(batch.pk))
    return batch


def take_back(*, by: Actor, batch: Batch, because: str) -> Batch:
    """Queue the taking back of a file; raises Refused where it may not be, BadInput without a reason."""
    with transaction.atomic():
        batch = undo_asked.ask(by=by, batch=batch, because=because)
        take_back_asked.enqueue(str(batch.pk))
    return batch


def take_up() -> int:
    """Queue anew what nobody is reading though somebody should; returns how many."""
    left = batches.left_waiting()
    for batch in left:
        read_waiting.enqueue(batch)
    unmade = batches.left_undoing()
    for one in unmade:
        with transaction.atomic():
            undo_asked.asked_anew(by=INSTALLATION, batch=one)
            take_back_asked.enqueue(str(one.pk))
    return len(left) + len(unmade)


def let_go() -> int:
    """Take away the files of a week ago that were tried or turned away, and never read in; returns how many."""
    old = set(kept.owners_before("batch", clock.now() - KEPT_FOR)) - batches.on_their_way()
    with transaction.atomic():
        return sum(media.release(by=INSTALLATION, owner=ref) for ref in sorted(old))


def look_again() -> int:
    """Queue a look for records of one person where files came in since the last; returns how many were queued."""
    if not batches.linkage_due() or _queued(look_for_duplicates.module_path):
        return 0
    look_for_duplicates.enqueue()
    return 1


@task()
def look_for_duplicates() -> int:
    """Look through the register, unless somebody did meanwhile; returns how many pairs were written down.

    When implausibly many would be asked about, that is kept, `sanam doctor` says so, and nothing is written.
    """
    if not batches.linkage_due():
        return 0
    try:
        found = linkage.look_for_duplicates(by=INSTALLATION)
    except Refused:
        return 0
    return found.asked + found.unasked


@task()
def read_waiting(batch_id: str) -> str:
    """Read one waiting file; queued twice it is read once. Returns the state it ends in, empty where not ours."""
    batch = staged.claim(by=INSTALLATION, batch_id=batch_id)
    if batch is None:
        return ""
    try:
        _read(batch)
    except Refused as refusal:
        staged.turn_away(by=INSTALLATION, batch=batch, refusal=refusal)
    except OperationalError:
        raise  # the database was busy or gone: the batch falls silent, and the tick queues it anew
    except Exception:
        staged.turn_away(by=INSTALLATION, batch=batch, refusal=_our_fault())
        raise
    return batch.state


@task()
def take_back_asked(batch_id: str) -> str:
    """Take a file back in the name of who asked; queued twice it is done once. Returns the state it ends in."""
    batch = batches.any_batch(batch_id)
    if not batch.undoing:
        return batch.state
    try:
        undo.take_back(by=batches.sender_of(batch), batch=batch, because=batch.outcome["undoing"]["because"])
    except Refused as refusal:
        undo_asked.give_up(by=INSTALLATION, batch=batch, refusal=refusal)
    except OperationalError:
        raise  # as above: the tick queues it anew
    except Exception:
        undo_asked.give_up(by=INSTALLATION, batch=batch, refusal=_our_fault())
        raise
    return batches.any_batch(batch_id).state


def _read(batch: Batch) -> None:
    by = batches.sender_of(batch)
    path = _paper_of(batch)
    if batch.kind == lists.KIND:
        with lists.opened(by, path, batch.file_name, batch.area) as (_people, reading):
            staged.read(by=by, batch=batch, reading=reading)
    else:
        with intake.opened(path, batch.file_name) as (_export, reading):
            staged.read(by=by, batch=batch, reading=reading)
    if batch.state == BatchState.DONE:
        with transaction.atomic():
            media.release(by=INSTALLATION, owner=batch.ref)


def _paper_of(batch: Batch) -> Path:
    paper = kept.of(INSTALLATION, batch.ref).first()
    if paper is None:
        raise Refused(
            "queue.paper_gone",
            "แฟ้มที่ส่งมาไม่อยู่แล้ว ส่งใหม่อีกครั้งได้",
            "The file that was sent is no longer here; it can be sent again.",
        )
    return kept.path_of(INSTALLATION, paper)


def _queued(task_path: str) -> bool:
    waiting = DBTaskResult.objects.filter(task_path=task_path, status=TaskResultStatus.READY)
    return waiting.exists()


def _sha256(source: BinaryIO) -> str:
    digest = hashlib.sha256()
    while part := source.read(1 << 20):
        digest.update(part)
    source.seek(0)
    return digest.hexdigest()


def _our_fault() -> Refused:
    return Refused(
        "queue.our_fault",
        "ทำกับแฟ้มนี้ไม่จบเพราะระบบของเราเอง ไม่ใช่เพราะแฟ้ม บอกผู้ดูแลระบบของอำเภอ",
        "Working on this file failed on our side, not the file's; please tell whoever runs the district's system.",
    )
