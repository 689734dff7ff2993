"""How two writings of a name are compared: without prefix, tone marks and odd spaces."""

from __future__ import annotations

from sanam.domain.foundation.thai.names import split_prefix
from sanam.domain.foundation.thai.text import search_key


def key_of(name: str) -> str:
    """What a whole name is compared by: "น.ส. กัญญา  เกื้อสุข" and "กัญญา เกื้อสุข" are one."""
    parts = split_prefix(name)
    return search_key(" ".join(part for part in (parts.given, parts.middle, parts.family) if part))[:200]
