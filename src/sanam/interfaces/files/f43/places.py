"""Where: village codes put together from their four cells, house IDs, points on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.f43.reading import Reading

# Thailand with its islands, in degrees.
_LATITUDES, _LONGITUDES = (5.5, 20.6), (97.2, 105.8)


@dataclass(frozen=True, slots=True)
class Place:
    """`subdistrict` 6 digits CCAATT and `village` 8 digits CCAATTMM, "" where not known.

    `written` is the code as it stood, before that of an abolished tambon was replaced.
    """

    subdistrict: str
    village: str
    written: str


@dataclass(frozen=True, slots=True)
class Map:
    """The country as it is now: what replaced an abolished tambon's code, and the codes in force, of 2 to 6 digits."""

    successors: Mapping[str, str]
    in_force: frozenset[str]


def read_place(reading: Reading, country: Map | None) -> Place:
    """The village a row lies in, by today's codes; codes of no place (when `country` is given) are noted."""
    get = reading.get
    changwat, ampur = get("CHANGWAT", ""), get("AMPUR", "")
    tambon, village = get("TAMBON", ""), get("VILLAGE", "")
    subdistrict, moo, column = _put_together(changwat, ampur, tambon, village)
    if column:
        reading.note(column, "area_code")
    written = subdistrict + moo
    if subdistrict and country:
        if current := country.successors.get(subdistrict):
            reading.note("TAMBON", "abolished_area")
            subdistrict = current
        if wrong := _nowhere(subdistrict, country.in_force):
            reading.note(wrong, "area_code")
            return Place("", "", written)
    return Place(subdistrict, subdistrict + moo if moo else "", written)


def _nowhere(subdistrict: str, in_force: frozenset[str]) -> str:
    """The first column whose code is no place's, "" when all are."""
    levels = ((2, "CHANGWAT"), (4, "AMPUR"), (6, "TAMBON"))
    return next((column for length, column in levels if subdistrict[:length] not in in_force), "")


@lru_cache(maxsize=1 << 12)
def _put_together(changwat: str, ampur: str, tambon: str, village: str) -> tuple[str, str, str]:
    """Tambon code, moo, and the column that spoils it. Some systems repeat the upper levels in each cell."""
    code = ""
    for column, cell in (("CHANGWAT", changwat), ("AMPUR", ampur), ("TAMBON", tambon), ("VILLAGE", village)):
        cell = to_arabic(cell)
        whole = len(code) + 2
        part = cell if whole > 2 and len(cell) == whole else code + cell.zfill(2)
        digits = part.isascii() and part.isdigit() and len(part) == whole and cell
        if column == "VILLAGE":
            if cell and not digits:
                return code, "", column
            # Towns have no moo: they write 00 or nothing.
            return code, part[6:] if cell.strip("0") else "", ""
        if not digits or part.endswith("00"):
            return "", "", column
        code = part
    raise AssertionError("the last column always returns")


def read_house_id(reading: Reading, column: str = "HOUSE_ID") -> str:
    """The 11 digits of the house registration, "" without them."""
    written = reading.get(column, "")
    if not written.strip("-0. "):
        return ""
    digits = to_arabic(written).replace("-", "").replace(" ", "")
    if len(digits) == 11 and digits.isascii() and digits.isdigit():
        return digits
    reading.note(column, "house_id")
    return ""


def read_house_no(reading: Reading, column: str) -> str:
    """The house number in Arabic digits, without the words before it: "12/3"."""
    return to_arabic(reading.text(column)).removeprefix("บ้านเลขที่").removeprefix("เลขที่").strip()


def read_point(reading: Reading) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees, both or neither."""
    written = reading.get("LATITUDE", ""), reading.get("LONGITUDE", "")
    if not any(cell.strip("0.-+ ") for cell in written):
        return None, None
    try:
        latitude, longitude = (float(cell) for cell in written)
    except ValueError:
        reading.note("LATITUDE", "bad_point")
        return None, None
    if _in_thailand(latitude, longitude):
        return latitude, longitude
    if _in_thailand(longitude, latitude):
        reading.note("LATITUDE", "swapped_point")
        return longitude, latitude
    reading.note("LATITUDE", "bad_point")
    return None, None


def _in_thailand(latitude: float, longitude: float) -> bool:
    return _LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]
