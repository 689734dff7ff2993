"""The shares a leg's length is drawn from. Filled seats are this room's own; rooms above register theirs in `ready()`.

shares.contributes("presence", presence_by_leg, th="มาร่วมวงคุย", en="came to gatherings")
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanam.domain.teams.models import Body

Query = Callable[["Body", date, date], Mapping[int, float] | None]
"""A body and a window (first day, last day) → {leg id: how much this leg did}; None where nothing was done at all."""


@dataclass(frozen=True, slots=True)
class Arena:
    """Where legs can be seen to carry: its name in both languages, and how to ask for it."""

    arena: str
    th: str
    en: str
    query: Query


_arenas: dict[str, Arena] = {}


def contributes(arena: str, query: Query, *, th: str, en: str) -> None:
    """Register an arena; the same name twice is the same arena."""
    _arenas[arena] = Arena(arena, th, en, query)


def arenas() -> tuple[Arena, ...]:
    """Every arena rooms above registered, in the order they came."""
    return tuple(_arenas.values())
