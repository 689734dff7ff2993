"""Report: who is new in the register, came back, moved house, moved away or died, in a month."""

from __future__ import annotations

from dataclasses import replace

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.registry.queries import reports
from sanam.interfaces.files.reports import counted
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.columns import NAMES
from sanam.interfaces.files.reports.people import day_said, heads, place_of
from sanam.interfaces.files.reports.report import Report, Row, Table, told

SHOWN = ("new", "back", "rehoused", "moved", "died")


def compose(asked: Asked) -> Report:
    """The sums of a month, and who they are for a seat that sees these people."""
    found, language = reports.monthly(asked.by, asked.month), asked.language
    month = month_said(asked.month, language)
    whole = counted.report(
        asked,
        found,
        kind="changes",
        title=told(language, f"ใครมาใหม่ ย้าย หรือเสียชีวิต {month}", f"New, moved and died, {month}"),
        columns=SHOWN,
        said=(_said, ("เดือนนี้ยังไม่มีใครมาใหม่ ย้าย หรือเสียชีวิต", "Nobody new, moved or died in this month.")),
        lists=_lists(asked, found) if found.scope.exact else [],
    )
    return replace(whole, notes=[told(language, *_HOW), *whole.notes])


def month_said(month: str, language: Language) -> str:
    """ "พฤศจิกายน 2569", "November 2026 (2569)"."""
    first = reports.first_of(month)
    whole = say_date(PartialDate(first.year, first.month), style="long", language=language)
    return whole.removesuffix(" ไม่ทราบวัน").removesuffix(", day unknown")


_HOW = (
    "ย้ายบ้านในพื้นที่นับคนละครั้ง ในหมู่บ้านที่อยู่ตอนนี้ ตามเดือนที่เราจดว่าย้าย ใครย้ายมาจากที่อื่นยังนับรวมอยู่ในเข้าทะเบียนใหม่",
    "Who moved house here is counted once, where they live now, in the month we wrote it down; who moved here from "
    "elsewhere is among the new in the register.",
)


def _said(numbers: dict[str, int], language: Language) -> str:
    """What nobody did is left out, so that a quiet month stays a short sentence."""
    some = [(name, numbers[name]) for name in SHOWN if numbers[name]]
    th = " ".join(f"{NAMES[name][0]} {number:,} คน" for name, number in some)
    return told(language, th, ", ".join(f"{number:,} {NAMES[name][1]}" for name, number in some) + ".")


def _lists(asked: Asked, figures: reports.Figures) -> list[Table]:
    """All of a month, or the one list that is read on."""
    if asked.part:
        return [_list(asked, figures, what, _read(asked, what)) for what in SHOWN if what == asked.part]
    lives = reports.lives_changed(asked.by, asked.month, asked.area, asked.limit)
    return [_list(asked, figures, what, lives[what] if what in lives else _read(asked, what)) for what in SHOWN]


def _read(asked: Asked, what: str) -> list[reports.Change]:
    return reports.changed(asked.by, asked.month, what, asked.area, asked.limit, asked.from_after(what))


def _list(asked: Asked, figures: reports.Figures, what: str, found: list[reports.Change]) -> Table:
    language = asked.language
    lines = counted.Lines(
        what,
        [_row(one, language) for one in found],
        [one.mark for one in found],
        lambda: sum(figures.number(place, what) or 0 for place in figures.places(8, asked.area)),
    )
    head = heads(language, ("วันที่", "day"))
    return counted.listed(asked, told(language, *NAMES[what]), head, lines, empty=told(language, "ไม่มี", "None"))


def _row(one: reports.Change, language: Language) -> Row:
    person = one.person
    written = {"new": person.created_at, "rehoused": one.at}.get(one.what)
    day = written.astimezone(clock.BANGKOK).date().isoformat() if written else person.life_on
    return Row([person.full_name, place_of(person, language), day_said(day, language)], person=str(person.pk))
