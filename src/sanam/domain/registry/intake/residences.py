"""Residences of a chunk of people: what the files now say of where they are registered and where they live."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sanam.domain.registry.intake import footprints
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Household, Person, Residence

Row = tuple[Any, bool, bool]
"""(household, registered there, really there)"""


@dataclass(frozen=True, slots=True)
class Homes:
    """The house a person is registered in and the one they live in, as far as known; often the same."""

    registered: Household | None = None
    actual: Household | None = None

    def rows(self) -> set[Row]:
        """One row where both are the same house, else one each."""
        if self.registered and self.actual and self.registered.pk == self.actual.pk:
            return {(self.registered.pk, True, True)}
        found: set[Row] = {(self.registered.pk, True, False)} if self.registered else set()
        return found | ({(self.actual.pk, False, True)} if self.actual else set())

    def filled(self, household: Household, *, registered: bool) -> Homes:
        """With this house where none was known."""
        if registered:
            return Homes(self.registered or household, self.actual)
        return Homes(self.registered, self.actual or household)


def after(open_now: Homes, said: Homes, residency: str) -> Homes:
    """What stands once a file has spoken: what it does not speak of stays, unless its TYPEAREA denies it.

    2 is registered but not there, 3 there but registered elsewhere, 5 has no house.
    """
    if residency == "5":
        return Homes(open_now.registered, None)
    left = residency == "2" and _same(open_now.actual, said.registered)
    unregistered = residency == "3" and _same(open_now.registered, said.actual)
    return Homes(
        said.registered or (None if unregistered else open_now.registered),
        said.actual or (None if left else open_now.actual),
    )


def keep(
    homes: Mapping[Person, Homes],
    lasting: Mapping[Any, list[Residence]],
    *,
    on: str,
    sources: Mapping[Any, str],
    batch: Batch | None = None,
) -> None:
    """Close what no longer stands on the day `on`, and open what newly does; `lasting` is what was open before.

    `sources` says by person where it is known from, `batch` which file says so, if one does.
    """
    opened: list[Residence] = []
    closed: list[Residence] = []
    for person, now in homes.items():
        standing = {_row(one): one for one in lasting.get(person.pk, ())}
        wanted = now.rows()
        closed += [one for row, one in standing.items() if row not in wanted]
        began = on if standing else ""
        for household, registered, actual in sorted(wanted - standing.keys(), key=str):
            opened.append(
                Residence(
                    person=person,
                    household_id=household,
                    registered=registered,
                    actual=actual,
                    from_on=began,
                    source=sources[person.pk],
                    batch=batch,
                )
            )
    _close(closed, on, batch)
    insert(opened)


def _close(closed: list[Residence], on: str, batch: Batch | None) -> None:
    if closed:
        Residence.objects.filter(pk__in=[one.pk for one in closed]).update(to_on=on)
    if closed and batch:
        stood, written = ({one.pk: {"to_on": day} for one in closed} for day in ("", on))
        people = {one.pk: one.person_id for one in closed}
        footprints.remember(batch, Residence, stood, written, person=people.__getitem__)


def open_of(people: Iterable[Person]) -> dict[Any, list[Residence]]:
    """The residences that last, by person."""
    found: dict[Any, list[Residence]] = defaultdict(list)
    lasting = Residence.objects.filter(person__in=[one.pk for one in people], to_on="").select_related("household")
    for one in lasting.order_by("id"):
        found[one.person_id].append(one)
    return found


def homes_of(lasting: Iterable[Residence]) -> Homes:
    """The homes that lasting residences make."""
    registered = actual = None
    for one in lasting:
        registered = one.household if one.registered else registered
        actual = one.household if one.actual else actual
    return Homes(registered, actual)


def _row(one: Residence) -> Row:
    return one.household_id, one.registered, one.actual


def _same(one: Household | None, other: Household | None) -> bool:
    return one is not None and other is not None and one.pk == other.pk
