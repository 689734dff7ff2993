"""What a file says of people and houses, in the registry's own words: the form every intake hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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
    stamped_at: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """One person as one hospital knows them. `said` maps FILE_FIELDS to values, blank where it says nothing;
    `raw` is the whole row, unknown columns too; `stamped_at` orders exports and proves nothing. Without a number
    `number_problem` says why: "missing", or what made the one in the file unusable. A row of a list somebody made has
    no hospital; its `area_code` says where the person is found."""

    line: int
    hospital: str
    pid: str
    number: str
    house_number: str
    said: Mapping[str, str]
    stamped_at: str
    number_problem: str = ""
    raw: Mapping[str, str] = field(default_factory=dict)
    area_code: str = ""


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


@dataclass(frozen=True, slots=True)
class IncomingDeath:
    """A death a hospital reports; `on` is ISO, partial where the day is not known."""

    hospital: str
    pid: str
    on: str


@dataclass(frozen=True, slots=True)
class IncomingCoverage:
    """A right to treatment by the ministry's code, since when; `said` maps the other columns of Coverage."""

    hospital: str
    pid: str
    scheme: str
    since: str
    said: Mapping[str, str]
    stamped_at: str


@dataclass(frozen=True, slots=True)
class IncomingIllness:
    """A long illness by its ICD-10 code; `said` maps since, state and ended_on, blank where it says nothing."""

    hospital: str
    pid: str
    code: str
    said: Mapping[str, str]
    stamped_at: str


@dataclass(frozen=True, slots=True)
class IncomingVillage:
    """What a hospital says of a village (8 digits); `said` maps columns of VillageFact, None where it says nothing."""

    hospital: str
    code: str
    said: Mapping[str, Any]
    stamped_at: str


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row of a file the registry keeps as it came; `pid` is empty in files that speak of no person."""

    file: str
    line: int
    hospital: str
    pid: str
    raw: Mapping[str, str]


@dataclass(slots=True)
class Reading:
    """A file being read in: its rows by kind, streamed, in the order they are applied; `rows` is how many there are.

    `problems` is asked once everything was read, for then all of them are known: {file, line, column, code, th, en}.
    `listed`: a list somebody made, not a hospital's export: people are matched only within the seat's own places, and
    a like name asks. `notes` are kept beside what came of the file.
    """

    kind: str
    file_name: str
    sha256: str
    hospitals: frozenset[str]
    rows: int = 0
    villages: dict[str, str] = field(default_factory=dict)
    houses: Iterable[IncomingHouse] = ()
    people: Iterable[IncomingPerson] = ()
    addresses: Iterable[IncomingAddress] = ()
    groups: Iterable[IncomingGroup] = ()
    deaths: Iterable[IncomingDeath] = ()
    coverages: Iterable[IncomingCoverage] = ()
    illnesses: Iterable[IncomingIllness] = ()
    village_facts: Iterable[IncomingVillage] = ()
    others: Iterable[IncomingRow] = ()
    problems: Callable[[Outcome], list[dict[str, Any]]] = lambda outcome: []
    progress: Callable[[int], None] = lambda rows: None
    listed: bool = False
    notes: dict[str, Any] = field(default_factory=dict)


def source_of(hospital: str) -> str:
    """How a fact says that it is known from a file: a hospital's export, or a list somebody made."""
    return f"43 แฟ้ม {hospital}" if hospital else A_LIST


A_LIST = "รายชื่อที่นำเข้า"
COUNTED = ("new", "changed", "unchanged")


@dataclass(slots=True)
class Outcome:
    """What an intake did: people new, changed, unchanged; rows applied by file; lines whose number is another's, and
    lines whose name and birth are; by file, the (hospital, pid) of rows that speak of nobody known; how many rows of
    erased people were left out; and the whole error table once all was read.

    A person counts once however many rows, hospitals and pieces speak of them; `before` is what an earlier part of
    the same reading had counted.
    """

    applied: dict[str, int] = field(default_factory=dict)
    number_conflicts: list[int] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    without_person: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)
    before: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    _spoken_of: dict[str, set[int]] = field(
        default_factory=lambda: {"new": set(), "changed": set(), "unchanged": set()}
    )

    def met(self, how: str, people: Iterable[Any]) -> None:
        """These people (by their ids) came out "new", "changed" or "unchanged"."""
        # a hash of the id: a province's half million people stay below 100 MB
        self._spoken_of[how].update(map(hash, people))

    @property
    def people(self) -> dict[str, int]:
        """{"new", "changed", "unchanged"}: who is new is not changed too, and who changed is not unchanged too."""
        new, changed, unchanged = (self._spoken_of[how] for how in COUNTED)
        counted = {"new": len(new), "changed": len(changed - new), "unchanged": len(unchanged - changed - new)}
        return {how: count + self.before.get(how, 0) for how, count in counted.items()}

    def count(self, file: str, rows: int = 1) -> None:
        self.applied[file] = self.applied.get(file, 0) + rows

    def nobody(self, file: str, keys: Iterable[tuple[str, str]]) -> None:
        self.without_person.setdefault(file, []).extend(keys)

    def so_far(self) -> dict[str, Any]:
        """What a later part of the same reading goes on from."""
        return {
            "before": self.people,
            "applied": self.applied,
            "number_conflicts": self.number_conflicts,
            "alike": self.alike,
            "without_person": self.without_person,
        }
