"""Values a batch changed: which return to what they were, and which stay because they were changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model

from sanam.domain.registry.intake.footprints import STAMPS, as_kept
from sanam.domain.registry.models import Batch, Footprint, Residence, SourceRow
from sanam.domain.registry.takeback.chains import take_out

AT_ONCE = 2_000
T = TypeVar("T")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stays:
    """A column of a row that stays as it is; `since` is the later batch that changed it, None for a hand."""

    person: Any
    table: str
    row: str
    column: str
    since: Any


@dataclass(slots=True)
class Returning:
    """By table and row the columns that return; what stays; footprints of later batches that were mended."""

    back: dict[str, dict[str, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))
    stays: list[Stays] = field(default_factory=list)
    mended: list[Footprint] = field(default_factory=list)


def of(batch: Batch) -> Returning:
    """What returns when this batch is taken back; reads only."""
    found = Returning()
    keys = batch.footprints.order_by("table", "row").values_list("table", "row").distinct()
    for some in at_once(keys.iterator()):
        prints = _prints_on(some)
        rows = _now(prints)
        for key, chain in prints.items():
            if key not in rows:
                continue  # the row itself is gone since
            person = chain[0].person_id
            back, stays, mended = take_out(chain, batch.pk, rows[key])
            if back:
                found.back[key[0]][key[1]] = back
            found.stays += (Stays(person, *key, column, since) for column, since in stays.items())
            found.mended += mended
    return found


def at_once(things: Iterable[T]) -> Iterator[list[T]]:
    """Things in parts, so that no statement carries too many of them."""
    things = iter(things)
    while some := list(islice(things, AT_ONCE)):
        yield some


def heard_again(batch: Batch) -> dict[int, Any]:
    """Source rows of this batch that a later one said again: {row: the batch that said it last}."""
    hospitals = batch.source_rows.values_list("hospital", flat=True).distinct()
    ours = batch.source_rows.order_by("id").values_list("id", flat=True).first() or 0
    later = Footprint.objects.filter(table=STAMPS, row__in=list(hospitals)).exclude(batch=batch)
    said = {int(row): one.batch_id for one in later.order_by("id") for row in one.after if int(row) >= ours}
    known = set(batch.source_rows.values_list("id", flat=True)) if said else set()
    return {row: other for row, other in said.items() if row in known}


def model_of(table: str) -> type[Model]:
    """The model whose rows a footprint speaks of."""
    return SourceRow if table == STAMPS else apps.get_model("registry", table)


def _prints_on(keys: Iterable[Key]) -> dict[Key, list[Footprint]]:
    found: dict[Key, list[Footprint]] = defaultdict(list)
    wanted = set(keys)
    tables, rows = {table for table, _ in wanted}, {row for _, row in wanted}
    for one in Footprint.objects.filter(table__in=tables, row__in=rows).order_by("id"):
        if (one.table, one.row) in wanted:
            found[one.table, one.row].append(one)
    return found


def _now(prints: dict[Key, list[Footprint]]) -> dict[Key, dict[str, Any]]:
    """What stands in each row now, as footprints keep values."""
    return {key: values for table in {table for table, _ in prints} for key, values in _rows_now(table, prints)}


def _rows_now(table: str, prints: dict[Key, list[Footprint]]) -> Iterator[tuple[Key, dict[str, Any]]]:
    chains = {row: chain for (one, row), chain in prints.items() if one == table}
    if table == STAMPS:
        keys = {int(key) for chain in chains.values() for one in chain for key in one.after}
        stamps = dict(SourceRow.objects.filter(pk__in=keys).values_list("pk", "stamped_at"))
        for row, chain in chains.items():
            yield (table, row), {key: stamps.get(int(key)) for one in chain for key in one.after}
        return
    columns = sorted({name for chain in chains.values() for one in chain for name in one.after})
    for values in model_of(table)._base_manager.filter(pk__in=list(chains)).values("pk", *columns):
        yield (table, str(values.pop("pk"))), {name: as_kept(value) for name, value in values.items()}


def clashes(reopened: Iterable[Residence], leaving: set[Any]) -> set[Any]:
    """Residences that cannot last again: the person lives, or is registered, elsewhere by somebody's word since."""
    found = list(reopened)
    open_now: dict[Any, list[Residence]] = defaultdict(list)
    for one in Residence.objects.filter(person__in={one.person_id for one in found}, to_on=""):
        if one.pk not in leaving:
            open_now[one.person_id].append(one)
    return {
        one.pk
        for one in found
        if any(
            (one.registered and other.registered) or (one.actual and other.actual) for other in open_now[one.person_id]
        )
    }
