"""What two records say of one person, field by field, and whose word holds unless somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanam.domain.registry.intake import winners
from sanam.domain.registry.intake.source_rows import FILE
from sanam.domain.registry.merging.rules import GONE, KEPT
from sanam.domain.registry.models import Confirmation, Identifier, Person, SourceRow
from sanam.domain.registry.words import FIELD_NAMES, IdentifierKind, Life

TOGETHER = {"life": ("life", "life_on"), "household_id": ("household_id", "area_code")}
"""Columns that one choice is about."""
FIELDS = (
    *("prefix", "given", "family", "nickname", "sex", "birth", "national_id", "life", "household_id", "residency"),
    *("phone", "marital", "nation", "religion", "occupation"),
)
"""What is chosen between, in the order a person is told of."""
GRAVE = ("sex", "national_id", "life")
"""Differences that may mean two people: never settled in passing."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one record says in a field, when somebody last saw that it holds, or which hospital's file says it."""

    value: str
    seen: date | None = None
    hospital: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One field in both records, and whose word holds unless chosen otherwise.

    `grave`: somebody has to choose, for the difference may mean that they are two people.
    """

    field: str
    kept: Saying
    gone: Saying
    differs: bool
    side: str
    grave: bool = False


def lines(kept: Person, gone: Person) -> list[Line]:
    """Every field of which one of the two says something, with its source."""
    judge = _Judge(kept, gone)
    told = [(name, judge.said(name, kept), judge.said(name, gone)) for name in FIELDS]
    return [judge.line(name, ours, theirs) for name, ours, theirs in told if ours or theirs]


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a person that one choice is about; none for the number, which is kept apart."""
    return () if name == "national_id" else TOGETHER.get(name, (name,))


class _Judge:
    """What is known of two records: when each fact group was seen, and what files say in their order."""

    def __init__(self, kept: Person, gone: Person) -> None:
        self.kept, self.gone = kept, gone
        both = [kept.pk, gone.pk]
        self.seen: dict[tuple[Any, str], date] = {
            (one.person_id, one.fact): one.on for one in Confirmation.objects.filter(person__in=both)
        }
        held = Identifier.objects.filter(person__in=both, kind=IdentifierKind.NATIONAL)
        self.numbers = {one.person_id: one for one in held}
        self.files = _said_by_files(both)

    def said(self, name: str, person: Person) -> str:
        if name == "national_id":
            return self.numbers[person.pk].number if person.pk in self.numbers else ""
        if name == "household_id":
            return f"{person.household.house_no if person.household else ''} {person.area_code}".strip()
        return str(getattr(person, name) or "")

    def line(self, name: str, ours: str, theirs: str) -> Line:
        differs = bool(ours and theirs and ours != theirs)
        return Line(
            name,
            self._saying(name, self.kept, ours),
            self._saying(name, self.gone, theirs),
            differs,
            self._side(name) if differs else GONE if theirs and not ours else KEPT,
            differs and name in GRAVE and (name != "life" or Life.DEAD in (ours, theirs)),
        )

    def _side(self, name: str) -> str:
        """What was seen last; else what a file says that wins; else what was written last."""
        ours, theirs = self._seen(name, self.kept), self._seen(name, self.gone)
        if ours or theirs:
            return GONE if (theirs or date.min) > (ours or date.min) else KEPT
        first = next((owner for owner, said in self.files if _says(said, name)), None)
        if first is not None:
            return GONE if first == self.gone.pk else KEPT
        return GONE if self.gone.updated_at > self.kept.updated_at else KEPT

    def _seen(self, name: str, person: Person) -> date | None:
        return self.seen.get((person.pk, FIELD_NAMES[name][2].value))

    def _saying(self, name: str, person: Person, value: str) -> Saying:
        said = (one.hospital for owner, one in self.files if owner == person.pk and _says(one, name))
        return Saying(value, self._seen(name, person), next(said, "")) if value else Saying("")


def _said_by_files(people: list[Any]) -> list[tuple[Any, winners.Said]]:
    rows = SourceRow.objects.filter(file=FILE, current=True, person__in=people).order_by("id")
    said = {id(one): (row.person_id, one) for row in rows for one in [winners.unseal(row)]}
    return [said[id(one)] for one in winners.in_order([one for _, one in said.values()])]


def _says(said: winners.Said, name: str) -> bool:
    values: Mapping[str, Any] = said.values
    return bool(said.house_number if name == "household_id" else values.get(name))
