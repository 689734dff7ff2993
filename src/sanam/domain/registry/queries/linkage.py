"""Whether the register should be looked through again for records of one person, and how many questions wait."""

from __future__ import annotations

from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.registry.linkage import records
from sanam.domain.registry.models import Change, Comparing, Duplicate, SourceRow
from sanam.domain.registry.words import BatchState

AT_LEAST_EVERY = timedelta(days=1)
"""What people wrote by hand is looked at within a day; what files brought, at once."""


def linkage_due() -> bool:
    """Whether files were read in since the last look, or people changed by hand since the day before."""
    last = Comparing.objects.order_by("-id").first()
    newest = SourceRow.objects.order_by("-id").select_related("batch").defer("sealed").first()
    if newest and newest.batch.said is BatchState.READING:
        return False  # its other rows are still to come
    if last is None:
        return records.people().exists()
    if newest and newest.pk > last.upto:
        return True
    return last.at < clock.now() - AT_LEAST_EVERY and _changed_since(last)


def waiting_duplicates() -> int:
    """How many pairs wait for a human, wherever they are; a figure for whoever keeps the installation well."""
    return Duplicate.objects.filter(decision="").count()


def _changed_since(last: Comparing) -> bool:
    change = Change.objects.order_by("-id").first()
    return bool(change and change.at > last.at) or records.people().count() != last.people
