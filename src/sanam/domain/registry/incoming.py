"""What a file says of people and houses, in the registry's own words: the form every intake hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FILE_FIELDS = (
    *("prefix", "given", "family", "sex", "birth", "life", "life_on", "residency", "phone"),
    *("marital", "nation", "religion", "occupation"),
)
"""Fields of a person a file may fill."""


@dataclass(frozen=True, slots=True)
class IncomingHouse:
    """A house by a hospital's own number; `area_code` is 8 digits, 6 where the village is not known, or empty."""

    hospital: str
    number: str
    house_id: str
    house_no: str
    road: str
    area_code: str
    latitude: float | None = None
    longitude: float | None = None
    volunteer_hint: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """One person as one hospital knows them. `said` maps FILE_FIELDS to values, blank where it says nothing;
    `raw` is the whole row, unknown columns too; `stamped_at` orders exports and proves nothing."""

    line: int
    hospital: str
    pid: str
    number: str
    house_number: str
    said: Mapping[str, str]
    stamped_at: str
    raw: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingAddress:
    """Where a person can be found, for those without a house of their hospital's own."""

    hospital: str
    pid: str
    house_id: str
    house_no: str
    area_code: str
    registered: bool


@dataclass(frozen=True, slots=True)
class IncomingGroup:
    """A vulnerable group a person belongs to, by its statutory type where it has one, since when (ISO, partial)."""

    hospital: str
    pid: str
    group: str
    kind: str
    since: str


@dataclass(slots=True)
class Outcome:
    """What an intake did: people new, changed, unchanged; rows applied by file; lines whose number is another's."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    applied: dict[str, int] = field(default_factory=dict)
    number_conflicts: list[int] = field(default_factory=list)
    without_person: list[tuple[str, str]] = field(default_factory=list)

    def count(self, file: str, rows: int = 1) -> None:
        self.applied[file] = self.applied.get(file, 0) + rows
