"""Two records become one person: rows change hands, values are chosen, and names that were lost stay known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry import names
from sanam.domain.registry.incoming import FILE_FIELDS
from sanam.domain.registry.merging import homes, pairs, rows  # noqa: F401 - homes brings its rule
from sanam.domain.registry.merging.choosing import TOGETHER, Line, columns_of
from sanam.domain.registry.merging.ledger import Ledger, Witness
from sanam.domain.registry.merging.rules import GONE, Pair, rule_of
from sanam.domain.registry.merging.tables import Table, tables
from sanam.domain.registry.models import Alias, Change, Conflict, Person

SOURCE = "รวมบันทึก"
APART = 1_000
"""Added to the version, so that a form opened on the joined record fits neither of the two once they are parted."""


def join(by: Actor, pair: Pair, told: Iterable[Line], reason: str, at: Any) -> Ledger:
    """Make `pair.gone` a way to `pair.kept`; gives back all that was changed, for parting."""
    witness = Witness(pair.kept, pair.gone)
    told = list(told)
    for table in tables():
        _arrange(pair, table)
    pairs.answer(by, pair, reason, at)
    changed = _choose(pair, told)
    _write_history(by, pair.kept, changed, at)
    _hold_against_files(by, pair, told, at)
    _keep_names(pair, changed, at)
    pair.kept.version = max(pair.kept.version, pair.gone.version) + APART
    pair.kept.updated_at = at
    pair.kept.save()
    pair.gone.merged_into = pair.kept
    pair.gone.save(update_fields=["merged_into"])
    return witness.tell()


def _arrange(pair: Pair, table: Table) -> None:
    found = table.rows(pair.kept.pk, pair.gone.pk)
    before = {row.pk: rows.texts(row) for row in found}
    added = rule_of(table.model)(pair, table, found)
    changed = [row for row in found if rows.texts(row) != before[row.pk]]
    table.write(changed, _columns(table, changed, before))
    for row in added:
        row.save(force_insert=True)


def _columns(table: Table, changed: Iterable[Any], before: Mapping[Any, rows.Texts]) -> set[str]:
    """Names of the columns in which any of these rows is no longer what it was."""
    found = {column for row in changed for column, text in rows.texts(row).items() if before[row.pk][column] != text}
    return {field.name for field in table.model._meta.concrete_fields if field.attname in found}


def _choose(pair: Pair, told: Iterable[Line]) -> dict[str, tuple[str, str]]:
    """Put the chosen values into the living record; gives back {column: (old, new)}."""
    changed = {}
    for line in told:
        if pair.sides.get(line.field, line.side) != GONE:
            continue
        for column in columns_of(line.field):
            old, new = getattr(pair.kept, column), getattr(pair.gone, column)
            if old != new:
                setattr(pair.kept, column, new)
                changed[column] = (str(old or ""), str(new or ""))
    return changed


def _write_history(by: Actor, kept: Person, changed: Mapping[str, tuple[str, str]], at: Any) -> None:
    who = {"by_ref": by.ref, "by_label": by.label, "source": SOURCE, "at": at}
    for column, (old, new) in changed.items():
        if column not in TOGETHER["household_id"]:  # where somebody lived is told by their residences
            Change.objects.create(person=kept, field=column, old=old, new=new, **who)


def _hold_against_files(by: Actor, pair: Pair, told: Iterable[Line], at: Any) -> None:
    """What somebody chose between two files is not undone when one of them says its word again."""
    for line in told:
        if line.differs and line.field in FILE_FIELDS and line.field in pair.chosen:
            held, lost = (line.gone, line.kept) if pair.winner(line.field) is pair.gone else (line.kept, line.gone)
            decided = {"kept": held.value, "at": at, "decision": "kept", "by_ref": by.ref}
            Conflict.objects.get_or_create(person=pair.kept, field=line.field, offered=lost.value, defaults=decided)


def _keep_names(pair: Pair, changed: Mapping[str, tuple[str, str]], at: Any) -> None:
    """The name nobody chose stays known as another name of the same person, and finds them."""
    kept, gone = pair.kept, pair.gone
    given, family = (changed[one][0] if one in changed else getattr(kept, one) for one in ("given", "family"))
    nickname = changed["nickname"][0] if "nickname" in changed else kept.nickname
    lost = [
        ("name", f"{given} {family}".strip()),
        ("name", gone.name),
        ("nickname", nickname),
        ("nickname", gone.nickname),
    ]
    known = {"name": search_key(kept.name), "nickname": search_key(kept.nickname)}
    for kind, name in lost:
        if name and search_key(name) != known[kind]:
            Alias.objects.get_or_create(person=kept, kind=kind, name=name[:160], defaults={"source": SOURCE, "at": at})
    reindex(kept)


def reindex(person: Person) -> None:
    """Let a person be found by all names known of them; the caller saves."""
    aliases = Alias.objects.filter(person=person).order_by("id").values_list("name", flat=True)
    person.also_called = names.also_called(aliases)
    names.index(person, person.household.house_no if person.household else "")
