"""Taking a file back: what it did is undone, what somebody did since stays and is listed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from sanam.domain.foundation.actor import INSTALLATION, Actor, ActorKind
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.intake.footprints import STAMPS, as_written
from sanam.domain.registry.intake.writing import garbage_seldom_collected
from sanam.domain.registry.models import Batch, Change, Footprint, Household, HouseKey, Person, SourceRow
from sanam.domain.registry.permissions import check_can, not_here
from sanam.domain.registry.takeback import foreseeing, leaving, returning, speaking
from sanam.domain.registry.takeback.foreseeing import Foreseen, may_be_taken_back
from sanam.domain.registry.takeback.returning import Returning, at_once
from sanam.domain.registry.words import BatchState
from sanam.domain.teams.words import Can

__all__ = ["Foreseen", "foresee", "may_be_taken_back", "take_back"]

LISTED = 1_000
"""Kept facts a batch lists; all of them are counted."""


def take_back(*, by: Actor, batch: Batch, because: str = "", dry_run: bool = False) -> Foreseen:
    """Take a batch back in one transaction; a dry run does all of it and keeps nothing.

    People it brought and nobody touched since go away, values it changed return, source rows it replaced speak again.
    Facts changed since by a hand or a later file stay, and are listed. Raises Refused when it was taken back before or
    was never read in.
    """
    check_can(by, Can.READ_FILES_IN)
    with garbage_seldom_collected(), transaction.atomic():
        batch = locked(by=by, batch=batch)
        foreseen = foreseeing.of(batch)
        _undo(batch, foreseen)
        _close(by, batch, foreseen, because)
        if dry_run:
            transaction.set_rollback(True)
    return foreseen


def foresee(*, by: Actor, batch: Batch) -> Foreseen:
    """What taking a batch back would do; reads only. Raises Refused as `take_back` does."""
    check_can(by, Can.READ_FILES_IN)
    return foreseeing.of(_checked(by, batch))


def locked(*, by: Actor, batch: Batch) -> Batch:
    """Inside a deed: the batch as it is now, held; raises Refused where it may not be taken back."""
    return _checked(by, Batch.objects.select_for_update().get(pk=batch.pk))


def _checked(by: Actor, found: Batch) -> Batch:
    if by.kind is not ActorKind.INSTALLATION and found.by_ref != by.ref:
        raise not_here()
    if not may_be_taken_back(found):
        raise Refused(
            "registry.not_to_undo",
            f"แฟ้มนี้{found.said.th} จึงไม่มีอะไรให้เอาคืน",
            f"This file is {found.said.en}, so there is nothing to take back.",
        )
    return found


def _undo(batch: Batch, foreseen: Foreseen) -> None:
    gone = set(leaving.people(batch, foreseen.heard_again).values_list("pk", flat=True))
    speaking.hand_over(foreseen.heard_again)
    told_of = speaking.told_of_since(batch)
    returned = _put_back(foreseen.returning, residences=False)
    speaking.fall_silent(batch)
    for model in leaving.BROUGHT:
        leaving.rows(batch, model).delete()
    _put_back(foreseen.returning, residences=True)
    for some in at_once(sorted(gone, key=str)):
        Person.objects.filter(pk__in=some).delete()
    foreseen.houses = _empty_houses(batch)
    _forget_changes(batch, foreseen)
    brought = set(Person.objects.filter(batch=batch).values_list("pk", flat=True))
    remaining = {other: [one for one in people if one not in gone] for other, people in told_of.items()}
    _give_to_who_holds(batch)
    batch.footprints.all().delete()
    speaking.settle_anew(remaining, brought)
    speaking.index_anew({*returned, *(one for people in remaining.values() for one in people)} - gone)


def _put_back(found: Returning, *, residences: bool) -> set[Any]:
    """Write what returns; gives back the people it is about. Residences wait until those of the batch have left."""
    people: set[Any] = set()
    for table, rows in found.back.items():
        if (table == "residence") is residences:
            people |= _put_back_rows(table, rows)
    if not residences:
        mended = {one.pk: one for one in found.mended}
        Footprint.objects.bulk_update(mended.values(), ["before", "after"], batch_size=500)
    return people


def _put_back_rows(table: str, rows: dict[str, dict[str, Any]]) -> set[Any]:
    if table == STAMPS:
        _put_back_stamps({int(key): stamp for stamps in rows.values() for key, stamp in stamps.items()})
        return set()
    model = returning.model_of(table)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    people = set()
    for some in at_once(rows):
        found = list(model._base_manager.filter(pk__in=some))
        _only_standing_houses(rows, some)
        for row in found:
            for column, kept in rows[str(row.pk)].items():
                setattr(row, column, as_written(fields[column], kept))
        columns = {column for key in some for column in rows[key]}
        model._base_manager.bulk_update(found, [fields[column].name for column in columns], batch_size=500)
        people |= {row.pk if isinstance(row, Person) else getattr(row, "person_id", None) for row in found}
        if model is Household:
            people |= set(Person.objects.filter(household__in=some).values_list("pk", flat=True))
    return people - {None}


def _only_standing_houses(rows: dict[str, dict[str, Any]], some: list[str]) -> None:
    """Nobody returns to a house that went away with the file that brought it."""
    wanted = {row: str(rows[row]["household_id"]) for row in some if rows[row].get("household_id")}
    standing = set(map(str, Household.objects.filter(pk__in=set(wanted.values())).values_list("pk", flat=True)))
    for row, house in wanted.items():
        if house not in standing:
            rows[row]["household_id"] = None


def _put_back_stamps(stamps: dict[int, str]) -> None:
    for some in at_once(stamps):
        rows = list(SourceRow.objects.filter(pk__in=some).defer("sealed"))
        for row in rows:
            row.stamped_at = stamps[row.pk]
        SourceRow.objects.bulk_update(rows, ["stamped_at"], batch_size=500)


def _empty_houses(batch: Batch) -> int:
    """The batch's own numbers for houses that stay, and its houses in which nobody is left."""
    HouseKey.objects.filter(batch=batch).exclude(household__batch=batch).delete()
    houses = list(leaving.houses(batch).values_list("pk", flat=True))
    for some in at_once(houses):
        Household.objects.filter(pk__in=some).delete()
    return len(houses)


def _give_to_who_holds(batch: Batch) -> None:
    """What stays is from now on of the later file that holds to it, or of nobody's file but a hand's."""
    Person.objects.filter(batch=batch).update(batch=leaving.owner_of_a_person(batch))
    Household.objects.filter(batch=batch).update(batch=leaving.owner_of_a_house(batch))
    home = Household.objects.filter(pk=OuterRef("household")).values("batch")
    HouseKey.objects.filter(batch=batch).update(batch=Subquery(home))
    for model in leaving.BROUGHT:
        model._base_manager.filter(batch=batch).update(batch=None)


def _forget_changes(batch: Batch, foreseen: Foreseen) -> None:
    """What the batch changed and has returned needs no history; what stays keeps its own."""
    stays = {(one.person, one.what) for one in foreseen.kept}
    changes = Change.objects.filter(batch=batch).values_list("pk", "person", "field")
    returned = [pk for pk, person, name in changes if (str(person), name) not in stays]
    for some in at_once(returned):
        Change.objects.filter(pk__in=some).delete()


def _close(by: Actor, batch: Batch, foreseen: Foreseen, because: str) -> None:
    told = {"people": foreseen.people, "houses": foreseen.houses, "values": foreseen.values, "kept": len(foreseen.kept)}
    listed = [asdict(one) for one in foreseen.kept[:LISTED]]
    outcome = {name: value for name, value in batch.outcome.items() if name != "undoing"}
    batch.state, batch.outcome = BatchState.UNDONE.value, outcome | {"undone": {**told, "list": listed}}
    batch.step = 0  # a reader that wakes up finds that its pieces are gone, and stops
    batch.save(update_fields=["state", "outcome", "step"])
    journal.record(by=by, did="file.taken_back", to=batch.ref, details=told, because=because.strip()[:300])
    if batch.by_member:
        notices.tell(
            by=INSTALLATION,
            seat=batch.by_ref,
            kind="file.undone",
            about=batch.ref,
            th=f"{batch.file_name[:120]} {BatchState.UNDONE.th}",
            en=f"{batch.file_name[:120]}: {BatchState.UNDONE.en}",
            path=f"/imports/{batch.pk}/",
        )
