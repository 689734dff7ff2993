"""How a column of a person's row is shown to them: by its type and its mark, so that a new column needs no list."""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models import Person

_FREE_TEXT = 150
_MADE = {"search_text", "sort_key", "digest", "version"}
"""Made from other columns, for searching and comparing; says nothing of its own."""


class Way(Enum):
    """What becomes of a column on its way into the person's file."""

    AS_IT_IS = "as it is"
    OPENED = "unsealed"
    SOMEBODY = "another person, masked"
    THING = "said in words"
    BETWEEN_PEOPLE = "may speak of another person, masked"
    LEFT_OUT = "ours: an index, a hash, an opaque reference"
    UNKNOWN = "nobody has thought of it"


def way_of(column: models.Field[Any, Any]) -> Way:
    """How this column is shown; UNKNOWN fails a test."""
    mark = column.model.privacy.get(column.name) if hasattr(column.model, "privacy") else None
    if mark is None:
        return Way.UNKNOWN
    if isinstance(column, models.BinaryField):
        return _of_bytes(column, mark)
    if mark is Privacy.SECRET or column.name in _MADE or column.name.endswith(("_ref", "_member")):
        return Way.LEFT_OUT
    if column.related_model is Person:
        return Way.SOMEBODY
    if column.is_relation:
        return Way.THING
    if mark is not Privacy.OPEN and _is_free_text(column) and _is_about_two(column.model):
        return Way.BETWEEN_PEOPLE
    return Way.AS_IT_IS


def _of_bytes(column: models.Field[Any, Any], mark: Privacy) -> Way:
    if mark is not Privacy.SECRET:
        return Way.UNKNOWN
    return Way.BETWEEN_PEOPLE if _is_about_two(column.model) else Way.OPENED


def _is_free_text(column: models.Field[Any, Any]) -> bool:
    return isinstance(column, models.TextField | models.JSONField) or (column.max_length or 0) >= _FREE_TEXT


def _is_about_two(model: type[models.Model]) -> bool:
    return model is not Person and sum(one.related_model is Person for one in model._meta.concrete_fields) > 1
