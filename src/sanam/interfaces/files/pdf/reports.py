"""A report as a paper: Thai numerals in Thai, who printed it from which seat and when."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import say_date, say_time
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.pdf.setting import paper
from sanam.interfaces.files.reports.report import Cell, Report, Table, told

_WIDE_FROM = 6


def pdf(report: Report, *, by: Actor) -> bytes:
    """The report on A4, lying where its tables are wide."""
    language = report.language
    wide = any(len(table.heads) >= _WIDE_FROM for table in report.tables)
    return paper(
        "report",
        {
            "language": language,
            "title": _in_figures(report.title, language),
            "where": _in_figures(report.where, language),
            "wide": wide,
            "sentences": [_in_figures(one, language) for one in report.sentences],
            "notes": [_in_figures(one, language) for one in report.notes],
            "tables": [_table(table, language) for table in report.tables],
            "sample": told(language, *_SAMPLE) if settings.SANAM_SAMPLE else "",
            "printed": _in_figures(_printed(by, language), language),
            "page": told(language, "หน้า", "Page"),
            "thai": language == "th",
            "author": told(language, by.label, by.in_english),
        },
    )


_SAMPLE = (
    "ข้อมูลสมมติ ชื่อคน เลข และเหตุการณ์ทั้งหมดแต่งขึ้น ไม่ใช่ของใคร",
    "Sample data: every name, number and event is invented.",
)


def _table(table: Table, language: Language) -> dict[str, Any]:
    left = f"อีก {table.left_out:,} รายการอยู่ในแผ่นตาราง", f"{table.left_out:,} more lines are in the spreadsheet"
    return {
        "title": _in_figures(table.title, language),
        "heads": [{"name": head.name, "numbers": head.numbers} for head in table.heads],
        "rows": [{"cells": [_cell(cell, language) for cell in row.cells], "whole": row.whole} for row in table.rows],
        "empty": table.empty,
        "left_out": _in_figures(told(language, *left), language) if table.left_out else "",
    }


def _cell(value: Cell, language: Language) -> str:
    if value is None:
        return told(language, "ปิดไว้", "closed")
    return _in_figures(f"{value:,}" if isinstance(value, int) else value, language)


def _printed(by: Actor, language: Language) -> str:
    now = clock.now()
    when = f"{say_date(now, language=language)} {say_time(now, language)}"
    name = teams.member_name(by.member)
    return told(
        language,
        f"พิมพ์โดย{name} ในนาม {by.label} เมื่อ {when}" if name else f"พิมพ์ในนาม {by.label} เมื่อ {when}",
        f"Printed by {name or 'the operator'} as {by.in_english}, {when}",
    )


def _in_figures(text: str, language: Language) -> str:
    return to_thai(text) if language == "th" else text
