"""Every table that names a person, found by looking at the models; and which of its rows cannot stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models, router
from django.db.models import Q, UniqueConstraint

from sanam.domain.registry.models import Merge, Person

STAY = (Merge,)
"""A merge is about the records themselves and never changes hands."""


@dataclass(frozen=True, slots=True)
class Table:
    """A model, and those of its columns that name a person."""

    model: type[models.Model]
    fields: tuple[Any, ...]

    @property
    def label(self) -> str:
        return str(self.model._meta.label)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.attname for field in self.fields)

    @property
    def one_of_a_kind(self) -> bool:
        """Whether a person may stand here only once in some way, so that two people's rows can clash."""
        return any(set(self.columns) & set(names) for names, _ in _unique(self.model))

    def rows(self, *people: Any) -> list[Any]:
        """The rows that name any of these people, in the order they were written."""
        named = Q(pk__in=[])
        for field in self.fields:
            named |= Q(**{f"{field.name}__in": people})
        found = self.model._base_manager.filter(named)
        if self.model is Person:  # the two themselves are no rows about them
            found = found.exclude(pk__in=people)
        return list(found.order_by("pk"))

    def write(self, changed: Sequence[Any], columns: Iterable[str]) -> None:
        """Write these columns. Where two rows may have changed places, all are taken out before any is put back."""
        if not changed:
            return
        if not self.one_of_a_kind:
            self.model._base_manager.bulk_update(changed, [*columns], batch_size=200)
            return
        self.drop(changed)
        for row in changed:
            row.save_base(raw=True, force_insert=True)

    def drop(self, gone: Sequence[Any]) -> None:
        """Take rows out, leaving alone whatever else names them."""
        found = self.model._base_manager.filter(pk__in=[row.pk for row in gone])
        found._raw_delete(router.db_for_write(self.model))


def tables() -> list[Table]:
    """All tables that name a person, in every room, in the order of their names."""
    found = [Table(model, fields) for model in _models() if (fields := tuple(_naming_a_person(model)))]
    return sorted(found, key=lambda table: table.label)


def clashes(row: Any, others: Iterable[Any]) -> bool:
    """Whether the database would refuse this row beside one of the others."""
    return any(_clash(row, other, *unique) for other in others if other.pk != row.pk for unique in _unique(type(row)))


def _models() -> Iterable[type[models.Model]]:
    return (model for model in apps.get_models(include_auto_created=True) if model not in STAY)


def _naming_a_person(model: type[models.Model]) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is Person:
            yield field


def _unique(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], Q | None]]:
    """What may stand only once: columns, and for which rows that holds."""
    meta = model._meta
    yield from (((field.attname,), None) for field in meta.concrete_fields if field.unique and not field.primary_key)
    yield from ((_columns(model, names), None) for names in meta.unique_together)
    for constraint in meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            # one made of expressions is taken at its widest: two rows of one person clash
            named = constraint.fields or [field.name for field in _naming_a_person(model)]
            yield _columns(model, named), constraint.condition


def _columns(model: type[models.Model], names: Iterable[str]) -> tuple[str, ...]:
    by_name = {field.name: field.attname for field in model._meta.concrete_fields}
    return tuple(by_name[name] for name in names)


def _clash(one: Any, other: Any, columns: Sequence[str], condition: Q | None) -> bool:
    values = [(getattr(one, column), getattr(other, column)) for column in columns]
    if any(mine is None or mine != theirs for mine, theirs in values):
        return False
    return condition is None or (_holds(condition, one) and _holds(condition, other))


def _holds(condition: Q, row: Any) -> bool:
    return condition.check({field.name: getattr(row, field.attname) for field in row._meta.concrete_fields})
