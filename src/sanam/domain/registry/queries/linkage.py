"""Why two records may be one person, how many such questions wait, and whether it is time to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.linkage import records
from sanam.domain.registry.linkage.words import Compared, Degree, Likeness
from sanam.domain.registry.models import Change, Comparing, Duplicate, SourceRow
from sanam.domain.registry.words import BatchState, DuplicateBasis

AT_LEAST_EVERY = timedelta(days=1)
"""What people wrote by hand is looked at within a day; what files brought, at once."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Why it is asked, how alike the records are (None before they were scored), and what agrees how well."""

    basis: DuplicateBasis
    likeness: Likeness | None
    told: list[tuple[Compared, Degree]]


def agreement(actor: Actor, duplicate: Duplicate) -> Agreement:
    """What the linkage found, in words; a mandate that does not see personal fields learns only why it is asked."""
    if duplicate.score is None or not actor.sees(Privacy.PERSONAL):
        return Agreement(duplicate.said, None, [])
    told = [(one, Degree(duplicate.agreement[one])) for one in Compared if one in duplicate.agreement]
    return Agreement(duplicate.said, Likeness.of(duplicate.score), told)


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


def linkage_stopped() -> dict[str, str]:
    """Why the last look stopped with nothing written ({code, th, en}); empty when it did not."""
    last = Comparing.objects.order_by("-id").first()
    return last.refusal if last else {}


def _changed_since(last: Comparing) -> bool:
    change = Change.objects.order_by("-id").first()
    return bool(change and change.at > last.at) or records.people().count() != last.people
