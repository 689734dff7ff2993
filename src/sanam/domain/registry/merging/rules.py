"""Which of two rows stands for the living person, table by table; the other waits with the record merged away.

A table without a rule of its own keeps the living record's row. A room above adds one with `arranges(Model)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from sanam.domain.registry.merging.tables import Table, clashes
from sanam.domain.registry.models import (
    CareCircle,
    Confirmation,
    Conflict,
    Consent,
    GroupMembership,
    Identifier,
    Person,
)
from sanam.domain.registry.words import Basis, ConsentEnd, IdentifierKind

KEPT, GONE = "kept", "gone"


@dataclass(frozen=True, slots=True)
class Pair:
    """The record that lives on, the one merged away, whose word holds in each field, where somebody chose, the day."""

    kept: Person
    gone: Person
    sides: Mapping[str, str]
    chosen: Collection[str]
    on: date

    def winner(self, name: str) -> Person:
        """The record whose word holds in a field."""
        return self.gone if self.sides.get(name) == GONE else self.kept


Rule = Callable[[Pair, Table, list[Any]], list[Any]]
"""Says of each row whose it shall be, on the row itself; gives back rows to add."""
_RULES: dict[type[models.Model], Rule] = {}


def arranges(model: type[models.Model]) -> Callable[[Rule], Rule]:
    """Register the rule of a table."""

    def register(rule: Rule) -> Rule:
        _RULES[model] = rule
        return rule

    return register


def rule_of(model: type[models.Model]) -> Rule:
    return _RULES.get(model, move_what_fits)


def move_what_fits(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    """Every row goes to the living record, but for one that would stand there twice or be about itself."""
    for column in table.columns:
        for row in found:
            if getattr(row, column) == pair.gone.pk and not _names_both(pair, table, row):
                setattr(row, column, pair.kept.pk)
                if clashes(row, found):
                    setattr(row, column, pair.gone.pk)
    return []


def stand_the_best(
    pair: Pair, found: Iterable[Any], key: Callable[[Any], Hashable], worth: Callable[[Any], Any]
) -> None:
    """Of rows with one key the worthiest stands, the living record's own where they are worth the same."""
    alike: dict[Hashable, list[Any]] = defaultdict(list)
    for row in found:
        alike[key(row)].append(row)
    for same in alike.values():
        best = max(same, key=lambda row: (worth(row), row.person_id == pair.kept.pk))
        for row in same:
            row.person_id = pair.kept.pk if row is best else pair.gone.pk


@arranges(Confirmation)
def _seen_last(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    stand_the_best(pair, found, lambda row: row.fact, lambda row: row.on)
    return []


@arranges(GroupMembership)
def _said_by_somebody(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    """A human's word before a file's, then what lasts, then the longer card."""

    def worth(row: GroupMembership) -> tuple[bool, bool, str]:
        return row.basis != Basis.FILE or bool(row.ended_because), not row.until, row.card_until

    stand_the_best(pair, found, lambda row: (row.group, row.kind), worth)
    return []


@arranges(Identifier)
def _a_number(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    """A number before a reason why there is none, then the one chosen. The other still leads to the living person."""

    def worth(row: Identifier) -> tuple[bool, bool]:
        chosen = row.kind == IdentifierKind.NATIONAL and row.person_id == pair.winner("national_id").pk
        return bool(row.lookup), chosen

    stand_the_best(pair, found, lambda row: row.kind, worth)
    return []


@arranges(Conflict)
def _decided_once(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    stand_the_best(pair, found, lambda row: (row.field, row.offered), lambda row: bool(row.decision))
    return []


@arranges(CareCircle)
def _close_once(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    """A seat that stood close to both stands close once, since the earlier day."""

    def same(row: CareCircle) -> Hashable:
        return (row.seat_id, row.role) if row.to_on is None else row.pk

    stand_the_best(pair, found, same, lambda row: -row.from_on.toordinal())
    return []


@arranges(Consent)
def _no_is_no(pair: Pair, table: Table, found: list[Any]) -> list[Any]:
    """Where the newest word of one record on a purpose is no, what the other allowed waits: a merge shares nobody."""
    both: Sequence[Any] = (pair.kept.pk, pair.gone.pk)
    newest = {(row.person_id, row.purpose): row for row in sorted(found, key=lambda row: row.at)}
    no = {key for key, row in newest.items() if not row.agreed or row.end == ConsentEnd.WITHDRAWN}
    for row in found:
        (other,) = (who for who in both if who != row.person_id)
        waits = row.agreed and not row.end and (other, row.purpose) in no
        row.person_id = pair.gone.pk if waits else pair.kept.pk
    return []


def _names_both(pair: Pair, table: Table, row: Any) -> bool:
    both: Sequence[Any] = (pair.kept.pk, pair.gone.pk)
    return sum(getattr(row, column) in both for column in table.columns) > 1
