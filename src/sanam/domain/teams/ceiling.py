"""How far a mandate reaches, against another: nobody gives what they do not have."""

from __future__ import annotations

from typing import Any

from sanam.domain.foundation.actor import Mandate, Reach

_WITHIN = {
    Reach.AREA: frozenset(Reach),
    Reach.ASSIGNED: frozenset({Reach.NOBODY, Reach.ASSIGNED}),
    Reach.SHARED: frozenset({Reach.NOBODY, Reach.SHARED}),
    Reach.NOBODY: frozenset({Reach.NOBODY}),
}


def is_within(mandate: Mandate, ceiling: Mandate) -> bool:
    """Whether a mandate is in every respect no wider than another."""
    return (
        reaches_as_far(ceiling, mandate)
        and mandate.capabilities <= ceiling.capabilities
        and mandate.fields <= ceiling.fields
    )


def reaches_as_far(mandate: Mandate, other: Mandate) -> bool:
    """Whether a mandate reaches all the places, and the people in them, that another does."""
    return other.reach in _WITHIN[mandate.reach] and all(mandate.covers(area) for area in other.areas)


def narrowed(mandate: Mandate, ceiling: Mandate) -> Mandate:
    """What is left of a mandate beneath another: places outside it go, and what it may not, sees not or reaches not."""
    return Mandate(
        capabilities=mandate.capabilities & ceiling.capabilities,
        areas=tuple(area for area in mandate.areas if ceiling.covers(area)),
        reach=mandate.reach if mandate.reach in _WITHIN[ceiling.reach] else Reach.NOBODY,
        fields=mandate.fields & ceiling.fields,
    )


def told(mandate: Mandate) -> dict[str, Any]:
    """A mandate as plain words, for the journal."""
    return {
        "capabilities": sorted(mandate.capabilities),
        "areas": list(mandate.areas),
        "reach": mandate.reach.value,
        "fields": sorted(mark.value for mark in mandate.fields),
    }
