"""Report: how many of whom, by sub-district and by village."""

from __future__ import annotations

from sanam.domain.foundation.refused import Language
from sanam.domain.registry.queries import reports
from sanam.domain.registry.queries.reports import Figures
from sanam.domain.registry.words import Group
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.columns import NAMES, heads, place_said, rows
from sanam.interfaces.files.reports.notes import notes
from sanam.interfaces.files.reports.report import Report, Row, Table, told

SHOWN = (
    *("people", Group.ELDER.value, Group.DISABLED.value, Group.DEPENDENT.value, Group.HARDSHIP.value),
    *(Group.STATELESS.value, Group.HOMELESS.value, "away", "current"),
)

_IN_SEVERAL = (
    "คนหนึ่งอยู่ได้หลายกลุ่ม บวกกลุ่มเข้าด้วยกันจึงเกินจำนวนคนได้",
    "One person may belong to several groups, so the groups may add up to more than everyone.",
)

_CURRENT = (
    "ข้อมูลสดครบ คือคนที่อยู่จริงและทุกเรื่องที่ควรรู้ยังอยู่ในเวลาที่ตกลงกัน",
    "All current: people who live here of whom everything due was seen within the agreed time.",
)


def compose(asked: Asked) -> Report:
    """Tables of all levels inside what was asked for: districts where there are several, sub-districts, villages."""
    found, language = reports.figures(asked.by), asked.language
    tables = _tables(found, asked)
    return Report(
        kind="groups",
        title=told(language, "จำนวนคนแยกตามพื้นที่และกลุ่ม", "People by place and group"),
        where=asked.where,
        day=found.day,
        language=language,
        exact=found.scope.exact,
        sentences=sentences(found, asked),
        tables=tables,
        notes=[told(language, *_IN_SEVERAL), told(language, *_CURRENT), *notes(found, language)],
    )


def _tables(found: Figures, asked: Asked) -> list[Table]:
    """A table a level; one that only repeats the sum under the next is left out, and a page shows the first."""
    every = [one for level in (4, 6, 8) if (one := table(found, level, asked)).rows]
    telling = [one for one in every if len(one.rows) > 1] or every[-1:]
    return telling[:1] if asked.on_a_page else telling


def table(found: Figures, level: int, asked: Asked) -> Table:
    """One level's table, and the sum of what was asked for below it where one place holds them all."""
    titles = {
        4: ("รายอำเภอ", "By district"),
        6: ("รายตำบล", "By sub-district"),
        8: ("รายหมู่บ้าน", "By village"),
    }
    places = found.places(level, asked.area)
    lines = rows(found, places, SHOWN, asked.language)
    if level == 8 and len(found.places(6, asked.area)) > 1:
        lines = [_with_sub_district(line, asked.language) for line in lines]
    tops = {place[: level - 2] for place in places}
    if len(tops) == 1 and len(places) > 1 and (top := tops.pop()) and found.scope.covers(top):
        said = told(asked.language, f"รวม {place_said(top, 'th')}", f"{place_said(top, 'en')} in all")
        lines.append(Row([said, *(found.number(top, name) for name in SHOWN)], place=top, whole=True))
    return Table(told(asked.language, *titles[level]), heads(SHOWN, asked.language), lines)


def sentences(found: Figures, asked: Asked) -> list[str]:
    """The figures of the whole as somebody would say them, group by group."""
    tops = _tops(found, asked)
    if not tops:
        return [told(asked.language, "ยังไม่มีใครในขอบเขตของที่นั่งนี้", "There is nobody yet in what this seat cares for.")]
    return [_sentence(found, top, asked.language) for top in tops[:3]]


def _tops(found: Figures, asked: Asked) -> list[str]:
    wanted = [asked.area] if asked.area else asked.by.mandate.areas
    known = [code for code in wanted if code in found.counts]
    return known or [place for code in wanted for place in found.places(4, code)]


def _sentence(found: Figures, place: str, language: Language) -> str:
    where = place_said(place, language)
    everyone = found.number(place, "people")
    groups = [(NAMES[name], found.number(place, name)) for name in SHOWN[1:-2]]
    said = [told(language, f"{name[0]} {n:,} คน", f"{n:,} {name[1]}") for name, n in groups if n]
    count = told(language, "น้อยกว่าที่เปิดเผยได้", "fewer than may be told") if everyone is None else f"{everyone:,}"
    unit = "" if everyone is None else told(language, " คน", "")
    begin = told(
        language, f"ใน{_full(where)}มีคนอยู่ในทะเบียน {count}{unit}", f"The register of {where} holds {count} people"
    )
    if not said:
        return begin if language == "th" else f"{begin}."
    return told(language, f"{begin} เป็น{' '.join(said)}", f"{begin}: {', '.join(said)}.")


def _full(where: str) -> str:
    """The short title of a place in full, as a sentence begins: ต.พนางตุง, ตำบลพนางตุง."""
    for short, full in (("ต.", "ตำบล"), ("อ.", "อำเภอ"), ("จ.", "จังหวัด")):
        if where.startswith(short):
            return full + where.removeprefix(short)
    return where


def _with_sub_district(line: Row, language: Language) -> Row:
    first = f"{line.cells[0]} {place_said(line.place[:6], language)}"
    return Row([first, *line.cells[1:]], place=line.place)
