"""What happened to a joined record after the merge, a line each: it stays with the living record, and is told."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sanam.domain.foundation import sealing
from sanam.domain.registry.models import Alias, Change, Confirmation, Conflict, GroupMembership, SourceRow

NEW, CHANGED, REMOVED = "new", "changed", "removed"
_TELLING: dict[type, str] = {
    Alias: "name",
    Change: "field",
    Confirmation: "fact",
    Conflict: "field",
    GroupMembership: "group",
    SourceRow: "hospital",
}
"""What of a row says in a word what it is about."""


@dataclass(frozen=True, slots=True)
class Later:
    """A row of `table` that is new, changed or removed since; `what` names it (a field, a fact, a group), `at` when."""

    table: str
    how: str
    what: str = ""
    at: str = ""
    back: bool = False
    """It goes back with the parted record: a hospital's own number does, whatever it said since."""


def later(row: Any, how: str, *, back: bool = False) -> Later:
    """A line about a row."""
    what = str(getattr(row, _TELLING.get(type(row), "pk"))) if type(row) in _TELLING else ""
    at = getattr(row, "at", None) or getattr(row, "on", None)
    return Later(str(row._meta.label), how, what, at.isoformat() if at else "", back)


def seal(told: Iterable[Later]) -> bytes:
    """As a parted merge keeps it."""
    return sealing.encrypt(zlib.compress(json.dumps([asdict(one) for one in told], ensure_ascii=False).encode()))


def unseal(sealed: bytes) -> list[Later]:
    return [Later(**one) for one in json.loads(zlib.decompress(sealing.decrypt(bytes(sealed))))]
