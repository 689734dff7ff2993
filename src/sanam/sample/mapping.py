"""The district's tile map, arranged by its secretary: three columns, west to east, from north to south."""

from __future__ import annotations

from sanam.domain.areas import operations as areas
from sanam.domain.foundation.actor import Actor
from sanam.sample.places import DISTRICT_CODE, TAMBONS


def arrange(secretary: Actor) -> None:
    """Rows of three by how far north the middles lie, each row from the west."""
    north_first = sorted(TAMBONS, key=lambda one: -one.north)
    rows = [sorted(north_first[at : at + 3], key=lambda one: one.east) for at in range(0, len(TAMBONS), 3)]
    places = {
        f"{DISTRICT_CODE}{one.code}": (row, column)
        for row, line in enumerate(rows, start=1)
        for column, one in enumerate(line, start=1)
    }
    areas.arrange_map(by=secretary, district=DISTRICT_CODE, places=places)
