"""The lottery itself, a pure function of a frozen list, a seed and how many are wanted; anyone can do it again.

Each id's ticket is SHA-256 of "seed|id" in UTF-8, as hexadecimal; within a leg, the smallest tickets are drawn.
The list is frozen as plain text, one "leg<tab>id" a line, sorted, each line ended by a newline; its SHA-256 is its
digest. docs/explanation/lottery.md says the same in ten lines of Python that need nothing of ours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

Pool = Mapping[str, Sequence[str]]
"""Leg order ("0" for nobody's) → ids."""


def plain(pool: Pool) -> str:
    """The frozen list as the file that is hashed and handed out; ids, and no name."""
    return "".join(sorted(f"{leg}\t{one}\n" for leg, ids in pool.items() for one in ids))


def digest(pool: Pool) -> str:
    """SHA-256 of the plain file, 64 hexadecimal digits."""
    return hashlib.sha256(plain(pool).encode()).hexdigest()


def ticket(seed: str, one: str) -> str:
    """The ticket of an id under a seed."""
    return hashlib.sha256(f"{seed}|{one}".encode()).hexdigest()


def drawn(pool: Pool, wanted: Mapping[str, int], seed: str) -> list[str]:
    """The ids drawn, leg by leg in the order of the legs, each leg's by their tickets; fewer where a leg has fewer."""
    return [
        one for leg in sorted(pool) for one in sorted(pool[leg], key=lambda i: ticket(seed, i))[: wanted.get(leg, 0)]
    ]
