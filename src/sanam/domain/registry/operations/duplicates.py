"""Possible duplicates: decided by a human, with the reason."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Duplicate
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.teams.words import Can


@transaction.atomic
def keep_apart(*, by: Actor, duplicate: Duplicate, reason: str) -> Duplicate:
    """Decide that two records are two people; it cannot be closed without saying why."""
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, duplicate.first)
    check_sees(by, duplicate.second)
    if not reason.strip():
        raise BadInput(
            "registry.no_reason",
            "บอกสักนิดว่ารู้ได้อย่างไรว่าคนละคน",
            "Say in a few words how you know they are two people.",
        )
    duplicate.decision, duplicate.reason = "different", reason.strip()[:300]
    duplicate.by_ref, duplicate.at = by.ref, clock.now()
    duplicate.save()
    journal.record(by=by, did="duplicate.kept_apart", to=f"duplicate:{duplicate.pk}")
    return duplicate
