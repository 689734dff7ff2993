"""Report: households that no volunteer looks after yet."""

from __future__ import annotations

from sanam.domain.foundation.refused import Language
from sanam.domain.registry.queries import reports
from sanam.interfaces.files.reports import counted
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.people import place_of
from sanam.interfaces.files.reports.report import Head, Report, Row, Table, told

SHOWN = ("homes", "alone")


def compose(asked: Asked) -> Report:
    """The houses, for a seat that sees who lives there; else how many."""
    found, language = reports.figures(asked.by), asked.language
    return counted.report(
        asked,
        found,
        kind="homes",
        title=told(language, "บ้านที่ยังไม่มี อสม. ดูแล", "Households without a volunteer"),
        columns=SHOWN,
        said=(_said, ("ยังไม่มีบ้านในทะเบียน", "No household in the register yet.")),
        lists=[_list(asked)] if found.scope.exact else [],
    )


def _said(numbers: dict[str, int], language: Language) -> str:
    homes, alone = numbers["homes"], numbers["alone"]
    return told(
        language,
        f"ใน {homes:,} หลัง มี {homes - alone:,} หลังที่มี อสม. แล้ว อีก {alone:,} หลังยังไม่มี",
        f"Of {homes:,} households, {homes - alone:,} have a volunteer and {alone:,} do not yet.",
    )


def _list(asked: Asked) -> Table:
    language = asked.language
    head = [
        Head(told(language, "บ้าน", "household")),
        Head(told(language, "คนที่เรารู้จัก", "people we know there"), numbers=True),
    ]
    found = reports.homes(asked.by, asked.area, asked.limit, asked.from_after("homes"))
    return counted.listed(
        asked,
        told(language, "บ้านทีละหลัง", "House by house"),
        head,
        counted.Lines(
            "homes",
            [_row(one, language) for one in found],
            [one.mark for one in found],
            lambda: reports.homes_in_all(asked.by, asked.area),
        ),
        empty=told(language, "ทุกหลังมี อสม. แล้ว", "Every household has a volunteer."),
    )


def _row(home: reports.Home, language: Language) -> Row:
    house = home.household
    return Row([place_of(_At(house), language) or told(language, "ไม่รู้เลขที่", "no number"), home.people])


class _At:
    """A house as if somebody of it were asked where they live."""

    def __init__(self, household: object) -> None:
        self.household = household
        self.area_code = getattr(household, "area_code", "")
