"""What the sample district is made of: a tree of hospitals, villages, households and people.

A `Person` is one row of a hospital's register. `who` is the human behind it: rows with the same `who`
are about the same human, and that is the only truth about duplicates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

MALE, FEMALE = "1", "2"
HERE, AWAY, LODGER, SERVED, HOMELESS = "1", "2", "3", "4", "5"
"""TYPEAREA: registered and here; registered, gone; here, registered elsewhere; only served; no house."""
DIED, MOVED, LOST, STAYS = "1", "2", "3", "9"
"""DISCHARGE."""


@dataclass(slots=True)
class Address:
    """A house outside the hospital's own list; `area` has 8 digits and may name an abolished sub-district."""

    house_no: str
    area: str


@dataclass(slots=True)
class Disability:
    """One registered disability: type 1-7, cause 1-3, ICD-10, when it was found."""

    type: str
    cause: str
    diagnosis: str
    detected: date


@dataclass(slots=True)
class Condition:
    """One long-term illness: ICD-10, since when."""

    diagnosis: str
    since: date


@dataclass(slots=True)
class Assessment:
    """One Barthel score (0-20), and the day it was taken."""

    score: int
    on: date


@dataclass(slots=True)
class Person:
    """One row of a hospital's register; codes are those of the 43 files."""

    who: int
    hospital: str
    sex: str
    birth: date
    given: str
    family: str
    faith: str
    relation: str
    updated: datetime
    national_id: str = ""
    pid: str = ""
    prefix: str = ""
    typearea: str = HERE
    marriage: str = "1"
    occupation: str = "9998"
    education: str = "09"
    nation: str = "099"
    labor: str = ""
    fstatus: str = "2"
    standing: str = "5"
    coverage: str = "0100"
    father: str = ""
    mother: str = ""
    couple: str = ""
    mobile: str = ""
    moved_in: date | None = None
    discharge: str = STAYS
    discharged: date | None = None
    registered: Address | None = None
    disability: Disability | None = None
    conditions: tuple[Condition, ...] = ()
    assessment: Assessment | None = None

    @property
    def lives(self) -> bool:
        return self.discharge == STAYS

    def age(self, today: date) -> int:
        """Years completed."""
        return today.year - self.birth.year - ((today.month, today.day) < (self.birth.month, self.birth.day))


@dataclass(slots=True)
class Household:
    """One house of a hospital's list, and who is written into it; the head comes first."""

    house_no: str
    area: str
    people: list[Person]
    hid: str = ""
    house_id: str = ""
    in_civil_register: bool = True
    kind: str = "1"
    name: str = ""
    phone: str = ""
    latitude: str = ""
    longitude: str = ""
    volunteer: Person | None = None


@dataclass(slots=True)
class Village:
    """One หมู่บ้าน: its 8-digit code, name, the share of Muslim families, houses, and its อสม. in order."""

    code: str
    name: str
    muslims: float
    households: list[Household] = field(default_factory=list)
    volunteers: list[Person] = field(default_factory=list)

    @property
    def number(self) -> int:
        return int(self.code[6:])


@dataclass(frozen=True, slots=True)
class Style:
    """How one hospital's system writes its export."""

    encoding: str = "utf-8"
    newline: str = "\r\n"
    upper: bool = True
    folder: bool = False
    hospcode9: bool = True
    reordered: bool = False
    stamps_export: bool = False
    extra: tuple[str, ...] = ()
    vhvid: str = "pid"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something odd in one cell: of which file, row (by PID or HID) and column; what was written, and why."""

    file: str
    key: str
    column: str
    text: str
    kind: str


@dataclass(slots=True)
class Hospital:
    """One รพ.สต.: its villages, the people it knows from elsewhere, and what went wrong in its files."""

    code: str
    name: str
    tambon: str
    style: Style
    exported: datetime
    villages: list[Village]
    others: list[Person] = field(default_factory=list)
    older_rows: list[Person] = field(default_factory=list)
    slips: dict[tuple[str, str], list[Slip]] = field(default_factory=dict)

    @property
    def code9(self) -> str:
        return f"9900{self.code}"

    @property
    def archive_name(self) -> str:
        return f"F43_{self.code}_{self.exported:%Y%m%d%H%M%S}"

    def households(self) -> Iterator[Household]:
        for village in self.villages:
            yield from village.households

    def people(self) -> Iterator[Person]:
        for household in self.households():
            yield from household.people
        yield from self.others

    def slip(self, slip: Slip) -> None:
        """Remember an oddity; the export writes it, the truth tells it."""
        self.slips.setdefault((slip.file, slip.key), []).append(slip)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that a linkage must judge: whether the `same` human, the kind of trap, how the IDs compare."""

    one: Person
    other: Person
    same: bool
    kind: str
    ids: str


@dataclass(slots=True)
class District:
    """The whole invented district. `persons` counts humans; rows are more, by the duplicates."""

    code: str
    name: str
    today: date
    seed: int
    persons: int
    hospitals: list[Hospital]
    pairs: list[Pair] = field(default_factory=list)

    def people(self) -> Iterator[Person]:
        for hospital in self.hospitals:
            yield from hospital.people()
