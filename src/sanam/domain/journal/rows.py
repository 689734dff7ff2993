"""The one way an entry, its details and a seal are turned into bytes; the same on both databases.

An entry is its columns as text, in the order of COLUMNS, between unit separators (U+001F); its signature, the last
column, is taken of what stands before it. A seal hashes whole entries between record separators (U+001E). No column
may hold a separator and a seal counts its entries, so the bytes can be cut apart in one way only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sanam.domain.foundation import sealing

COLUMNS = ("id", "at", "actor_kind", "actor_ref", "member_ref", "via", "did", "to", "because", "digest", "mac")
BETWEEN_COLUMNS, BETWEEN_ROWS = "\x1f", "\x1e"
_UNWRITTEN = dict.fromkeys(map(ord, (BETWEEN_COLUMNS, BETWEEN_ROWS, "\x00")))
# SQLite keeps a moment as text and leaves a fraction of nothing out
_AT = {
    "sqlite": """CASE length("at") WHEN 19 THEN "at" || '.000000' ELSE "at" END""",
    "postgresql": """to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')""",
}


def selected(vendor: str) -> str:
    """The columns of an entry as SQL, each a text as it is signed."""
    quoted = {name: f'"{name}"' for name in COLUMNS}
    return ", ".join((quoted | {"id": "CAST(id AS text)", "at": _AT[vendor]}).values())


def clean(text: str) -> str:
    """A text without the letters that stand between columns and rows."""
    return text.translate(_UNWRITTEN)


def row_of(entry: Any) -> tuple[str, ...]:
    """An entry's columns before its signature, as `selected` would read them back."""
    return (str(entry.id), moment(entry.at), *(getattr(entry, name) for name in COLUMNS[2:-1]))


def moment(at: datetime) -> str:
    """A moment in UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def mac_of(row: Sequence[str]) -> str:
    """The installation's signature under the columns of an entry, its own left out."""
    return sealing.mac(BETWEEN_COLUMNS.join(row).encode(), "journal.entry")


def is_signed(row: Sequence[object]) -> bool:
    """Whether the last column is the signature of the others; whatever a forger put there is read as text."""
    *columns, signature = map(str, row)
    number = int(columns[0])
    return sealing.is_mac(signature, BETWEEN_COLUMNS.join(columns).encode(), "journal.entry", number)


def hash_of(rows: Iterable[Sequence[str]]) -> str:
    """SHA-256 of whole entries; raises TypeError where a column is no text, which only a forger can bring about."""
    return hashlib.sha256(BETWEEN_ROWS.join(map(BETWEEN_COLUMNS.join, rows)).encode()).hexdigest()


def seal_digest(seal: Any, previous: str, rows: str) -> str:
    """A seal's digest: its own columns, the seal before it and the hash of its rows, under the installation's key."""
    return sealing.mac(_closed(seal, previous, rows), "journal.seal")


def is_sealed(seal: Any, previous: str, rows: str) -> bool:
    """Whether the digest of a seal is the one that a key of its time makes."""
    return sealing.is_mac(seal.digest, _closed(seal, previous, rows), "journal.seal", seal.last)


def _closed(seal: Any, previous: str, rows: str) -> bytes:
    parts = (*map(str, (seal.number, seal.first, seal.last, seal.count)), moment(seal.at), previous, rows)
    return BETWEEN_COLUMNS.join(parts).encode()


def canonical(values: Any) -> str:
    """JSON with sorted keys and no spaces (the profile of RFC 8785 that plain text and whole numbers need)."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def digest_of(salt: str, text: str) -> str:
    """Salted SHA-256 of an entry's details: says whether they were changed, and nothing of what they were."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()
