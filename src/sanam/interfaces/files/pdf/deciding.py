"""How a version was decided, as a paper says it: leg by leg, and seat by seat. Nobody's name is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.queries import LegRow, Objection, Standing
from sanam.domain.rules.words import Channel, ObjectionState
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.agreed.leaving import Sheet
from sanam.interfaces.files.reports.report import told

Figures = Callable[[str], str]


def by_legs(decided: Standing | None, language: Language) -> list[tuple[str, str]]:
    """Each leg and what its seats said, as it was counted at the close."""
    if decided is None or decided.decision is None:
        return []
    asked, counted = decided.decision.asked["legs"], decided.decision.told["legs"]
    order = sorted(counted, key=lambda name: asked[name]["order"])
    return [(_leg(name, asked[name].get("en", name), language), _said(counted[name], language)) for name in order]


def legs_named(legs: Iterable[Any], language: Language) -> str:
    """Legs in a row."""
    return ", ".join(_leg(one.name_th, one.name_en, language) for one in legs)


def recorded(sheet: Sheet, language: Language, figures: Figures) -> dict[str, Any]:
    """The second page: every seat that answered and how, and what became of each objection."""
    decided = sheet.decided
    closed = decided.round.closed_at if decided else None
    day = figures(say_date(closed, style="long", language=language)) if closed else ""
    return {
        "head": told(language, "บันทึกมติ", "How it was decided"),
        "when": told(language, f"ปิดรอบ {day}", f"Closed {day}") if day else "",
        "heads": told(language, "ที่นั่ง", "Seat"),
        "answer": told(language, "ตอบว่า", "Answer"),
        "rows": [_row(row, one, language, figures) for row in (decided.legs if decided else ()) for one in row.said],
        "objections_head": told(language, "ข้อติดใจ และที่ตกลงกันได้", "Objections, and what came of them"),
        "objections": [_objection(one, language, figures) for one in reversed(sheet.objections)],
        "again": told(
            language,
            "คำนวณซ้ำได้จากไฟล์ของรอบนี้ ด้วย sanam decide",
            "Count it again from this round's file with sanam decide",
        ),
    }


def _leg(th: str, en: str, language: Language) -> str:
    if language == "en":
        return en
    return th if th.startswith("ขา") else f"ขา{th}"


def _said(leg: dict[str, Any], language: Language) -> str:
    if not leg["filled"]:
        return told(language, "ยังไม่มีผู้นั่ง ไม่ผูกขานี้", "nobody sits here; not bound")
    said = [f"{Value(word).said(language)} {many}" for word, many in leg["said"].items()]
    return ", ".join(said) or told(language, "ยังไม่ได้พูด", "not heard")


def _row(row: LegRow, one: Any, language: Language, figures: Figures) -> tuple[str, str]:
    seat = f"{getattr(one.seat, f'title_{language}')} · {getattr(one.seat.organisation, f'name_{language}')}"
    leg = _leg(row.leg.name_th, row.leg.name_en, language)
    said = Value(one.value).said(language)
    if one.assisted:
        recorder = teams.seat(one.by_ref)
        who = getattr(recorder, f"title_{language}") if recorder else told(language, "ที่นั่งหนึ่ง", "a seat")
        how = Channel(one.channel).said(language)
        said += told(language, f" ({who} จดแทนทาง{how})", f" (written down by {who}, {how})")
    return figures(f"{leg}: {seat}"), figures(f"{said} {one.reason}".strip())


def _objection(one: Objection, language: Language, figures: Figures) -> str:
    state = ObjectionState(one.state).said(language)
    return figures(
        told(
            language,
            f"เป้าหมายที่จะเสีย: {one.aim} ขอให้เปลี่ยน: {one.change} ({state}) {one.answer}",
            f"Aim harmed: {one.aim}. Asked for: {one.change} ({state}) {one.answer}",
        ).strip()
    )
