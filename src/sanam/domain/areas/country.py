"""The country's places as the geothai package lists them: provinces, districts, sub-districts, abolished codes too."""

from __future__ import annotations

from collections.abc import Iterator

import geothai
from geothai.abolished import abolished_areas


def places() -> Iterator[dict[str, object]]:
    """Rows for the table of areas: code, name_th, name_en, successor, abolished."""
    for province in geothai.provinces():
        yield _row(province)
        for district in geothai.districts(province.code):
            yield _row(district)
            yield from (_row(subdistrict) for subdistrict in geothai.subdistricts(district.code))
    for gone in abolished_areas():
        # split among several: no record can be moved without asking, so no successor is named
        yield _row(gone, successor=gone.successors[0] if len(gone.successors) == 1 else "", abolished=True)


def _row(place: object, successor: str = "", abolished: bool = False) -> dict[str, object]:
    names = {name: getattr(place, name) or "" for name in ("code", "name_th", "name_en")}
    if len(names["code"]) == 4 and names["code"].startswith("10"):
        # the package writes Bangkok's title into the name
        names["name_th"] = names["name_th"].removeprefix("เขต")
    return names | {"successor": successor, "abolished": abolished}
