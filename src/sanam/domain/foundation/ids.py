"""Ids: random, ordered by the moment they were made, and saying nothing about whom they name."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

_NANOSECONDS_IN_A_MILLISECOND = 1_000_000


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562 §5.7): new rows land at the end of an index, and nobody can guess one.

    48 bits of milliseconds, 12 bits of the fraction of that millisecond (§6.2, method 3), 62 random bits.
    """
    milliseconds, rest = divmod(time.time_ns(), _NANOSECONDS_IN_A_MILLISECOND)
    fraction = rest * 4096 // _NANOSECONDS_IN_A_MILLISECOND
    return UUID(int=milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62))


def short(ref: object) -> str:
    """The last six characters of an id or of a reference such as "person:<id>", for a human to compare.

    The end, because ids made in the same hour begin alike.
    """
    return str(ref).rpartition(":")[2].replace("-", "")[-6:]
