"""ADDRESS: where a person can be found, by the house registration and in truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.interfaces.files.f43.codes import WORDS
from sanam.interfaces.files.f43.identity import read_relative
from sanam.interfaces.files.f43.places import Map, read_house_id, read_house_no, read_place
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine


@dataclass(slots=True)
class AddressRow:
    """One address of one person. `kind` is "registered" or "contact".

    `cid` helps to find a person whose PERSON row is in another export. The rest is as in HomeRow.
    """

    hospcode: str
    pid: str
    cid: str
    kind: str
    house_id: str
    house_no: str
    soi: str
    road: str
    village_name: str
    village_code: str
    subdistrict_code: str
    written_area: str
    phones: tuple[str, ...]
    stamped_at: str
    values: dict[str, str] = field(repr=False)


def read_address(
    line: SourceLine, *, country: Map | None = None, today: date | None = None
) -> tuple[AddressRow | None, list[Problem]]:
    """Read one line of ADDRESS; with `country`, places by codes in force only."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    kind = reading.needed_code("ADDRESSTYPE", WORDS["ADDRESSTYPE"], "address_type")
    if not kind:
        return None, reading.problems
    place = read_place(reading, country)
    row = AddressRow(
        hospcode=hospcode,
        pid=pid,
        cid=read_relative(reading.get("CID", ""))[0],
        kind=kind,
        house_id=read_house_id(reading),
        house_no=read_house_no(reading, "HOUSENO"),
        soi=reading.text("SOIMAIN") or reading.text("SOISUB"),
        road=reading.text("ROAD"),
        village_name=reading.text("VILLANAME"),
        village_code=place.village,
        subdistrict_code=place.subdistrict,
        written_area=place.written,
        phones=reading.phones("MOBILE", "TELEPHONE"),
        stamped_at=reading.stamp(),
        values=line.values,
    )
    return row, reading.problems
