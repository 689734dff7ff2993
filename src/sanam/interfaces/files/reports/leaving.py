"""A report on its way out of the house: written down before anybody has it."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.report import Report


@transaction.atomic
def written_down(report: Report, *, by: Actor, asked: Asked, form: str) -> Report:
    """Journal the export (which report, of where, how many lines) and a look at everybody it names."""
    details = {"format": form, "area": asked.area, "month": asked.month, "rows": report.rows}
    entry = journal.record(by=by, did="report.exported", to=f"report:{report.kind}", details=details)
    journal.record_many(by=by, did="person.looked", to=report.people, because=f"entry:{entry.pk}")
    return report
