"""A version of a rule on its way out of the house: journalled before anybody has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.rules import queries as rules
from sanam.domain.rules.queries import Agreed, Kept, Objection, Standing


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version as this seat sees it: who signed, the round that decided it, and what stood in its way."""

    agreed: Agreed
    kept: Kept
    decided: Standing | None
    objections: Sequence[Objection]
    with_record: bool


@transaction.atomic
def leave(*, by: Actor, version_id: str, with_record: bool = False) -> Sheet:
    """The version with its export written down; raises NotAllowed and NotHere."""
    agreed = rules.version(by, version_id)
    proposal = agreed.version.proposal
    sheet = Sheet(
        agreed,
        rules.kept(by, agreed),
        rules.decided_by(by, agreed.version),
        rules.objections(by, proposal) if with_record else (),
        with_record,
    )
    told = {"format": "pdf", "record": with_record}
    journal.record(by=by, did="rule.exported", to=agreed.version.ref, details=told)
    return sheet
