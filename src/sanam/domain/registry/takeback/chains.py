"""The footprints on one row, in their order: a batch is taken out of the chain as if it had never written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sanam.domain.registry.intake.footprints import STAMPS
from sanam.domain.registry.models import Footprint

Values = dict[str, Any]

TOGETHER: dict[str, tuple[frozenset[str], ...]] = {
    "person": (frozenset({"household_id", "area_code"}), frozenset({"life", "life_on"})),
    "identifier": (frozenset({"sealed", "lookup", "why_none"}),),
    "household": (frozenset({"latitude", "longitude"}),),
}
"""Columns that stand or return together: half a number, or half a point, is none."""

NEVER_BACK = frozenset({"version", "updated_at", "search_text", "sort_key"})
"""Counted on, or made anew from the rest."""


def take_out(prints: Sequence[Footprint], batch: Any, now: Mapping[str, Any]) -> tuple[Values, Values, set[Any]]:
    """What returns in a row that stands as `now`, what stays because it was changed since, and which later
    footprints were mended: what they would give back is what stood before this batch.

    `prints` are all footprints on the row, oldest first. What stays maps a column to the batch that changed it since,
    None where a hand did.
    """
    back: Values = {}
    stays: Values = {}
    mended: set[Any] = set()
    for unit in _units(prints, batch):
        chain = [one for one in prints if unit & one.after.keys()]
        standing = {name: now.get(name) for name in unit}
        for at in reversed(range(len(chain))):
            if chain[at].batch_id == batch:
                _without(chain, at, unit, standing, stays, mended)
        changed = {name: value for name, value in standing.items() if value != now.get(name)}
        if changed:
            back |= changed
            for name in unit:
                stays.pop(name, None)
    return back, stays, mended


def _without(
    chain: list[Footprint], at: int, unit: frozenset[str], standing: Values, stays: Values, mended: set[Any]
) -> None:
    ours = {name: (chain[at].before[name], value) for name, value in chain[at].after.items() if name in unit}
    wrote = {name: after for name, (_, after) in ours.items()}
    following = chain[at + 1] if at + 1 < len(chain) else None
    if following is not None:
        found_there = {name for name in ours if name in following.after and _agree(name, following.before, wrote)}
        for name, (before, after) in ours.items():
            if name not in following.after:
                following.before[name], following.after[name] = before, after
            elif name in found_there:
                following.before[name] = before
        mended.add(following)
        stays |= dict.fromkeys(_changed(ours, standing), following.batch_id)
    elif all(_agree(name, standing, wrote) for name in ours):
        standing |= {name: before for name, (before, _) in ours.items()}
    else:
        stays |= dict.fromkeys(_changed(ours, standing))
    del chain[at]


def _agree(name: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two hold the same in a column; a number sealed anew is still the number its hash is of."""
    told = "lookup" if name == "sealed" and "lookup" in one and "lookup" in other else name
    return bool(one.get(told) == other.get(told))


def _changed(ours: Mapping[str, tuple[Any, Any]], standing: Values) -> list[str]:
    return [name for name, (before, _) in ours.items() if standing[name] != before]


def _units(prints: Sequence[Footprint], batch: Any) -> list[frozenset[str]]:
    written = {name for one in prints if one.batch_id == batch for name in one.after} - NEVER_BACK
    if prints[0].table == STAMPS:
        return [frozenset({name}) for name in sorted(written)]
    bundles = [bundle for bundle in TOGETHER.get(prints[0].table, ()) if bundle & written]
    alone = written.difference(*bundles)
    return [*bundles, *(frozenset({name}) for name in sorted(alone))]
