"""Legal holds: while one lasts, nothing of a person is erased."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import LegalHold, Person
from sanam.domain.registry.permissions import check_can, check_sees, for_their_rights
from sanam.domain.teams.words import Can


@transaction.atomic
def place(*, by: Actor, person: Person, because: str, until: date | None = None) -> LegalHold:
    """Keep a person's data from being erased, until a day or until lifted; the reason is written down."""
    check_can(by, Can.ANSWER_REQUESTS)
    check_sees(for_their_rights(by), person)
    if not because.strip():
        raise BadInput("registry.hold_why", "บอกสักนิดว่าต้องเก็บไว้เพราะอะไร", "Say in a few words why it has to be kept.")
    hold = LegalHold.objects.create(
        person=person,
        because=because.strip(),
        from_on=clock.today(),
        until_on=until,
        by_ref=by.ref,
        by_label=by.label,
    )
    journal.record(by=by, did="hold.placed", to=person.ref, details={"hold": hold.pk})
    return hold


@transaction.atomic
def lift(*, by: Actor, hold: LegalHold) -> LegalHold:
    """End a hold as of yesterday: from today nothing is held back any more."""
    check_can(by, Can.ANSWER_REQUESTS)
    check_sees(for_their_rights(by), hold.person)
    hold.until_on = min(hold.until_on or date.max, date.fromordinal(clock.today().toordinal() - 1))
    hold.save(update_fields=["until_on"])
    journal.record(by=by, did="hold.lifted", to=hold.person.ref, details={"hold": hold.pk})
    return hold
