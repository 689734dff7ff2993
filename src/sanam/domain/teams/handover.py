"""What a seat leaves open when it changes hands: rooms above say it for themselves, in their `ready()`.

handover.contributes("questions", open_questions_of_a_seat, th="โจทย์ที่ยังเปิด", en="open questions")
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that waits at a seat: what it is in both languages, the page that shows it, since when.

    Whoever takes the seat over reads it before they may see the people in it: it names nobody of the registry.
    """

    ref: str
    th: str
    en: str
    path: str = ""
    since: date | None = None


Query = Callable[[str], Sequence[Open]]
"""A seat's id → what is open there."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What one room contributes: a name in both languages, how to ask for it, and whether it keeps a seat open.

    What only waits to be read goes with a seat that closes; what waits to be done keeps it from closing.
    """

    kind: str
    th: str
    en: str
    query: Query
    keeps_open: bool = True


_kinds: dict[str, Kind] = {}


def contributes(kind: str, query: Query, *, th: str, en: str, keeps_open: bool = True) -> None:
    """Register what a room has open at a seat; the same kind twice is the same kind."""
    _kinds[kind] = Kind(kind, th, en, query, keeps_open)


def open_at(seat_id: str) -> Iterator[tuple[Kind, Sequence[Open]]]:
    """Everything open at a seat, kind by kind in the order the rooms came; kinds with nothing are left out."""
    for kind in _kinds.values():
        if found := kind.query(seat_id):
            yield kind, found
