"""Rows about houses and villages: HOME, VILLAGE, ADDRESS.

Their keys: the HID, the village's code, and the PID with the type of address.
"""

from __future__ import annotations

from sanam.sample.f43_cells import Row, Rows, about, moment, split_area, updated
from sanam.sample.places import DISTRICT_CODE
from sanam.sample.standing import as_written_out, local_number
from sanam.sample.things import AWAY, HERE, HOMELESS, SERVED, Address, Hospital, Household, Person, Village

_REGISTERED, _REACHED = "1", "2"
"""ADDRESSTYPE."""


def address_rows(hospital: Hospital) -> Rows:
    """ADDRESS: where each is registered, and where they are found if that is another place."""
    for household in hospital.households():
        home = split_area(household.area) | {"HOUSE_ID": household.house_id, "HOUSENO": household.house_no}
        home |= {"HOUSETYPE": household.kind, "VILLANAME": household.name}
        for person in household.people:
            if person.typearea in {HERE, AWAY}:
                yield _address(hospital, person, _REGISTERED, home)
                continue
            if person.registered:
                yield _address(hospital, person, _REGISTERED, _elsewhere(person.registered))
            yield _address(hospital, person, _REACHED, home)
    for person in hospital.others:
        if person.typearea == SERVED and person.registered:
            yield _address(hospital, person, _REGISTERED, _elsewhere(person.registered))
        elif person.typearea == HOMELESS:
            yield _address(hospital, person, _REACHED, split_area(f"{DISTRICT_CODE}{hospital.tambon}00"))


def home_rows(hospital: Hospital) -> Rows:
    """HOME: every house, with the volunteer written as this hospital writes them."""
    for village in hospital.villages:
        for household in village.households:
            yield household.hid, _home(hospital, village, household)


def village_rows(hospital: Hospital) -> Rows:
    """VILLAGE: the few counts a small hospital fills in."""
    for village in hospital.villages:
        here = [person for house in village.households for person in house.people if person.typearea != AWAY]
        temples = sum(house.kind == "6" for house in village.households)
        yield (
            village.code,
            {
                "HOSPCODE": hospital.code,
                "VID": village.code,
                "NTEMPLE": str(temples),
                "NSHOP": str(len(village.households) // 25),
                "NUMACTUALLY": str(len(here)),
                "NUMSTATELESS": str(sum(person.nation == "096" for person in here)),
                "NOLDERLYCLUB": "1" if village.number == 1 else "0",
                "D_UPDATE": moment(hospital.exported),
            },
        )


def _home(hospital: Hospital, village: Village, household: Household) -> Row:
    return split_area(household.area) | {
        "HOSPCODE": hospital.code,
        "HID": household.hid,
        "HOUSE_ID": household.house_id,
        "HOUSETYPE": household.kind,
        "HOUSE": household.house_no,
        "VILLANAME": household.name or village.name,
        "TELEPHONE": household.phone,
        "LATITUDE": household.latitude,
        "LONGITUDE": household.longitude,
        "NFAMILY": "1",
        "LOCATYPE": "2",
        "VHVID": _volunteer(hospital, village, household),
        "HEADID": household.people[0].pid,
        "TOILET": "1",
        "WATER": "1",
        "D_UPDATE": updated(hospital, household.people[0]),
        "HOSPCODE9": hospital.code9,
    }


def _volunteer(hospital: Hospital, village: Village, household: Household) -> str:
    volunteer = household.volunteer
    if volunteer is None:
        return ""
    if hospital.style.vhvid == "local":
        return local_number(village, volunteer)
    return as_written_out(volunteer) if hospital.style.vhvid == "text" else volunteer.pid


def _address(hospital: Hospital, person: Person, kind: str, place: Row) -> tuple[str, Row]:
    return f"{person.pid}/{kind}", place | about(hospital, person) | {"ADDRESSTYPE": kind}


def _elsewhere(address: Address) -> Row:
    return split_area(address.area) | {"HOUSENO": address.house_no, "HOUSETYPE": "1"}
