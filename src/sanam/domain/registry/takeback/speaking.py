"""Who speaks once a batch is silent: the rows it replaced, and for those a later file told of, what that file says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.incoming import FILE_FIELDS
from sanam.domain.registry.intake import source_rows, winners
from sanam.domain.registry.intake.settling import Settling
from sanam.domain.registry.models import Batch, Change, Confirmation, Person, SourceRow
from sanam.domain.registry.takeback import leaving
from sanam.domain.registry.takeback.returning import at_once
from sanam.domain.registry.words import FIELD_NAMES, NO_NAME, BatchState, Life

_KEY = ("file", "hospital", "key")


def hand_over(heard_again: Mapping[int, Any]) -> None:
    """What a later file said again is that file's word."""
    by_batch: dict[Any, list[int]] = defaultdict(list)
    for row, later in heard_again.items():
        by_batch[later].append(row)
    for later, rows in by_batch.items():
        for some in at_once(rows):
            SourceRow.objects.filter(pk__in=some).update(batch=later)


def fall_silent(batch: Batch) -> None:
    """Let go of what a batch said; what it replaced is current again.

    Rows about people who are held stay, silent: a hospital's number for somebody is known again by them.
    """
    same = {name: OuterRef(name) for name in _KEY}
    older = SourceRow.objects.filter(**same, current=False).exclude(batch=batch)
    older = older.exclude(batch__state=BatchState.UNDONE).order_by("-id")
    silenced = SourceRow.objects.filter(batch=batch, current=True)
    again = list(silenced.annotate(older=Subquery(older.values("id")[:1])).exclude(older=None).values_list("older"))
    said = SourceRow.objects.filter(batch=batch)
    said.filter(current=True).update(current=False)
    gone = said.exclude(person__in=leaving.held(batch).values("pk"), file=source_rows.FILE)
    for some in at_once(list(gone.order_by("id").values_list("id", flat=True))):
        SourceRow.objects.filter(pk__in=some).delete()
    for some in at_once(row for (row,) in again):
        SourceRow.objects.filter(pk__in=some).update(current=True)


def told_of_since(batch: Batch) -> dict[Any, list[Any]]:
    """People this batch brought or speaks of whom a later file tells of too, by the newest such file."""
    first = batch.source_rows.order_by("id").values_list("id", flat=True).first() or 0
    ours = SourceRow.objects.filter(person=OuterRef("person"), batch=batch, file=source_rows.FILE)
    later = SourceRow.objects.filter(file=source_rows.FILE, current=True, id__gt=first).exclude(batch=batch)
    about = Q(Exists(ours)) | Q(person__batch=batch)
    newest = dict(later.filter(about).order_by("id").values_list("person", "batch"))
    found: dict[Any, list[Any]] = defaultdict(list)
    for person, other in newest.items():
        found[other].append(person)
    return found


def settle_anew(told_of: Mapping[Any, Iterable[Any]], brought: Collection[Any]) -> None:
    """Let the rows that remain settle these people, in the name of the file that told of them last."""
    batches = Batch.objects.in_bulk(list(told_of))
    for other, people in told_of.items():
        for some in at_once(people):
            known = Person.objects.select_related("household").in_bulk(some)
            speaking: dict[Any, list[Any]] = {pk: [] for pk in known}
            settled = Settling(batches[other], known, {}, speaking)
            settled.settle()
            settled.write()
            _forget_what_only_it_said([one for one in known.values() if one.pk in brought])


def index_anew(people: Iterable[Any]) -> None:
    """People whose values returned are found by them again, and a form opened meanwhile notices."""
    for some in at_once(people):
        found = list(Person.objects.filter(pk__in=some).select_related("household"))
        for person in found:
            if person.household and person.household.area_code:
                person.area_code = person.household.area_code
            names.index(person, person.household.house_no if person.household else "")
            person.version += 1
            person.updated_at = clock.now()
        columns = ["area_code", "search_text", "sort_key", "version", "updated_at"]
        Person.objects.bulk_update(found, columns, batch_size=500)


def _forget_what_only_it_said(people: list[Person]) -> None:
    """Values of people the batch brought which no row that remains says, and no hand."""
    pks = [person.pk for person in people]
    said = source_rows.others(pks, ())
    seen = set(Confirmation.objects.filter(person__in=pks).values_list("person", "fact"))
    by_hand = set(Change.objects.filter(person__in=pks, batch=None).values_list("person", "field"))
    fallen_back = {"given": NO_NAME, "life": Life.ALIVE.value}
    for person in people:
        now = winners.settle(said[person.pk])
        for name in FILE_FIELDS:
            known = (person.pk, FIELD_NAMES[name][2].value) in seen or (person.pk, name) in by_hand
            if not now[name] and not known:
                setattr(person, name, fallen_back.get(name, ""))
    Person.objects.bulk_update(people, FILE_FIELDS, batch_size=500)
