"""What a report is: sentences, tables, and the small print that earns trust."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.domain.foundation.refused import Language

Cell = str | int | None
"""Text, a number, or None: a number that stays closed."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its name, whether it holds numbers, and the group whose list a number leads to ("" for everyone)."""

    name: str
    numbers: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line; the place it is of, or the person it is about."""

    cells: list[Cell]
    place: str = ""
    person: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `empty` is what is said where there is nobody, `left_out` how many lines were too many.

    A list has a `name`; where there is more of it, `after` is where it goes on.
    """

    title: str
    heads: list[Head]
    rows: list[Row]
    empty: str = ""
    left_out: int = 0
    name: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report as a seat reads it. `exact`: the numbers are those of people this seat sees."""

    kind: str
    title: str
    where: str
    day: date
    language: Language
    exact: bool
    sentences: list[str]
    tables: list[Table]
    notes: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many lines its tables hold."""
        return sum(len(table.rows) for table in self.tables)

    @property
    def people(self) -> list[str]:
        """References of the people it names, each once."""
        named = (f"person:{row.person}" for table in self.tables for row in table.rows if row.person)
        return list(dict.fromkeys(named))


def told(language: Language, th: str, en: str) -> str:
    """A sentence in the reader's language."""
    return en if language == "en" else th
