"""Report: disability cards that ran out or will within 90 days."""

from __future__ import annotations

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import Language, NotAllowed
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.registry.queries import reports
from sanam.domain.registry.words import DISABILITIES
from sanam.interfaces.files.reports import counted
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.people import heads, place_of
from sanam.interfaces.files.reports.report import Report, Row, Table, told

SHOWN = ("soon", "expired")


def compose(asked: Asked) -> Report:
    """The cards, where the seat sees such facts of these people; else how many, small numbers closed.

    A seat that sees the names but not their health gets neither: beside the names even a sum would tell of somebody.
    """
    found, language = reports.figures(asked.by), asked.language
    if found.scope.exact and not asked.by.sees(Privacy.SENSITIVE):
        raise NotAllowed(
            "report.cards",
            "ที่นั่งนี้เห็นชื่อคน แต่ไม่ได้รับให้เห็นเรื่องบัตร ขอให้ผู้จัดการการดูแลหรือผู้ดูแลทะเบียนช่วยดูได้",
            "This seat sees the names but not the cards; the care manager or the registrar can look.",
        )
    lists = _lists(asked) if found.scope.exact else []
    return counted.report(
        asked,
        found,
        kind="cards",
        title=told(language, "บัตรคนพิการที่ต้องต่ออายุ", "Disability cards to renew"),
        columns=SHOWN,
        said=(_said, ("ไม่มีบัตรที่ต้องต่อในช่วงนี้", "No card needs renewing just now.")),
        lists=lists,
    )


def _said(numbers: dict[str, int], language: Language) -> str:
    return told(
        language,
        f"มี {numbers['soon']:,} คนที่บัตรจะหมดอายุในราวสามเดือน และ {numbers['expired']:,} คนที่หมดไปแล้ว",
        f"{numbers['soon']:,} cards run out within about three months; {numbers['expired']:,} already did.",
    )


def _lists(asked: Asked) -> list[Table]:
    language = asked.language
    head = heads(language, ("ประเภท", "kind"), ("หมดอายุ", "runs out"))
    titles = {"soon": ("จะหมดอายุใน 90 วัน", "Within 90 days"), "expired": ("หมดอายุแล้ว", "Already ran out")}
    return [
        counted.listed(asked, told(language, *title), head, _lines(asked, name), empty=told(language, "ไม่มี", "None"))
        for name, title in titles.items()
        if asked.wants(name)
    ]


def _lines(asked: Asked, name: str) -> counted.Lines:
    ended = name == "expired"
    found = reports.cards(asked.by, ended, asked.area, asked.limit, asked.from_after(name))
    return counted.Lines(
        name,
        [_row(one, asked.language) for one in found],
        [one.mark for one in found],
        lambda: reports.cards_in_all(asked.by, ended, asked.area),
    )


def _row(card: reports.Card, language: Language) -> Row:
    kind = DISABILITIES.get(card.kind, ("", ""))[language == "en"]
    until = say_date(card.until, language=language)
    return Row([card.person.full_name, place_of(card.person, language), kind, until], person=str(card.person.pk))
