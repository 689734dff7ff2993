"""What is wrong or odd in single cells of the files, and where: what a reader should find and say.

Each kind is planted at least once, if there is anyone it can befall. Nobody who stands in a planted pair
is touched, so that one trap never hides another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle, islice

from sanam.sample import familiar, names, numbers, places
from sanam.sample.dice import Dice
from sanam.sample.row_errors import transposed
from sanam.sample.things import LODGER, STAYS, Address, District, Hospital, Household, Person, Slip
from sanam.sample.traits import THAI


@dataclass(frozen=True, slots=True)
class Oddity:
    """One kind of slip in PERSON: its column, how many in a thousand, who it befalls, what is written."""

    kind: str
    column: str
    per_thousand: float
    befalls: Callable[[Person, date], bool]
    text: Callable[[Dice, Person], str]


def in_buddhist_era(day: date) -> str:
    """YYYYMMDD with the year of พ.ศ. left in by mistake."""
    return f"{day.year + 543}{day.month:02d}{day.day:02d}"


def _anyone(person: Person, today: date) -> bool:
    return person.nation == THAI


def _old(person: Person, today: date) -> bool:
    return person.birth.year < today.year - 58


def _gone(person: Person, today: date) -> bool:
    return person.discharge != STAYS


ODDITIES = (
    Oddity("year_only", "BIRTH", 22, _old, lambda dice, person: f"{person.birth.year}0101"),
    Oddity("buddhist_year", "BIRTH", 4, _anyone, lambda dice, person: in_buddhist_era(person.birth)),
    Oddity("future_date", "BIRTH", 0.6, _anyone, lambda dice, person: f"{person.birth.year + 130}0615"),
    Oddity("no_such_date", "BIRTH", 0.6, _anyone, lambda dice, person: f"{person.birth.year}0231"),
    Oddity("missing_id", "CID", 10, _anyone, lambda dice, person: ""),
    Oddity("dummy_id", "CID", 6, _anyone, lambda dice, person: dice.pick(numbers.DUMMY_IDS)),
    Oddity("check_digit", "CID", 4, _anyone, lambda dice, person: transposed(dice, person.national_id)),
    Oddity("unknown_code", "SEX", 0.5, _anyone, lambda dice, person: "9"),
    Oddity("unknown_code", "PRENAME", 0.5, _anyone, lambda dice, person: "998"),
    Oddity("unknown_code", "TYPEAREA", 0.5, _anyone, lambda dice, person: "7"),
    Oddity("missing", "LNAME", 0.5, lambda person, today: person.nation != THAI, lambda dice, person: ""),
    Oddity("missing", "NAME", 0.3, _anyone, lambda dice, person: ""),
    Oddity("missing", "DDISCHARGE", 0.6, _gone, lambda dice, person: ""),
    Oddity(
        "buddhist_year",
        "DDISCHARGE",
        0.6,
        _gone,
        lambda dice, person: in_buddhist_era(person.discharged or person.birth),
    ),
    Oddity("not_a_phone", "MOBILE", 1, lambda person, today: bool(person.mobile), lambda dice, person: "ไม่มี"),
)


NOBODY = "999999"
"""A PID and HID that no row has."""

_Place = tuple[Hospital, Person]


def plant(dice: Dice, district: District) -> None:
    """Plant every kind over the whole district."""
    free = _free(dice, district)
    for oddity in ODDITIES:
        _befall(dice, district, free, oddity)
    _write_old_addresses(dice, free, _how_many(district, 2))
    _leave_older_rows(dice, free, _how_many(district, 1))
    _mistake_houses(dice, district)
    _mistake_disabilities(dice, district)


def _befall(dice: Dice, district: District, free: list[_Place], oddity: Oddity) -> None:
    """One oddity, on as many people as it should befall; a wrong ID goes with them into every file."""

    def fits(hospital: Hospital, person: Person) -> bool:
        return oddity.befalls(person, district.today)

    for hospital, person in _take(free, _how_many(district, oddity.per_thousand), fits):
        text = oddity.text(dice, person)
        hospital.slip(Slip("PERSON", person.pid, oddity.column, text, oddity.kind))
        if oddity.column == "CID":
            person.national_id = text


def _free(dice: Dice, district: District) -> list[_Place]:
    """People on whom nothing is planted, in random order."""
    paired = {person.who for pair in district.pairs for person in (pair.one, pair.other)}
    free = [
        (hospital, person)
        for hospital in district.hospitals
        for person in hospital.people()
        if person.who not in paired and person.who > familiar.HOW_MANY
    ]
    dice.shuffle(free)
    return free


def _take(free: list[_Place], wanted: int, fits: Callable[[Hospital, Person], bool]) -> list[_Place]:
    """The first `wanted` who fit; they are free no more."""
    taken = list(islice((place for place in free if fits(*place)), wanted))
    whos = {person.who for _, person in taken}
    free[:] = [place for place in free if place[1].who not in whos]
    return taken


def _how_many(district: District, per_thousand: float) -> int:
    return max(1, round(district.persons * per_thousand / 1000))


def _write_old_addresses(dice: Dice, free: list[_Place], wanted: int) -> None:
    """Houses in sub-districts that are another district's now, under the codes they had here."""
    codes = cycle(places.ABOLISHED)
    lodgers = _take(free, wanted, lambda _, person: person.typearea == LODGER and person.registered is not None)
    for hospital, person in lodgers:
        code = next(codes)
        area = f"{places.DISTRICT_CODE}{code}{dice.between(1, 9):02d}"
        person.registered = Address(f"{dice.between(1, 200)}", area)
        hospital.slip(Slip("ADDRESS", f"{person.pid}/1", "TAMBON", code, "abolished_tambon"))


def _leave_older_rows(dice: Dice, free: list[_Place], wanted: int) -> None:
    """Rows that stayed in the file after they were written anew: the newest D_UPDATE should win."""
    for hospital, person in _take(free, wanted, lambda hospital, _: not hospital.style.stamps_export):
        older = replace(
            person,
            family=names.family(dice, person.faith),
            mobile="",
            updated=person.updated - timedelta(days=dice.between(200, 900)),
        )
        hospital.older_rows.append(older)
        text = f"{older.updated:%Y%m%d%H%M%S}"
        hospital.slip(Slip("PERSON", f"{person.pid}/older", "D_UPDATE", text, "older_row"))


def _mistake_houses(dice: Dice, district: District) -> None:
    """North and east changed over, a | inside a house number, a volunteer nobody knows."""
    houses = [(hospital, house) for hospital in district.hospitals for house in hospital.households() if house.latitude]
    few = min(len(houses) // 3, _how_many(district, 0.4))
    chosen = iter(dice.sample(houses, 3 * few))
    for hospital, house in islice(chosen, few):
        _slip_on(hospital, house, "LATITUDE", house.longitude, "out_of_range")
        _slip_on(hospital, house, "LONGITUDE", house.latitude, "out_of_range")
    for hospital, house in islice(chosen, few):
        _slip_on(hospital, house, "HOUSE", f"{house.house_no}|1", "one_cell_too_many")
    for hospital, house in chosen:
        _slip_on(hospital, house, "VHVID", NOBODY, "unknown_volunteer")


def _mistake_disabilities(dice: Dice, district: District) -> None:
    """A type that does not exist, and a row about nobody."""
    disabled = [
        (hospital, person)
        for hospital in district.hospitals
        for person in hospital.people()
        if person.disability and person.who > familiar.HOW_MANY
    ]
    few = min(len(disabled) // 2, _how_many(district, 0.3))
    chosen = iter(dice.sample(disabled, 2 * few))
    for hospital, person in islice(chosen, few):
        hospital.slip(Slip("DISABILITY", person.pid, "DISABTYPE", "9", "unknown_code"))
    for hospital, person in chosen:
        hospital.slip(Slip("DISABILITY", person.pid, "PID", NOBODY, "nobody"))


def _slip_on(hospital: Hospital, house: Household, column: str, text: str, kind: str) -> None:
    hospital.slip(Slip("HOME", house.hid, column, text, kind))
