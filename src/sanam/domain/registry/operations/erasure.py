"""Erasure: a person's values go from everywhere, and a tombstone says that they were here and what law keeps."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Person, SubjectRequest, Tombstone
from sanam.domain.registry.permissions import check_can, check_sees, for_their_rights, not_here
from sanam.domain.registry.rights import behind, going, ledger, marks, stops, wiping
from sanam.domain.registry.rights.words import ErasureGround, Kept, RequestState
from sanam.domain.teams.words import Can

SUB_DISTRICT = 6
"""Digits of a place's code a tombstone keeps, so that a seat's scope reaches it; a village would tell too much."""


@transaction.atomic
def carry_out(*, by: Actor, request: SubjectRequest, ground: str) -> Tombstone:
    """Erase a person whose request another member accepted; the only way back is a backup taken before.

    Raises NotAllowed for the member who accepted it, Refused while something stands in the way (`rights.stops`).
    Afterwards `wipe` overwrites what the database engine still holds of it.
    """
    check_can(by, Can.ERASE_PEOPLE)
    request = SubjectRequest.objects.select_for_update().get(pk=request.pk)
    if request.subject_id is None:
        raise not_here()
    person = Person.objects.select_for_update().get(pk=request.subject_id)
    check_sees(for_their_rights(by), person)
    _check_two_members(by, request)
    _check_ground(ground)
    stops.check_nothing_stops(person, request)
    known = going.known_of(person)
    tombstone = _raise_tombstone(by, request, person, known, ground)
    marks.leave(tombstone, known.people)
    answered = {"state": RequestState.ANSWERED.value, "answered_on": clock.today()}
    SubjectRequest.objects.filter(pk=request.pk).update(**answered)
    behind.empty_requests(known, tombstone)
    going.let_go(by, known, because=f"erasure:{ground}")
    for ref in tombstone.refs:
        journal.record(by=by, did="person.erased", to=ref, because=f"erasure:{ground}")
    transaction.on_commit(lambda: ledger.write(tombstone), robust=True)  # the tick writes what a full disk refused
    return tombstone


@transaction.atomic
def lift(*, by: Actor, tombstone: Tombstone) -> Tombstone:
    """Let files speak of an erased person again, because they came back: the marks go, nothing else comes back."""
    check_can(by, Can.ERASE_PEOPLE)
    if not by.mandate.covers(tombstone.area_code):
        raise not_here()
    tombstone = Tombstone.objects.select_for_update().get(pk=tombstone.pk)
    if tombstone.lifted_at is None:
        take_marks_away(by=by, tombstone=tombstone, at=clock.now())
        transaction.on_commit(lambda: ledger.write(tombstone), robust=True)
    return tombstone


def take_marks_away(*, by: Actor, tombstone: Tombstone, at: datetime) -> None:
    """Inside the deed that lifts a tombstone."""
    tombstone.lifted_at, tombstone.lifted_by_ref = at, by.ref
    tombstone.kept = [one for one in tombstone.kept if one["what"] != Kept.MARK]
    tombstone.save(update_fields=["lifted_at", "lifted_by_ref", "kept"])
    tombstone.marks.all().delete()
    journal.record(by=by, did="tombstone.lifted", to=f"tombstone:{tombstone.pk}")


def wipe(*, by: Actor) -> int:
    """Overwrite what the engine still holds of erased people, outside any transaction; how many tombstones that closes.

    From the minute's timer. Gives up politely while others write, and is tried again the next minute.
    """
    waiting = list(Tombstone.objects.filter(wiped_at=None).order_by("at").values_list("pk", flat=True))
    if not waiting or not wiping.overwritten():
        return 0
    with transaction.atomic():
        Tombstone.objects.filter(pk__in=waiting).update(wiped_at=clock.now())
        journal.record(by=by, did="database.wiped", to="database:default", details={"tombstones": len(waiting)})
    return len(waiting)


def _check_two_members(by: Actor, request: SubjectRequest) -> None:
    if request.said is not RequestState.ACCEPTED:
        raise Refused(
            "registry.erase_not_accepted",
            "ต้องมีคนรับคำขอลบนี้ก่อน แล้วอีกคนหนึ่งจึงลงมือลบ",
            "Somebody has to accept this request first; then another member erases.",
        )
    if not by.member or by.member == request.decided_by_member:
        raise NotAllowed(
            "registry.erase_two_members",
            "คนที่รับคำขอลบเองไม่ได้ ขอให้อีกคนที่มีสิทธิลบเป็นผู้ทำ",
            "Whoever accepted the request cannot carry it out; another member with the right to erase has to.",
        )


def _check_ground(ground: str) -> None:
    if ground not in list(ErasureGround):
        raise BadInput("registry.erase_ground", "เลือกเหตุที่ต้องลบ", "Choose why it has to be erased.")


def _raise_tombstone(by: Actor, request: SubjectRequest, person: Person, known: going.Known, ground: str) -> Tombstone:
    return Tombstone.objects.create(
        refs=[f"person:{one}" for one in known.people],
        area_code=person.area_code[:SUB_DISTRICT],
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
        accepted_by_ref=request.decided_by_ref,
        ground=ground,
        kept=behind.what_is_kept(),
    )
