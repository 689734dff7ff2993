"""A column's values as JSON and back, the same on both databases."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

Turn = Callable[[Any], Any]
_OUT: dict[str, Turn] = {
    "BinaryField": lambda value: b64encode(bytes(value)).decode(),
    "UUIDField": str,
    "DateTimeField": lambda value: value.astimezone(UTC).isoformat(),
    "DateField": date.isoformat,
    "TimeField": time.isoformat,
    "DecimalField": str,
}
_IN: dict[str, Turn] = {
    "BinaryField": b64decode,
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "DecimalField": Decimal,
}


def lines(rows: Iterable[tuple[Any, ...]], fields: list[Any]) -> Iterator[bytes]:
    """Each row as a line of JSON, its values in the order of the fields."""
    turns = _turns(_OUT, fields)
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
    for row in rows:
        values = [
            value if turn is None or value is None else turn(value) for turn, value in zip(turns, row, strict=True)
        ]
        yield f"{encode(values)}\n".encode()


def rows(lines: Iterable[bytes], fields: list[Any]) -> Iterator[list[Any]]:
    """The rows that `lines` wrote, their values as Python has them."""
    turns = _turns(_IN, fields)
    for line in lines:
        values = json.loads(line)
        yield [
            value if turn is None or value is None else turn(value) for turn, value in zip(turns, values, strict=True)
        ]


def _turns(how: dict[str, Turn], fields: list[Any]) -> list[Turn | None]:
    return [how.get(_kind(field)) for field in fields]


def _kind(field: Any) -> str:
    """What a column holds; a foreign key holds what it points at."""
    while field.remote_field is not None:
        field = field.target_field
    return str(field.get_internal_type())
