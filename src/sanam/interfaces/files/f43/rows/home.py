"""HOME: the houses a hospital looks after, and who is said to look in on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.interfaces.files.f43.places import Map, read_house_id, read_house_no, read_place, read_point
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine


@dataclass(slots=True)
class HomeRow:
    """One house under one hospital's own number (`hid`). Text is "" where not known.

    `village_code` (8 digits) and `subdistrict_code` (6) are today's; `written_area` is what stood there.
    `latitude` and `longitude` in degrees, both or neither. `volunteer_hint` is VHVID as written: a PID, a
    local number or a name; it proposes a volunteer, a person confirms.
    """

    hospcode: str
    hid: str
    house_id: str
    house_no: str
    soi: str
    road: str
    village_name: str
    village_code: str
    subdistrict_code: str
    written_area: str
    latitude: float | None
    longitude: float | None
    phones: tuple[str, ...]
    volunteer_hint: str
    head_pid: str
    stamped_at: str
    values: dict[str, str] = field(repr=False)


def read_home(
    line: SourceLine, *, country: Map | None = None, today: date | None = None
) -> tuple[HomeRow | None, list[Problem]]:
    """Read one line of HOME; with `country`, places by codes in force only."""
    reading = Reading(line, today)
    hospcode, hid = reading.whose("HID", 14)
    if not hid:
        return None, reading.problems
    place = read_place(reading, country)
    latitude, longitude = read_point(reading)
    row = HomeRow(
        hospcode=hospcode,
        hid=hid,
        house_id=read_house_id(reading),
        house_no=read_house_no(reading, "HOUSE"),
        soi=reading.text("SOIMAIN") or reading.text("SOISUB"),
        road=reading.text("ROAD"),
        village_name=reading.text("VILLANAME"),
        village_code=place.village,
        subdistrict_code=place.subdistrict,
        written_area=place.written,
        latitude=latitude,
        longitude=longitude,
        phones=reading.phones("TELEPHONE"),
        volunteer_hint=reading.text("VHVID"),
        head_pid=reading.text("HEADID"),
        stamped_at=reading.stamp(),
        values=line.values,
    )
    return row, reading.problems
