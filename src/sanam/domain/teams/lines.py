"""Lines: what waits at a seat in one shape whatever room it comes from, so that one statement asks every room.

A room says which rows wait (`lines`); whoever composes a page reads those of all rooms together (`read`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, IntegerField, OrderBy, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from sanam.domain.foundation import clock

Lines = QuerySet[Any, tuple[Any, ...]]
Column = Any
"""The name of a column, or an expression."""
_HEX = 32


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: of which kind, which one and of what, in words, by when.

    `more` is what only the room and the page that shows it understand. Without a day, `at` is None; `in_all` is how
    many there are of its kind, where they were counted.
    """

    kind: str
    id: str
    of: str
    th: str
    en: str
    more: str
    at: datetime | None
    in_all: int

    @property
    def on(self) -> date | None:
        """The day, as days run in Thailand."""
        return self.at.astimezone(clock.BANGKOK).date() if self.at else None

    def said(self, language: str) -> str:
        """Its words in a language."""
        return (language == "en" and self.en) or self.th


def lines(
    found: QuerySet[Any],
    kind: str,
    *,
    of: Column = "",
    th: Column = "",
    en: Column = "",
    more: Column = "",
    at: Column | date | None = None,
    most: int = 20,
    newest: bool = False,
    counted: bool = False,
) -> Lines:
    """The first of these rows by their day as lines of a kind, or the newest; `counted` says how many there are in all.

    Columns are of the table itself, not of what `found` annotates: only the few that are shown are read again.
    """
    day = _expression(at)
    # PostgreSQL orders by no constant: rows that share a day, or have none, come as they were written
    by_day = [] if isinstance(day, Value) else [OrderBy(day, descending=newest, nulls_last=True)]
    few = found.order_by(*by_day, "pk").values("pk")[:most]
    texts = {"of": of, "th": th, "en": en, "more": more}
    told = {f"line_{name}": Cast(_expression(one), TextField()) for name, one in texts.items()}
    in_all = _HowMany(found.order_by().values("pk")) if counted else Value(0)
    shown = found.model._default_manager.filter(pk__in=few).order_by().annotate(**told)
    shown = shown.annotate(line_kind=Value(kind, CharField()), line_id=Cast("pk", TextField()))
    shown = shown.annotate(line_at=Cast(day, DateTimeField()), line_all=Cast(in_all, IntegerField()))
    told_of: Lines = shown.values_list("line_kind", "line_id", *told, "line_at", "line_all")
    return told_of


def read(asked: Iterable[Lines]) -> list[Line]:
    """What waits, the soonest first and what has no day at the end; one statement, none where nobody asked."""
    every = list(asked)
    found = [_line(row) for row in every[0].union(*every[1:], all=True)] if every else []
    now = clock.now()
    return sorted(found, key=lambda one: (one.at is None, one.at or now, one.kind, one.id))


class _HowMany(Subquery):
    """How many rows a statement finds; asked once, whatever the rows beside it."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def _line(row: tuple[Any, ...]) -> Line:
    kind, pk, of, th, en, more, at, in_all = row
    return Line(kind, _id(pk), _id(of), th, en or th, more or "", at, in_all)


def _id(text: str) -> str:
    """An id as addresses spell it: SQLite keeps a UUID without its dashes."""
    return str(UUID(text)) if text and len(text) == _HEX else text or ""


def _expression(column: Column) -> Any:
    if column is None or column == "" or isinstance(column, date):
        return Value(column)
    return F(column) if isinstance(column, str) else column
