"""Reports from the command line: composed as the seat reads them, written down, then written out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.interfaces.cli.language import language
from sanam.interfaces.cli.writing_out import written
from sanam.interfaces.files.pdf import reports as papers
from sanam.interfaces.files.reports.asked import asked
from sanam.interfaces.files.reports.compose import report as composed
from sanam.interfaces.files.reports.leaving import written_down
from sanam.interfaces.files.reports.report import Report
from sanam.interfaces.files.sheets import reports as sheets
from sanam.interfaces.files.sheets.cells import csv_lines


def write(kind: str, *, by: Actor, form: str, area: str, month: str, out: Path | None) -> int | dict[str, Any]:
    """Write one report as "csv", "xlsx" or "pdf", or give it back as a document for "json"."""
    wanted = asked(by, language(), area=area, month=month)
    report = written_down(composed(kind, wanted), by=by, asked=wanted, form=form)
    if form == "json":
        return _document(report)
    written(_pieces(report, form, by), to=out)
    return {"file": str(out), "report": kind, "rows": report.rows} if out else 0


def _pieces(report: Report, form: str, by: Actor) -> Any:
    if form == "csv":
        return csv_lines(sheets.lines(report))
    return [sheets.xlsx(report) if form == "xlsx" else papers.pdf(report, by=by)]


def _document(report: Report) -> dict[str, Any]:
    """The report as data; a closed number is null."""
    return asdict(report) | {"day": report.day.isoformat()}
