"""Which files an export has, and where their rows come from."""

from __future__ import annotations

from collections.abc import Callable

from sanam.sample import f43_people, f43_places
from sanam.sample.f43_cells import Rows
from sanam.sample.things import Hospital

FILES: dict[str, Callable[[Hospital], Rows]] = {
    "PERSON": f43_people.person_rows,
    "ADDRESS": f43_places.address_rows,
    "DEATH": f43_people.death_rows,
    "CHRONIC": f43_people.chronic_rows,
    "CARD": f43_people.card_rows,
    "HOME": f43_places.home_rows,
    "VILLAGE": f43_places.village_rows,
    "DISABILITY": f43_people.disability_rows,
    "FUNCTIONAL": f43_people.functional_rows,
}
"""The files of one export, in the standard's order."""
