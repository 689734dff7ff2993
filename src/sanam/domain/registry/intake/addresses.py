"""ADDRESS rows: where those are found or registered whom no house of their hospital's own tells of."""

from __future__ import annotations

from collections.abc import Sequence

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.incoming import IncomingAddress, Outcome, source_of
from sanam.domain.registry.intake import footprints, houses, residences
from sanam.domain.registry.intake.residences import Homes
from sanam.domain.registry.intake.source_rows import people_of
from sanam.domain.registry.intake.winners import NO_HOUSE
from sanam.domain.registry.models import Batch, Person

ADDRESS = "ADDRESS"
_PLACED = ("household", "area_code", "search_text", "sort_key")


def take(outcome: Outcome, batch: Batch, addresses: Sequence[IncomingAddress]) -> None:
    """Fill in the home a person lacks; one that a house row or somebody on the spot gave stays as it is."""
    people = people_of({(one.hospital, one.pid) for one in addresses})
    known = [one for one in addresses if (one.hospital, one.pid) in people]
    outcome.count(ADDRESS, len(known))
    outcome.nobody(ADDRESS, ((one.hospital, one.pid) for one in addresses if (one.hospital, one.pid) not in people))
    lasting = residences.open_of(people.values())
    homes = {person: residences.homes_of(lasting[person.pk]) for person in people.values()}
    lacking = [one for one in known if _lacks(people[one.hospital, one.pid], homes, one)]
    for one, household in houses.for_addresses(batch, lacking).items():
        person = people[one.hospital, one.pid]
        homes[person] = homes[person].filled(household, registered=one.registered)
    sources = {person.pk: source_of(hospital) for (hospital, _), person in people.items()}
    residences.keep(homes, lasting, on=clock.today().isoformat(), sources=sources, batch=batch)
    _house_the_homeless(batch, homes)


def _lacks(person: Person, homes: dict[Person, Homes], one: IncomingAddress) -> bool:
    if one.registered:
        return homes[person].registered is None
    return homes[person].actual is None and person.residency != NO_HOUSE


def _house_the_homeless(batch: Batch, homes: dict[Person, Homes]) -> None:
    housed = []
    for person, home in homes.items():
        household = home.actual or home.registered
        if person.household_id is None and household and person.residency != NO_HOUSE:
            person.household, person.area_code = household, household.area_code or person.area_code
            names.index(person, household.house_no)
            housed.append(person)
    footprints.change(batch, housed, _PLACED)
