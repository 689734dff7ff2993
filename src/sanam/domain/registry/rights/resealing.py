"""Everything sealed, sealed anew with the key in use: found by looking at the tables, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection, models, transaction

from sanam.domain.foundation import sealing
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models import Household, Identifier
from sanam.domain.registry.rights import belongings

BATCH = 500
_HINT = 48


def sealed_tables() -> dict[type[models.Model], list[str]]:
    """Tables with sealed columns, or with something made from them (`made_anew`): {table: names of the columns}."""
    found = {model: _sealed_columns(model) for model in belongings.written_tables()}
    named = sorted(found.items(), key=lambda one: one[0]._meta.label)
    return {model: columns for model, columns in named if columns or hasattr(model, "made_anew")}


def batches(model: type[models.Model]) -> Iterator[list[Any]]:
    """Primary keys of a table, in order, a batch at a time."""
    after: Any = None
    while True:
        rows = model._base_manager.order_by("pk")
        keys = list((rows.filter(pk__gt=after) if after is not None else rows).values_list("pk", flat=True)[:BATCH])
        if not keys:
            return
        yield keys
        after = keys[-1]


@transaction.atomic
def reseal(model: type[models.Model], keys: list[Any]) -> int:
    """Seal these rows anew where another key did it, and make anew what was made from them; how many were changed.

    Doing it again changes nothing, so whatever was cut short is simply done again.
    """
    columns = sealed_tables()[model]
    rows = model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk")
    changes = [(row.pk, changed) for row in rows if (changed := _made_anew(row, columns))]
    if model is Identifier:
        _follow_hints(list(rows), dict(changes))
    for names in {tuple(changed) for _, changed in changes}:
        _write(model, names, [(pk, changed) for pk, changed in changes if tuple(changed) == names])
    return len(changes)


def _sealed_columns(model: type[models.Model]) -> list[str]:
    marks = getattr(model, "privacy", {})
    columns = model._meta.local_concrete_fields
    return [one.name for one in columns if isinstance(one, models.BinaryField) and marks[one.name] is Privacy.SECRET]


def _made_anew(row: Any, columns: list[str]) -> dict[str, Any]:
    """Columns that another key made, with what the key in use makes of them."""
    changed: dict[str, Any] = {}
    for name in columns:
        sealed = getattr(row, name)
        if sealed and not sealing.is_current(sealed):
            changed[name] = sealing.encrypt(sealing.decrypt(sealed))
    derived = row.made_anew() if hasattr(row, "made_anew") else {}
    return changed | {name: value for name, value in derived.items() if getattr(row, name) != value}


def _follow_hints(rows: list[Any], changes: dict[Any, dict[str, Any]]) -> None:
    """A house's hint at its volunteer is part of such a hash: it follows where the volunteer is known here."""
    for row in rows:
        if lookup := changes.get(row.pk, {}).get("lookup"):
            there = Household.objects.filter(volunteer_hint=f"#{row.lookup[:_HINT]}")
            there.update(volunteer_hint=f"#{lookup[:_HINT]}")


def _write(model: type[models.Model], names: tuple[str, ...], changes: list[tuple[Any, dict[str, Any]]]) -> None:
    meta, quote = model._meta, connection.ops.quote_name
    fields: list[Any] = [meta.get_field(name) for name in names]
    into = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    key: Any = meta.pk
    statement = f"UPDATE {quote(meta.db_table)} SET {into} WHERE {quote(key.column)} = %s"  # noqa: S608 - our own names
    values = [
        [*(f.get_db_prep_save(changed[f.name], connection) for f in fields), key.get_db_prep_save(pk, connection)]
        for pk, changed in changes
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
