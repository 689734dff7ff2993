"""Any report by its kind."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.reports import cards, changes, groups, homes, overlaps
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.report import Report

KINDS = {
    "groups": groups.compose,
    "cards": cards.compose,
    "changes": changes.compose,
    "homes": homes.compose,
    "overlaps": overlaps.compose,
}


def report(kind: str, asked: Asked) -> Report:
    """The report of a kind; raises BadInput for none of ours, and as the seat may read it."""
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise BadInput("report.kind", f"ไม่มีรายงานนี้ เลือกได้: {known}", f"There is no such report; choose from {known}.")
    return KINDS[kind](asked)
