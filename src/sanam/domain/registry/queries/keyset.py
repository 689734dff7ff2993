"""Where a list goes on: after a row, told by the values it is ordered by. No row is counted off, none is read twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from django.db.models import Q

Order = Sequence[tuple[str, Callable[[str], object]]]
"""The fields a list is ordered by, the last one unlike in any two rows, each with how its value is read back."""


def mark(row: object, order: Order) -> str:
    """The place of a row in its list, to go on from."""
    return json.dumps([str(_value(row, name)) for name, _ in order], ensure_ascii=False, separators=(",", ":"))


def beyond(order: Order, after: str) -> Q:
    """The rows after a marked one; a mark somebody made up begins at the first."""
    try:
        said = [str(one) for one in json.loads(after)] if after else []
        values = [read(one) for (_, read), one in zip(order, said, strict=True)] if said else []
    except (ValueError, TypeError):
        return Q()
    if any("\0" in one for one in said):  # no text of ours holds it, and PostgreSQL will not compare with it
        return Q()
    found = Q()
    for at, value in reversed(list(enumerate(values))):
        name = order[at][0]
        further = Q(**{f"{name}__gt": value})
        found = further | Q(**{name: value}) & found if found else further
    return found


def _value(row: object, name: str) -> Any:
    if isinstance(row, dict):
        return row[name]
    return reduce(getattr, name.split("__"), row)
