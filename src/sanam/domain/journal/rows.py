"""The one way an entry is turned into bytes: what its signature and its seal are taken of."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from sanam.domain.foundation import sealing

SIGNED = ("at", "actor_kind", "actor_ref", "member_ref", "via", "did", "to", "because", "salt", "digest")


def canonical(values: Any) -> bytes:
    """JSON with sorted keys and no spaces (the profile of RFC 8785 that plain text and whole numbers need)."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def digest_of(salt: str, details: dict[str, Any]) -> str:
    """Salted SHA-256 of an entry's details: says whether they were changed, and nothing of what they were."""
    return hashlib.sha256(salt.encode() + canonical(details)).hexdigest()


def as_bytes(entry: Any) -> bytes:
    """The signed columns of an entry, in their order, one to a line."""
    parts = (_text(getattr(entry, name)) for name in SIGNED)
    return "\n".join(part.replace("\n", " ") for part in parts).encode()


def mac_of(entry: Any) -> str:
    """The installation's signature under an entry."""
    return sealing.mac(as_bytes(entry), "journal.entry")


def seal_line(entry: Any) -> bytes:
    """What a seal hashes of one entry: its number, its columns, its signature."""
    return b"%d\n%s\n%s\n" % (entry.id, as_bytes(entry), entry.mac.encode())


def seal_digest(chain: bytes) -> str:
    """A seal's digest: the chain's SHA-256 under the installation's key, so that nobody else can make it anew."""
    return sealing.mac(chain, "journal.seal")


def _text(value: Any) -> str:
    # SQLite and PostgreSQL hand back the same moment with different zones
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
