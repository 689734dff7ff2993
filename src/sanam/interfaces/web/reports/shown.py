"""A report as the page shows it: cells with their labels and links, and the ways to the other reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.report import Cell, Head, Report, Row, Table
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.typesetting import typeset, whole


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell: its column, what stands in it, and where it leads."""

    head: Head
    value: Cell
    link: str
    named: bool = False

    @property
    def closed(self) -> bool:
        return self.value is None

    @property
    def said(self) -> SafeString | str:
        """A number with commas, a person's name of which no part is cut, or running text set for reading."""
        if self.named:
            return whole(str(self.value).split())
        return f"{self.value:,}" if isinstance(self.value, int) else typeset(str(self.value or ""))


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its first cell, the others, and whether it is the sum of the rest."""

    first: Shown
    cells: list[Shown]
    whole: bool


Links = Mapping[str, frozenset[str]]
"""Places one may look into (`within`), and those whose people can be listed (`listed`)."""


def links_of(actor: Actor) -> Links:
    """Where the numbers of a seat's places lead."""
    inside = [child for area in actor.mandate.areas for child in areas.children(area)]
    return {"listed": frozenset([*actor.mandate.areas, *inside])}


def tables_of(report: Report, links: Links) -> list[tuple[Table, list[Line]]]:
    """Every table with its lines."""
    return [(table, [_line(report, table, row, links) for row in table.rows]) for table in report.tables]


def kinds(asked: Asked) -> list[tuple[str, str, str]]:
    """The other reports of the same place: (kind, name, address)."""
    names = {
        "groups": _("คนและกลุ่ม"),
        "changes": _("มาใหม่ ย้าย เสียชีวิต"),
        "cards": _("บัตรคนพิการ"),
        "homes": _("บ้านที่ยังไม่มี อสม."),
        "overlaps": _("ผู้ให้ซ้ำกัน"),
    }
    return [(kind, name, report_address(kind, area=asked.area)) for kind, name in names.items()]


def report_address(kind: str, **said: str) -> str:
    """Where a report is read, narrowed by what was said (`area`, `month`)."""
    query = urlencode({name: value for name, value in said.items() if value})
    return _address(kind) + (f"?{query}" if query else "")


def places_of(actor: Actor) -> list[tuple[str, str]]:
    """The places a seat may narrow a report to: its own areas, and the sub-districts inside them."""
    codes = [*actor.mandate.areas, *(code for area in actor.mandate.areas for code in areas.children(area))]
    language = reader()
    return [(code, areas.said(code, language)) for code in dict.fromkeys(codes)]


def _line(report: Report, table: Table, row: Row, links: Links) -> Line:
    shown = [
        Shown(head, value, _link(report, head, value, row, links), named=bool(row.person) and at == 0)
        for at, (head, value) in enumerate(zip(table.heads, row.cells, strict=True))
    ]
    return Line(shown[0], shown[1:], row.whole)


def _link(report: Report, head: Head, value: Cell, row: Row, links: Links) -> str:
    """A name leads to its person, a sub-district to its villages, a number to the list it counts."""
    if not head.numbers:
        return _into(report, head, row)
    if not (report.exact and value and row.place in links["listed"] and head.group is not None):
        return ""
    said = {name: part for name, part in (("area", row.place), ("group", head.group)) if part}
    return f"{reverse('web:people')}?{urlencode(said)}"


def _into(report: Report, head: Head, row: Row) -> str:
    if row.person:
        return reverse("web:person", args=[row.person]) if head.name in {"ชื่อ", "name"} else ""
    inside = len(row.place) in {4, 6} and not row.whole
    return report_address(report.kind, area=row.place) if inside else ""


def _address(kind: str) -> str:
    return reverse("web:reports") if kind == "groups" else reverse("web:report", args=[kind])
