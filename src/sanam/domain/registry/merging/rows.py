"""A row as texts by column, the same on every database: to keep it, to know it again, to put it back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import models

Texts = dict[str, Any]
"""Column (attname) to text, None where the database holds NULL."""


def texts(row: models.Model) -> Texts:
    """All columns of a row."""
    return {field.attname: _text(field, row) for field in row._meta.concrete_fields}


def digest(row: models.Model) -> str:
    """By which a row is known to be as it was, without keeping what it says."""
    return hashlib.sha256(json.dumps(texts(row), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def fill(row: models.Model, said: Mapping[str, Any]) -> None:
    """Put columns back to what these texts say."""
    for field in row._meta.concrete_fields:
        if field.attname in said:
            setattr(row, field.attname, _value(field, said[field.attname]))


def made_of(model: type[models.Model], said: Mapping[str, Any]) -> Any:
    """A row of these texts, not yet written."""
    row = model()
    fill(row, said)
    return row


def _text(field: Any, row: models.Model) -> Any:
    return None if getattr(row, field.attname) is None else field.value_to_string(row)


def _value(field: Any, text: Any) -> Any:
    column = field.target_field if field.is_relation else field
    value = None if text is None else column.to_python(text)
    return bytes(value) if isinstance(value, memoryview) else value
