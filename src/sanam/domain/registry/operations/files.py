"""Files: read in whole or piece by piece, with what each row said kept beside what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.incoming import Outcome, Reading
from sanam.domain.registry.intake import report
from sanam.domain.registry.intake.pieces import Piece, pieces
from sanam.domain.registry.intake.writing import garbage_seldom_collected, tell_the_engine
from sanam.domain.registry.models import Batch, Person
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.rights import marks
from sanam.domain.registry.words import BatchState
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

ONE_PIECE: int = 10 * settings.FILE_PIECE_ROWS
"""Rows up to which a file is one transaction; a longer one lets others work between its pieces."""
TELL_THE_ENGINE_FROM = 500
"""Rows from which the engine counts its tables anew, so that it finds its way about them."""
JUDGED_FROM = 100
"""People from which a share of duplicates says something."""

__all__ = ["Reading", "read_in"]


def read_in(
    *,
    by: Actor,
    reading: Reading,
    dry_run: bool = False,
    accept_duplicates: bool = False,
    batch: Batch | None = None,
) -> tuple[Batch, Outcome]:
    """Read a file into the registry; a dry run does all of it and keeps nothing.

    A short file is kept whole or not at all. A long one is kept piece by piece, and a reading cut short goes on
    where it stopped when the same file comes again. The same file twice changes nothing: rows already said are
    recognised by what they say. Raises Refused when implausibly many rows carry somebody else's number.
    """
    check_can(by, Can.READ_FILES_IN)
    if not reading.listed:  # the places of a list are looked at row by row
        _check_own_hospitals(by, reading.hospitals)
    with garbage_seldom_collected():
        if dry_run or reading.rows <= ONE_PIECE:
            read = _whole(by, batch, reading, dry_run=dry_run, accept_duplicates=accept_duplicates)
        else:
            read = _piece_by_piece(by, batch or _cut_short(by, reading), reading, accept_duplicates)
    if reading.rows >= TELL_THE_ENGINE_FROM and not dry_run:
        tell_the_engine()
    return read


def _whole(
    by: Actor, batch: Batch | None, reading: Reading, *, dry_run: bool, accept_duplicates: bool
) -> tuple[Batch, Outcome]:
    outcome, done = Outcome(), 0
    with transaction.atomic():
        batch = batch or _begun(by, reading)
        for rows, piece in pieces(by, batch, marks.without_erased(reading, outcome)):
            piece(outcome)
            _check_plausible(outcome, accept_duplicates)
            reading.progress(done := min(done + rows, reading.rows))
        _finish(by, batch, reading, outcome)
        if dry_run:
            transaction.set_rollback(True)
    return batch, outcome


def _piece_by_piece(by: Actor, batch: Batch | None, reading: Reading, accept_duplicates: bool) -> tuple[Batch, Outcome]:
    batch = batch or _begun(by, reading)
    outcome = _so_far(batch) if batch.step else Outcome()
    done = 0
    wanted = marks.without_erased(reading, outcome)
    for number, (rows, piece) in enumerate(pieces(by, batch, wanted), start=1):
        done = min(done + rows, reading.rows)  # a row that is read and kept is one row
        if number > batch.step:
            _keep_piece(batch, number, done, piece, outcome, accept_duplicates)
        reading.progress(done)
    with transaction.atomic():
        _finish(by, batch, reading, outcome)
    return batch, outcome


def _so_far(batch: Batch) -> Outcome:
    """What the parts kept before came to; who was new or changed then is known by the rows, and counts once."""
    outcome = Outcome(**batch.outcome["so_far"])
    outcome.before = {"unchanged": outcome.before.get("unchanged", 0)}
    outcome.met("new", Person.objects.filter(batch=batch).values_list("pk", flat=True).iterator())
    changed = batch.footprints.filter(table="person", after__has_key="version")
    outcome.met("changed", changed.values_list("person", flat=True).iterator())
    return outcome


@transaction.atomic
def _keep_piece(batch: Batch, number: int, done: int, piece: Piece, outcome: Outcome, accept_duplicates: bool) -> None:
    """One piece and the mark that it is kept, together; whoever else is reading the same file waits, and then stops."""
    ours = Batch.objects.filter(pk=batch.pk, step=number - 1)
    if not ours.update(step=number, state=BatchState.READING, rows_done=done, touched_at=clock.now()):
        raise Refused(
            "registry.read_by_another",
            "มีอีกคนกำลังอ่านแฟ้มเดียวกันนี้อยู่ รอให้เสร็จก่อน",
            "Somebody else is reading this same file in; wait until that is done.",
            status=409,
        )
    piece(outcome)
    _check_plausible(outcome, accept_duplicates)
    batch.step, batch.rows_done, batch.outcome = number, done, {"so_far": outcome.so_far()}
    Batch.objects.filter(pk=batch.pk).update(outcome=batch.outcome)


def _begun(by: Actor, reading: Reading) -> Batch:
    return Batch.objects.create(
        kind=reading.kind,
        file_name=reading.file_name,
        sha256=reading.sha256,
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
        by_member=by.member,
        state=BatchState.READING,
        rows=reading.rows,
    )


def _cut_short(by: Actor, reading: Reading) -> Batch | None:
    """A reading of this very file that was begun and never ended."""
    begun = Batch.objects.filter(kind=reading.kind, sha256=reading.sha256, by_ref=by.ref)
    begun = begun.filter(Q(step__gt=0) | Q(state=BatchState.READING))
    return begun.exclude(state__in=(BatchState.DONE, BatchState.UNDONE)).order_by("at").first()


def _finish(by: Actor, batch: Batch, reading: Reading, outcome: Outcome) -> None:
    outcome.problems = reading.problems(outcome)
    report.list_problems(batch, outcome)
    batch.outcome = report.told(outcome) | reading.notes
    batch.state, batch.rows, batch.rows_done = BatchState.DONE.value, reading.rows, reading.rows
    batch.save(update_fields=["outcome", "state", "rows", "rows_done"])
    journal.record(by=by, did="file.read_in", to=batch.ref, details={"sha256": reading.sha256, **batch.outcome})


def _check_plausible(outcome: Outcome, accept: bool) -> None:
    """A file in which a column slipped would make every other person a duplicate: stop, and ask."""
    people, conflicts = sum(outcome.people.values()), len(outcome.number_conflicts)
    most = parameters.values()["files.most_duplicates"].value
    if not accept and people >= JUDGED_FROM and conflicts > most * people:
        raise Refused(
            "registry.many_duplicates",
            f"มี {conflicts} แถวที่เลขบัตรตรงกับคนอื่นแต่ข้อมูลไม่ตรง มากผิดปกติ จึงหยุดไว้ก่อน ถ้าดูแล้วว่าแฟ้มถูก ให้ยืนยันแล้วอ่านอีกครั้ง",
            f"{conflicts} rows carry the number of somebody else. That is implausibly many,"
            " so the reading stopped; if the file is right, say so and read it again.",
            status=409,
            details={"conflicts": conflicts, "people": people},
        )


def _check_own_hospitals(by: Actor, hospitals: frozenset[str]) -> None:
    """A seat reads in the files of hospitals within its areas only; the installation reads in any."""
    if by.kind is ActorKind.INSTALLATION:
        return
    ours = {code for code, area in teams.hospitals().items() if by.mandate.covers(area)}
    if not hospitals or hospitals - ours:
        raise NotAllowed(
            "registry.other_hospital",
            "แฟ้มนี้มาจากหน่วยบริการนอกพื้นที่ของที่นั่งนี้ จึงนำเข้าไม่ได้",
            "This file comes from a hospital outside this seat's area, so it was not read in.",
        )
