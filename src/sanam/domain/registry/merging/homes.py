"""One person, so one home: the chosen record's, and what it does not say the other's; a home that ends is closed."""

from __future__ import annotations

from typing import Any

from sanam.domain.registry.intake.residences import Homes, homes_of
from sanam.domain.registry.intake.winners import NO_HOUSE
from sanam.domain.registry.merging.rules import Pair, arranges
from sanam.domain.registry.merging.tables import Table
from sanam.domain.registry.models import Household, Person, Residence


@arranges(Residence)
def _one_home(pair: Pair, table: Table, found: list[Residence]) -> list[Residence]:
    """Past homes all belong to the person; of the lasting ones those stand that the chosen record tells of."""
    winner = pair.winner("household_id")
    lasting = [row for row in found if not row.to_on]
    lasting.sort(key=lambda row: (row.person_id != winner.pk, row.pk))
    wanted = _homes(winner, lasting).rows()
    missing = set(wanted)
    for row in found:
        row.person_id = pair.kept.pk if row.to_on else row.person_id
    for row in lasting:
        at = (row.household_id, row.registered, row.actual)
        if at in wanted and at not in missing:
            row.person_id = pair.gone.pk  # both records told of this very home
            continue
        row.person_id = pair.kept.pk
        if at in missing:
            missing.remove(at)
        else:
            row.to_on = pair.on.isoformat()
    return [_told_in_part(pair, at, lasting) for at in sorted(missing, key=str)]


def _homes(winner: Person, lasting: list[Residence]) -> Homes:
    said = homes_of(row for row in lasting if row.person_id == winner.pk)
    other = homes_of(row for row in lasting if row.person_id != winner.pk)
    actual: Household | None = other.actual
    if winner.residency == NO_HOUSE:
        actual = None
    return Homes(said.registered or other.registered, said.actual or actual)


def _told_in_part(pair: Pair, at: Any, lasting: list[Residence]) -> Residence:
    """A home of which the rows say more than still holds: registered there, say, but no longer living there."""
    household, registered, actual = at
    told = next(row for row in lasting if row.household_id == household)
    return Residence(
        person=pair.kept,
        household_id=household,
        registered=registered,
        actual=actual,
        from_on=told.from_on,
        source=told.source,
    )
