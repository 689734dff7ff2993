"""People as rows of a sheet: as far as the seat's mandate shows them, each one journalled as a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import Language, NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.words import FIELD_NAMES, KINDS, FactGroup, Group, Life, Residency, Sex, Word
from sanam.domain.teams.words import Can

PAGE = 500
MASKED = ("ปิดไว้", "not shown")
NOT_AGREED = ("ไม่ได้ยินยอมให้เห็น", "not agreed to")
"""In a cell whose column the mandate shows, of somebody whose own consent does not cover it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name in both languages, the mark a mandate must hold to see it, and how a row fills it."""

    name: str
    th: str
    en: str
    mark: Privacy
    cell: Callable[[registry.Row, Language], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header, the names of the masked columns, and the rows, which are read and journalled while taken."""

    names: list[str]
    header: list[str]
    masked: list[str]
    rows: Iterator[list[str]]


def sheet(*, by: Actor, filters: registry.Filters, language: Language) -> Sheet:
    """People a seat sees, as a sheet; the export is in the journal before the first row.

    A masked column keeps its place and says so. National IDs are no column: a file that leaves the house
    cannot be masked later, and a person is found by `id` again. Raises NotAllowed for who sees no people.
    """
    if not by.may(Can.SEE_PEOPLE):
        raise NotAllowed(
            "export.mandate", "ที่นั่งนี้ไม่เห็นรายชื่อคน จึงส่งออกไม่ได้", "This seat sees no people, so it exports none."
        )
    filters = replace(filters, in_use=True)
    masked = [column.name for column in COLUMNS if not by.sees(column.mark)]
    said = MASKED[language == "en"]
    header = [
        f"{_said(column, language)} ({said})" if column.name in masked else _said(column, language)
        for column in COLUMNS
    ]
    entry = _write_down(by, filters, masked)
    return Sheet([column.name for column in COLUMNS], header, masked, _rows(by, filters, language, masked, entry))


def _write_down(by: Actor, filters: registry.Filters, masked: list[str]) -> str:
    asked = {"group": filters.group, "area": filters.area, "people": registry.count(by, filters), "masked": masked}
    with transaction.atomic():
        return f"entry:{journal.record(by=by, did='people.exported', to='people', details=asked).pk}"


def _rows(
    by: Actor, filters: registry.Filters, language: Language, masked: list[str], entry: str
) -> Iterator[list[str]]:
    """Page by page; no row of a page leaves before the looks at its people are written."""
    after, said = "", MASKED[language == "en"]
    while True:
        page = registry.find(by, filters, after, size=PAGE)
        with transaction.atomic():
            for because, refs in _by_reason(by, page.rows, entry).items():
                journal.record_many(by=by, did="person.looked", to=refs, because=because)
        for row in page.rows:
            yield [said if column.name in masked else _cell(column, row, language) for column in COLUMNS]
        if not page.after:
            return
        after = page.after


def _by_reason(by: Actor, rows: list[registry.Row], entry: str) -> dict[str, list[str]]:
    """The people of a page by why they are looked at: for the export, or because of an emergency."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(registry.because(by, row.person) or entry, []).append(row.person.ref)
    return found


def _cell(column: Column, row: registry.Row, language: Language) -> str:
    return column.cell(row, language) if column.mark in row.marks else NOT_AGREED[language == "en"]


def _said(column: Column, language: Language) -> str:
    return column.en if language == "en" else column.th


def _field(name: str, mark: Privacy = Privacy.PERSONAL) -> Column:
    """A column of the person's own text, by the name the registry gives it."""
    th, en, _ = FIELD_NAMES[name]
    return Column(name, th, en, mark, lambda row, language: str(getattr(row.person, name)))


def _word(name: str, words: type[Word]) -> Column:
    """A column of a closed list's word."""

    def cell(row: registry.Row, language: Language) -> str:
        value = getattr(row.person, name)
        return words(value).said(language) if value in set(words) else ""

    th, en, _ = FIELD_NAMES[name]
    return Column(name, th, en, Privacy.PERSONAL, cell)


def _fact(fact: FactGroup) -> Column:
    def cell(row: registry.Row, language: Language) -> str:
        state = next((one.state for one in row.freshness if one.fact is fact), None)
        return state.said(language) if state else ""

    return Column(f"freshness_{fact.value}", f"ความสด: {fact.th}", f"freshness: {fact.en}", Privacy.PERSONAL, cell)


def _house(row: registry.Row, language: Language) -> str:
    return row.person.household.house_no if row.person.household else ""


def _groups(row: registry.Row, language: Language) -> str:
    return ", ".join(sorted({Group(one.group).said(language) for one in row.groups}))


def _kinds(row: registry.Row, language: Language) -> str:
    return ", ".join(filter(None, (_kind(one, language) for one in row.groups)))


def _kind(membership: Any, language: Language) -> str:
    said = KINDS.get(Group(membership.group), {}).get(membership.kind)
    return said[language == "en"] if said else ""


COLUMNS: tuple[Column, ...] = (
    Column("id", "รหัสคน", "id", Privacy.OPEN, lambda row, language: str(row.person.id)),
    *(_field(name) for name in ("prefix", "given", "family", "nickname")),
    _word("sex", Sex),
    _field("birth"),
    _word("life", Life),
    _word("residency", Residency),
    Column("house_no", "บ้านเลขที่", "house number", Privacy.PERSONAL, _house),
    Column("area_code", "รหัสพื้นที่", "place code", Privacy.OPEN, lambda row, language: row.person.area_code),
    Column(
        "place",
        *("พื้นที่", "place"),
        Privacy.OPEN,
        lambda row, language: areas.full_name(row.person.area_code, language),
    ),
    *(_field(name) for name in ("phone", "nation")),
    _field("occupation", Privacy.INCOME),
    _field("religion", Privacy.SENSITIVE),
    Column("groups", "กลุ่ม", "groups", Privacy.PERSONAL, _groups),
    Column("kinds", "ลักษณะในกลุ่ม", "kinds within groups", Privacy.SENSITIVE, _kinds),
    *(_fact(fact) for fact in FactGroup),
)
