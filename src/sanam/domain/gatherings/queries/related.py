"""Related topics: gatherings that share a tag, the rarer the tag the closer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from sanam.domain.gatherings.models import Gathering

MOST = 5


@dataclass(frozen=True, slots=True)
class Related:
    """A gathering that shares tags with another, and which."""

    gathering: Gathering
    shared: tuple[str, ...]


def related(gathering: Gathering, among: QuerySet[Gathering]) -> list[Related]:
    """The gatherings closest by tags, from `among`: each shared tag weighs one divided by how many bear it.

    Two that weigh the same come newest first. One statement, whatever is found.
    """
    own = tags_of(gathering)
    if not own:
        return []
    others = list(among.exclude(id=gathering.id).exclude(tags=[]).only("id", "title", "held_on", "tags"))
    bearing = Counter(tag for one in [gathering, *others] for tag in tags_of(one))
    found = [Related(one, shared) for one in others if (shared := _shared(own, tags_of(one)))]
    # sorted twice, for the day falls while the weight falls: ids are ordered by the moment they were made
    found.sort(key=lambda one: (one.gathering.held_on, str(one.gathering.id)), reverse=True)
    found.sort(key=lambda one: sum(1 / bearing[tag] for tag in one.shared), reverse=True)
    return found[:MOST]


def tags_of(gathering: Gathering) -> frozenset[str]:
    """Its tags as they are compared: "#ข่าว" and "ข่าว " are one."""
    return frozenset(plain for tag in gathering.tags if (plain := str(tag).strip(" #").casefold()))


def _shared(own: Iterable[str], others: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(set(own) & others))
