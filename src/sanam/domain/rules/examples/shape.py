"""The shape of an example: words in both languages, the dials a clause would turn, when to look at it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """The same in Thai and in English."""

    th: str
    en: str

    def said(self, language: str) -> str:
        """The one a reader reads."""
        return self.en if language == "en" else self.th


@dataclass(frozen=True, slots=True)
class Clause:
    """One matter, and the dials it would turn."""

    text: Said
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A rule to begin from, of the kind districts write; it is looked at again after so many months."""

    name: str
    title: Said
    why: Said
    clauses: tuple[Clause, ...]
    months: int = 6


def clause(th: str, en: str, **dials: float) -> Clause:
    """A clause; a dial is written with two lines for its dot: freshness__carer=3."""
    return Clause(Said(th, en), {name.replace("__", "."): value for name, value in dials.items()})
