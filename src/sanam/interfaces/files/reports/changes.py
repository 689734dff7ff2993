"""Report: who is new in the register, moved away or died, in a month."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.registry.queries import reports
from sanam.interfaces.files.reports import counted
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.columns import NAMES
from sanam.interfaces.files.reports.people import day_said, heads, place_of
from sanam.interfaces.files.reports.report import Report, Row, Table, told

SHOWN = ("new", "moved", "died")


def compose(asked: Asked) -> Report:
    """The sums of a month, and who they are for a seat that sees these people."""
    found, language = reports.monthly(asked.by, asked.month), asked.language
    month = month_said(asked.month, language)
    return counted.report(
        asked,
        found,
        kind="changes",
        title=told(language, f"ใครมาใหม่ ย้าย หรือเสียชีวิต {month}", f"New, moved and died, {month}"),
        columns=SHOWN,
        said=(_said, ("เดือนนี้ยังไม่มีใครมาใหม่ ย้าย หรือเสียชีวิต", "Nobody new, moved or died in this month.")),
        lists=[_list(asked, found, what) for what in SHOWN] if found.scope.exact else [],
    )


def month_said(month: str, language: Language) -> str:
    """ "พฤศจิกายน 2569", "November 2026 (2569)"."""
    first = reports.first_of(month)
    whole = say_date(PartialDate(first.year, first.month), style="long", language=language)
    return whole.removesuffix(" ไม่ทราบวัน").removesuffix(", day unknown")


def _said(numbers: dict[str, int], language: Language) -> str:
    new, moved, died = (numbers[name] for name in SHOWN)
    return told(
        language,
        f"เข้าทะเบียนใหม่ {new:,} คน ย้ายออก {moved:,} คน เสียชีวิต {died:,} คน",
        f"{new:,} new in the register, {moved:,} moved away, {died:,} died.",
    )


def _list(asked: Asked, figures: reports.Figures, what: str) -> Table:
    language = asked.language
    found = reports.changed(asked.by, asked.month, what, asked.area, limit=asked.most)
    of = sum(figures.number(place, what) or 0 for place in figures.places(8, asked.area))
    head = heads(language, ("วันที่", "day"))
    rows = [_row(one, language) for one in found]
    return counted.listed(asked, told(language, *NAMES[what]), head, rows, empty=told(language, "ไม่มี", "None"), of=of)


def _row(one: reports.Change, language: Language) -> Row:
    person = one.person
    day = person.created_at.astimezone(clock.BANGKOK).date().isoformat() if one.what == "new" else person.life_on
    return Row([person.full_name, place_of(person, language), day_said(day, language)], person=str(person.pk))
