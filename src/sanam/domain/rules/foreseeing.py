"""What it would do where a dial acts, before anybody agrees: rooms above say it for their dials, in their `ready()`.

foreseeing.contributes("freshness.", people_to_ask, th="รายการแวะถาม", en="The list of whom to ask")
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanam.domain.parameters.queries import Setting

if TYPE_CHECKING:
    from sanam.domain.foundation.actor import Actor

Settings = Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are as the dials stand, and how many there would be.

    None for a number below `smallest`, the smallest shown; `then` is also None where it differs by less than that,
    or the two numbers side by side would tell a small one.
    """

    now: int | None
    then: int | None
    smallest: int


Query = Callable[["Actor", Sequence[str], Settings, Settings, Sequence[str]], Counted | None]
"""Who asks, the areas of the body, how the dials stand and how they would, which of them move → how many; None for who
could not count it by themselves."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What moves with dials whose names begin so: its name in both languages, and how to ask."""

    dials: str
    th: str
    en: str
    query: Query


_effects: dict[str, Effect] = {}


def contributes(dials: str, query: Query, *, th: str, en: str) -> None:
    """Register what moves with some dials; the same beginning twice is the same effect."""
    _effects[dials] = Effect(dials, th, en, query)


def effects() -> tuple[Effect, ...]:
    """Every effect rooms above registered, in the order they came."""
    return tuple(_effects.values())
