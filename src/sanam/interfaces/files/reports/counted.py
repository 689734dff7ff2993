"""The shape of a report with one table of sums and the lists behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sanam.domain.foundation.refused import Language
from sanam.domain.registry.queries.reports import Figures
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.columns import heads, rows
from sanam.interfaces.files.reports.notes import notes
from sanam.interfaces.files.reports.report import Head, Report, Row, Table, told

Said = tuple[Callable[[dict[str, int], Language], str], tuple[str, str]]
"""How the sums are said, and what is said where there are none."""


def report(
    asked: Asked,
    found: Figures,
    *,
    kind: str,
    title: str,
    columns: Sequence[str],
    said: Said,
    lists: list[Table],
) -> Report:
    """Sums by sub-district (by village within one), a sentence of the whole, then the lists."""
    level = 8 if len(found.places(6, asked.area)) < 2 else 6
    lines = rows(found, found.places(level, asked.area), columns, asked.language)
    names = {6: ("รายตำบล", "By sub-district"), 8: ("รายหมู่บ้าน", "By village")}
    if found.scope.exact:  # where nothing is closed, a place with nothing to tell need not say so
        lines = [line for line in lines if any(line.cells[1:])]
        names = {
            6: ("รายตำบล เฉพาะที่มี", "Sub-districts where there are any"),
            8: ("รายหมู่บ้าน เฉพาะที่มี", "Villages where there are any"),
        }
    table = Table(told(asked.language, *names[level]), heads(columns, asked.language), lines)
    return Report(
        kind=kind,
        title=title,
        where=asked.where,
        day=found.day,
        language=asked.language,
        exact=found.scope.exact,
        sentences=_sentences(asked, found, columns, said),
        tables=[*lists, *([table] if lines and not asked.part else [])],
        notes=notes(found, asked.language),
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a list, one more than are shown where there are more; where each ends, and how many in all."""

    name: str
    rows: list[Row]
    marks: list[str]
    in_all: Callable[[], int]


def listed(asked: Asked, title: str, head: list[Head], lines: Lines, *, empty: str) -> Table:
    """A list, cut where it is longer than asked for: a page goes on from there, a paper says how many were left out."""
    shown = lines.rows if asked.most is None else lines.rows[: asked.most]
    cut = len(lines.rows) > len(shown)
    left = lines.in_all() - len(shown) if cut and not asked.after else 0
    after = lines.marks[len(shown) - 1] if cut else ""
    return Table(title, head, shown, empty=empty, left_out=left, name=lines.name, after=after)


def _sentences(asked: Asked, found: Figures, columns: Sequence[str], said: Said) -> list[str]:
    """The whole of what was asked for; only from a number that is open, never as a sum of the open ones."""
    way, nothing = said
    wanted = [asked.area] if asked.area else list(asked.by.mandate.areas)
    if found.scope.exact:
        leaves = [place for code in wanted for place in found.places(8, code)]
        sums = {name: sum(found.number(place, name) or 0 for place in leaves) for name in columns}
        return [way(sums, asked.language) if any(sums.values()) else told(asked.language, *nothing)]
    whole = found.number(wanted[0], columns[0]) if len(wanted) == 1 else None
    numbers = {name: found.number(wanted[0], name) for name in columns} if whole is not None else {}
    told_all = {name: number for name, number in numbers.items() if number is not None}
    if len(told_all) == len(columns):
        return [way(told_all, asked.language)]
    return [
        told(
            asked.language,
            "ที่นั่งนี้เห็นเป็นตัวเลขรวม ไม่เห็นรายชื่อ",
            "This seat reads sums, without names.",
        )
    ]
