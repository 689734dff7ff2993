"""Which rows of which tables are a person's: read off the tables, room by room, so that none has to be listed.

A row is a person's when its column `person` says so, or when it cannot stand without the person or without another
row of theirs: because the column may not be empty, or goes with what it points at. Any other row is somebody else's
and only points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from sanam.domain.registry.models import Person

Rows = dict[type[models.Model], set[Any]]
"""Primary keys by table."""
OURS = "sanam."


def of(people: Iterable[Any]) -> Rows:
    """Every row that is these people's, their own rows in the table of people apart."""
    found: Rows = defaultdict(set)
    waiting: list[tuple[type[models.Model], set[Any]]] = [(Person, set(people))]
    while waiting:
        model, keys = waiting.pop()
        for field in _pointing_at(model):
            if field.model is Person or not is_theirs(field):
                continue
            there = field.model._base_manager.filter(**{f"{field.name}__in": keys}).order_by("pk")
            if new := set(there.values_list("pk", flat=True)) - found[field.model]:
                found[field.model] |= new
                waiting.append((field.model, new))
    return {model: keys for model, keys in found.items() if keys}


def same_human(person: Person) -> list[Any]:
    """The ids of one human: their record, and every one that was merged into it."""
    found, waiting = [person.pk], [person.pk]
    within = [field for field in Person._meta.concrete_fields if field.related_model is Person]
    while waiting:
        keys, waiting = waiting, []
        for field in within:
            merged = Person._base_manager.filter(**{f"{field.name}__in": keys}).exclude(pk__in=found).order_by("pk")
            waiting += merged.values_list("pk", flat=True)
        found += waiting
    return found


def pointers(model: type[models.Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    """Columns of others that only point at rows of this table, and are emptied when the row goes."""
    return (field for field in _pointing_at(model) if not is_theirs(field))


def about(model: type[models.Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    """Columns called `subject`: the row outlives the person, and is about them while they are here."""
    return (field for field in pointers(model) if field.name == "subject")


def is_theirs(field: models.ForeignKey[Any, Any]) -> bool:
    """Whether a row goes where this column of it points."""
    return field.name == "person" or not field.null or field.remote_field.on_delete is models.CASCADE


def tables() -> dict[type[models.Model], list[str]]:
    """Every table with a column that points at a person: {table: names of those columns}."""
    found: dict[type[models.Model], list[str]] = defaultdict(list)
    for field in _pointing_at(Person):
        found[field.model].append(field.name)
    return dict(found)


def refs_of(rows: Rows) -> set[str]:
    """How other rooms point at these rows: by the row's own `ref`, and by its table's name."""
    found = set()
    for model, keys in rows.items():
        found |= {f"{model._meta.model_name}:{key}" for key in keys}
        if hasattr(model, "ref"):
            found |= {one.ref for one in model._base_manager.filter(pk__in=keys)}
    return found


def written_tables() -> Iterator[type[models.Model]]:
    """Every table of ours."""
    return (model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith(OURS))


def _pointing_at(model: type[models.Model]) -> list[Any]:
    # hidden ones too: related_name="+" is how most of ours are written
    relations: list[Any] = model._meta.get_fields(include_hidden=True)
    there = (one for one in relations if one.auto_created and not one.concrete)
    return [one.field for one in there if one.one_to_many or one.one_to_one]
