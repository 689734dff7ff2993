"""Deeds: a report is approved, and from then on says the same for ever."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Approval, Gathering
from sanam.domain.gatherings.permissions import check_writes_of
from sanam.domain.gatherings.policies import check_may_approve
from sanam.domain.gatherings.queries.reports import report
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import operations as journal
from sanam.domain.teams.policies import check_quorate


@transaction.atomic
def approve(*, by: Actor, gathering: Gathering) -> Gathering:
    """Approve a report another member wrote; what it says is journalled as a digest (`verify` compares)."""
    check_writes_of(by, gathering)
    locked = Gathering.objects.select_for_update().get(id=gathering.id)
    check_may_approve(by, locked)
    if locked.body:  # a board with too few at the table stands behind no report
        check_quorate(locked.body)
    said = report(locked)
    digest, heard = said.digest, [one.kept() for one in said.heard]
    locked.stage = Stage.APPROVED
    locked.save(update_fields=["stage"])
    Approval.objects.create(
        gathering=locked, digest=digest, heard=heard, by_ref=by.ref, member_ref=by.member, at=clock.now()
    )
    journal.record(by=by, did="gathering.approved", to=locked.ref, details={"sha256": digest})
    return locked
