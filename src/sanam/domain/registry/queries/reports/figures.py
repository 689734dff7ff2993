"""Figures: how many of whom, at each place; one statement a table, however many places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry.queries import due
from sanam.domain.registry.queries.finding import elders
from sanam.domain.registry.queries.reports.changed import became
from sanam.domain.registry.queries.reports.lists import expired, soon
from sanam.domain.registry.queries.reports.scope import Scope, scope_of
from sanam.domain.registry.small_numbers import Column, closed
from sanam.domain.registry.words import Group, Residency

COLUMNS = (
    Column("people"),
    Column("away", "people"),
    Column("current", "people"),
    *(Column(group.value, "people") for group in Group),
    Column("soon", Group.DISABLED),
    Column("expired", Group.DISABLED),
    Column("homes", "people"),
    Column("alone", "homes"),
)
"""`current` counts people of whom all that is due is fresh (ADR 15), `soon` and `expired` by their cards, `homes`
counts households, `alone` those without a volunteer."""

MONTHLY = tuple(Column(name) for name in ("new", "back", "rehoused", "moved", "died"))
"""A calendar month at a time: two windows that overlap would tell what lies between them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers by place and column; `tree` gives the children of a place, "00" at the end is "village not known".

    `closed` holds the (place, column) that stay closed, `smallest` the smallest number shown (0: all is shown).
    """

    day: date
    scope: Scope
    columns: tuple[Column, ...]
    counts: Mapping[str, Mapping[str, int]]
    tree: Mapping[str, Sequence[str]]
    smallest: int = 0
    closed: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def number(self, place: str, column: str) -> int | None:
        """A number, None where it stays closed; nobody at a place nobody is found in."""
        if (place, column) in self.closed:
            return None
        if self.smallest and place not in self.counts:
            return None
        return self.counts.get(place, {}).get(column, 0)

    def places(self, level: int, within: str = "") -> list[str]:
        """The places of a level (4 district, 6 sub-district, 8 village) this seat may read, in code order."""
        here = (one for one in self.counts if len(one) == level and one.startswith(within))
        return sorted(one for one in here if self.scope.covers(one))


def figures(actor: Actor) -> Figures:
    """Everyone alive, the groups, how current, cards, and households: one statement, and one for the dials."""
    scope, today = scope_of(actor), clock.today()
    settings = parameters.values()
    people = scope.people().filter(life="alive").exclude(area_code="")
    in_group = {
        group.value: Q(memberships__group=group, memberships__until="") for group in Group if group is not Group.ELDER
    }
    card = Q(memberships__group=Group.DISABLED, memberships__until="")
    told = {
        "away": Q(residency=Residency.REGISTERED_ONLY),
        "current": due.all_fresh(settings, today if scope.exact else today.replace(day=1)),
        Group.ELDER.value: elders(today),
        **in_group,
        "soon": card & soon(scope.exact, today, "memberships__"),
        "expired": card & expired(scope.exact, today, "memberships__"),
    }
    sums = {name: Count("pk", distinct=True, filter=condition) for name, condition in told.items()}
    sums["homes"] = Count("household", distinct=True)
    sums["alone"] = Count("household", distinct=True, filter=Q(household__volunteer_seat=None))
    rows = people.values("area_code").annotate(people=Count("pk", distinct=True), **sums).order_by("area_code")
    return _as_shown(scope, COLUMNS, rows, settings)


def monthly(actor: Actor, month: str) -> Figures:
    """Who came, came back, moved house, moved away and died in a calendar month ("2026-11"), by place."""
    scope = scope_of(actor)
    people = scope.people().exclude(area_code="")
    sums = {name: Count("pk", filter=condition) for name, condition in became(month).items()}
    rows = people.values("area_code").annotate(**sums).order_by("area_code")
    return _as_shown(scope, MONTHLY, rows, {} if scope.exact else parameters.values())


def _as_shown(
    scope: Scope, columns: tuple[Column, ...], rows: Iterable[Mapping[str, object]], settings: Mapping[str, Setting]
) -> Figures:
    day = clock.today()
    names = [column.name for column in columns]
    leaves = {str(row["area_code"]).ljust(8, "0"): {name: int(str(row[name])) for name in names} for row in rows}
    counts, tree = _summed(leaves, names)
    if scope.exact:
        return Figures(day, scope, columns, counts, tree)
    smallest = int(settings["numbers.smallest_shown"].value)
    return Figures(day, scope, columns, counts, tree, smallest, _closed(counts, tree, columns, smallest))


def _closed(
    counts: Mapping[str, Mapping[str, int]],
    tree: Mapping[str, Sequence[str]],
    columns: tuple[Column, ...],
    smallest: int,
) -> frozenset[tuple[str, str]]:
    """District by district: no sum binds two of them, so what is closed in one hangs on nobody else."""
    found: set[tuple[str, str]] = set()
    for district in (one for one in tree if len(one) == 4):
        own = {place: row for place, row in counts.items() if place.startswith(district)}
        below = {place: children for place, children in tree.items() if place.startswith(district)}
        found |= closed(own, below, columns, smallest)
    return frozenset(found)


def _summed(
    leaves: Mapping[str, Mapping[str, int]], names: Sequence[str]
) -> tuple[dict[str, dict[str, int]], dict[str, list[str]]]:
    """Villages, and above them their sub-districts and districts: each the sum of what lies directly in it."""
    counts = {leaf: dict(row) for leaf, row in leaves.items()}
    tree: dict[str, list[str]] = {}
    for length in (6, 4):
        for child in sorted(one for one in counts if len(one) == length + 2):
            tree.setdefault(child[:length], []).append(child)
        for parent in (one for one in tree if len(one) == length):
            counts[parent] = {name: sum(counts[child][name] for child in tree[parent]) for name in names}
    return counts, tree
