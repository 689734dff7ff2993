"""What taking a batch back will do, told before it is done: reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

from sanam.domain.registry.models import (
    Batch,
    Change,
    Conflict,
    Duplicate,
    GroupMembership,
    Person,
    Residence,
    SourceRow,
)
from sanam.domain.registry.queries.batches import is_silent
from sanam.domain.registry.takeback import leaving, returning
from sanam.domain.registry.takeback.returning import Returning, Stays
from sanam.domain.registry.words import BATCH_MOVES, FIELD_NAMES, BatchState

_OF_A_TABLE = {"identifier": "national_id", "residence": "residence", "groupmembership": "group"}
_UNTOLD = {"household", "stamps", "villagefact"}
_BY_HAND: tuple[tuple[type[Any], str, str], ...] = (
    (GroupMembership, "person", "group"),
    (Residence, "person", "residence"),
    (Conflict, "person", "conflict"),
    (Duplicate, "second", "duplicate"),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that stays although the file is taken back: of whom, what, who holds to it, since when.

    `what` is a field of a person, or "person", "group", "residence", "conflict", "duplicate"; `why` is "hand" or
    "file", `by` the label of the hand or the file's name, `on` ISO; both may be empty where nobody wrote it down.
    """

    person: str
    what: str
    why: str
    by: str = ""
    on: str = ""


@dataclass(slots=True)
class Foreseen:
    """How many people and houses go away, how many values return, and what is kept."""

    people: int
    values: int
    kept: list[Kept]
    returning: Returning
    heard_again: dict[int, Any]
    houses: int = field(default=0)


def may_be_taken_back(batch: Batch) -> bool:
    """Whether it was read in, or a part of it was and nobody is at it any more."""
    if BatchState.UNDONE not in BATCH_MOVES[batch.said]:
        return False
    return batch.said is BatchState.DONE or (batch.step > 0 and (not batch.on_its_way or is_silent(batch)))


def of(batch: Batch) -> Foreseen:
    """What will go, return and stay."""
    heard_again = returning.heard_again(batch)
    back = returning.of(batch)
    _leave_closed(batch, back)
    going = leaving.people(batch, heard_again)
    staying = Person.objects.filter(batch=batch).exclude(pk__in=going.values("pk"))
    values = sum(
        len(columns) for table in back.back if table != returning.STAMPS for columns in back.back[table].values()
    )
    kept = [*_people(batch, staying, heard_again), *_columns(back.stays), *_rows(batch, going)]
    return Foreseen(going.count(), values, list(dict.fromkeys(kept)), back, heard_again)


def _leave_closed(batch: Batch, back: Returning) -> None:
    """A residence lasts again only where nobody said since that the person is elsewhere."""
    reopened = [int(row) for row, columns in back.back["residence"].items() if columns.get("to_on") == ""]
    found = [one for some in returning.at_once(reopened) for one in Residence.objects.filter(pk__in=some)]
    people = {one.person_id for one in found}
    gone = (
        set(leaving.rows(batch, Residence).filter(person__in=people).values_list("pk", flat=True)) if people else set()
    )
    for one in found:
        if one.pk in returning.clashes(found, gone):
            del back.back["residence"][str(one.pk)]
            back.stays.append(Stays(one.person_id, "residence", str(one.pk), "to_on", None))


def _people(batch: Batch, staying: QuerySet[Person], heard_again: Mapping[int, Any]) -> Iterable[Kept]:
    by_file = {
        person: (name, at)
        for person, name, at in SourceRow.objects.filter(person__in=staying)
        .exclude(batch=batch)
        .order_by("id")
        .values_list("person", "batch__file_name", "batch__at")
    }
    files = Batch.objects.in_bulk(set(heard_again.values()))
    again = SourceRow.objects.filter(pk__in=list(heard_again), person__isnull=False).values_list("pk", "person")
    by_file |= {person: (files[heard_again[row]].file_name, files[heard_again[row]].at) for row, person in again}
    for person in staying.order_by("sort_key", "id").values_list("pk", flat=True):
        name, at = by_file.get(person, ("", None))
        yield Kept(str(person), "person", "file" if name else "hand", name, _day(at) if at else "")


def _columns(stays: list[Stays]) -> Iterable[Kept]:
    told = [one for one in stays if one.person and one.table not in _UNTOLD]
    files = Batch.objects.in_bulk([one.since for one in told if one.since])
    hands: dict[tuple[Any, str], Change] = {}
    people = {one.person for one in told if not one.since}
    for some in returning.at_once(people):
        for change in Change.objects.filter(person__in=some, batch=None).order_by("id"):
            hands[change.person_id, change.field] = change
    for one in told:
        what = _OF_A_TABLE.get(one.table, one.column if one.column in FIELD_NAMES else one.table)
        if one.since:
            batch = files[one.since]
            yield Kept(str(one.person), what, "file", batch.file_name, _day(batch.at))
        else:
            hand = hands.get((one.person, what))
            by, on = (hand.by_label, _day(hand.at)) if hand else ("", "")
            yield Kept(str(one.person), what, "hand", by, on)


def _rows(batch: Batch, going: QuerySet[Person]) -> Iterable[Kept]:
    for model, column, what in _BY_HAND:
        by_hand = model.objects.filter(leaving.by_a_hand(model), batch=batch)
        for person in (
            by_hand.exclude(**{f"{column}__in": going.values("pk")}).order_by("id").values_list(column, flat=True)
        ):
            yield Kept(str(person), what, "hand")


def _day(at: datetime) -> str:
    return localtime(at).date().isoformat()
