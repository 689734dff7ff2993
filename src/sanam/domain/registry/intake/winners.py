"""Who wins when several hospitals know one person: residency first, then the newest export."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanam.domain.foundation import sealing
from sanam.domain.registry.incoming import FILE_FIELDS, IncomingPerson
from sanam.domain.registry.models import SourceRow

NO_HOUSE = "5"
_RANK = {"1": 0, "3": 0, "2": 1, "4": 2, "5": 2}


@dataclass(frozen=True, slots=True)
class Said:
    """What one hospital's current row says of a person."""

    hospital: str
    residency: str
    stamped_at: str
    house_number: str
    values: Mapping[str, str]


def in_order(rows: Iterable[Said]) -> list[Said]:
    """Who speaks first: TYPEAREA 1 or 3, then 2, then 4 or 5, then the newest; the code settles what is left."""
    newest_first = sorted(rows, key=lambda row: (row.stamped_at, row.hospital), reverse=True)
    return sorted(newest_first, key=lambda row: _RANK.get(row.residency, 3))


def settle(ordered: Sequence[Said]) -> dict[str, str]:
    """Values of a person from all the rows that speak of them, in their order; a blank never beats a value."""
    return {name: next((row.values[name] for row in ordered if row.values.get(name)), "") for name in FILE_FIELDS}


def homes(ordered: Sequence[Said]) -> tuple[Said | None, Said | None]:
    """The rows that tell where a person is registered (TYPEAREA 1, 2) and where they live (1, 3, or not said)."""
    housed = [row for row in ordered if row.house_number and row.residency != NO_HOUSE]
    registered = next((row for row in housed if row.residency in ("1", "2")), None)
    return registered, next((row for row in housed if row.residency in ("1", "3", "")), None)


def said_by(one: IncomingPerson) -> Said:
    """What an incoming row says."""
    return Said(one.hospital, one.said.get("residency", ""), one.stamped_at, one.house_number, one.said)


def seal(one: IncomingPerson) -> bytes:
    """The whole row and what it was read as, packed and sealed."""
    said = {"said": dict(one.said), "house": one.house_number, "raw": dict(one.raw)}
    return sealing.encrypt(zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 1))


def unseal(row: SourceRow) -> Said:
    """What a stored row says."""
    said = json.loads(zlib.decompress(sealing.decrypt(bytes(row.sealed))))
    return Said(row.hospital, row.residency, row.stamped_at, said["house"], said["said"])
