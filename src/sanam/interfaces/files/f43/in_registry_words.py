"""Rows of the 43 files in the registry's own words, cut to what it has room for."""

from __future__ import annotations

from sanam.domain.registry.incoming import (
    IncomingAddress,
    IncomingCoverage,
    IncomingDeath,
    IncomingGroup,
    IncomingHouse,
    IncomingIllness,
    IncomingPerson,
    IncomingRow,
    IncomingVillage,
)
from sanam.domain.registry.words import Group
from sanam.interfaces.files.f43.identity import read_hospital
from sanam.interfaces.files.f43.rows.address import AddressRow
from sanam.interfaces.files.f43.rows.card import CardRow
from sanam.interfaces.files.f43.rows.chronic import ChronicRow
from sanam.interfaces.files.f43.rows.death import DeathRow
from sanam.interfaces.files.f43.rows.disability import DisabilityRow
from sanam.interfaces.files.f43.rows.home import HomeRow
from sanam.interfaces.files.f43.rows.person import PersonRow
from sanam.interfaces.files.f43.rows.village import VillageRow
from sanam.interfaces.files.f43.tables import SourceLine


def house(row: HomeRow) -> IncomingHouse:
    """A HOME row."""
    return IncomingHouse(
        hospital=row.hospcode,
        number=row.hid,
        house_id=row.house_id,
        house_no=row.house_no[:75],
        road=row.road[:255],
        area_code=row.village_code or row.subdistrict_code,
        latitude=row.latitude,
        longitude=row.longitude,
        volunteer_hint=row.volunteer_hint[:60],
        stamped_at=row.stamped_at,
    )


def person(row: PersonRow, line: int) -> IncomingPerson:
    """A PERSON row, and the line it stood in."""
    said = {
        "prefix": row.prefix[:40],
        "given": _readable(row.given)[:80],
        "family": _readable(row.family)[:80],
        "sex": row.sex,
        "birth": row.birth.iso() if row.birth else "",
        "life": row.life,
        "life_on": row.life_on.iso() if row.life_on else "",
        "residency": row.typearea,
        "phone": row.phones[0] if row.phones else "",
        "marital": row.marital,
        "nation": row.nation[:3],
        "religion": row.religion[:2],
        "occupation": row.occupation[:4],
    }
    return IncomingPerson(
        line=line,
        hospital=row.hospcode,
        pid=row.pid,
        number="" if row.cid_problem else row.cid,
        house_number=row.hid,
        said=said,
        stamped_at=row.stamped_at,
        number_problem=row.cid_problem,
        raw=row.values,
    )


def address(row: AddressRow) -> IncomingAddress:
    """An ADDRESS row."""
    return IncomingAddress(
        hospital=row.hospcode,
        pid=row.pid,
        house_id=row.house_id,
        house_no=row.house_no[:75],
        area_code=row.village_code or row.subdistrict_code,
        registered=row.kind == "registered",
    )


def disability(row: DisabilityRow) -> IncomingGroup:
    """A DISABILITY row."""
    since = row.since or row.detected_on
    return IncomingGroup(row.hospcode, row.pid, Group.DISABLED, row.kind_code, since.iso() if since else "")


def death(row: DeathRow) -> IncomingDeath:
    """A DEATH row."""
    return IncomingDeath(row.hospcode, row.pid, row.died_on.iso() if row.died_on else "")


def coverage(row: CardRow) -> IncomingCoverage:
    """A CARD row."""
    said = {"old_scheme": row.old_scheme, "number": row.number, "main": row.main, "sub": row.sub}
    said["until"] = row.until.iso() if row.until else ""
    since = row.since.iso() if row.since else ""
    return IncomingCoverage(row.hospcode, row.pid, row.scheme, since, said, row.stamped_at)


def illness(row: ChronicRow) -> IncomingIllness:
    """A CHRONIC row."""
    said = {"since": row.since.iso() if row.since else "", "state": row.state}
    said["ended_on"] = row.ended_on.iso() if row.ended_on else ""
    return IncomingIllness(row.hospcode, row.pid, row.code, said, row.stamped_at)


def village(row: VillageRow) -> IncomingVillage:
    """A VILLAGE row."""
    said = {"latitude": row.latitude, "longitude": row.longitude, **row.counts}
    return IncomingVillage(row.hospcode, row.code, said, row.stamped_at)


def kept(line: SourceLine) -> IncomingRow:
    """A row that is kept as it came."""
    hospital = read_hospital(line.values.get("HOSPCODE", ""))
    return IncomingRow(line.file, line.line, hospital, line.values.get("PID", "")[:15], line.values or {"": line.raw})


def _readable(name: str) -> str:
    """A name with characters nobody could read says nothing: it must not replace a good one."""
    return "" if "\ufffd" in name else name
