"""What rooms above tell in a gathering's report, as plain values; they register here in their `ready()`.

heard.contributes("rooms", rooms_closed_at)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering


@dataclass(frozen=True, slots=True)
class LegNamed:
    """A leg as it was called then."""

    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Goal:
    """What every leg agrees on, and the legs that stress it more than the others do."""

    text: str
    stressed: Sequence[LegNamed] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found between the parties: no figures, no answer of anybody, and a leg that has not spoken by name.

    `parties` presented what they bring; `unresolved` goes on nowhere, for what goes on is an open question.
    """

    title: str
    parties: int = 0
    goals: Sequence[Goal] = ()
    unresolved: Sequence[str] = ()
    unheard: Sequence[LegNamed] = ()

    def kept(self) -> dict[str, Any]:
        """As an approved report keeps it."""
        return asdict(self)

    @property
    def stresses(self) -> list[tuple[LegNamed, list[str]]]:
        """Each leg that stresses something, with what."""
        legs = dict.fromkeys(leg for goal in self.goals for leg in goal.stressed)
        return [(leg, [goal.text for goal in self.goals if leg in goal.stressed]) for leg in legs]


def as_kept(kept: dict[str, Any]) -> Heard:
    """The same, read from where it was kept."""
    legs = [LegNamed(**one) for one in kept["unheard"]]
    goals = [Goal(one["text"], [LegNamed(**leg) for leg in one["stressed"]]) for one in kept["goals"]]
    return Heard(kept["title"], kept["parties"], goals, kept["unresolved"], legs)


Query = Callable[["Gathering"], Sequence[Heard]]
_queries: dict[str, Query] = {}


def contributes(kind: str, query: Query) -> None:
    """Register what a room found at a gathering; the same kind twice is the same kind."""
    _queries[kind] = query


def heard_at(gathering: Gathering) -> Iterator[Heard]:
    """All that was found at a gathering until now."""
    for query in _queries.values():
        yield from query(gathering)
