"""A gathering's page on its way out of the house: journalled before anybody has it."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.journal import operations as journal
from sanam.interfaces.files.paper.compose import paper_of
from sanam.interfaces.files.paper.writer import write_paper


def as_text(*, by: Actor, gathering_id: str) -> str:
    """The page as text, in the form it is read in; raises NotHere."""
    return write_paper(paper_of(leave(by=by, gathering_id=gathering_id, form="txt")))


@transaction.atomic
def leave(*, by: Actor, gathering_id: str, form: str) -> gatherings.Shown:
    """The gathering as this seat sees it, with its export written down; raises NotHere."""
    shown = gatherings.shown(by, gathering_id)
    journal.record(by=by, did="gathering.exported", to=shown.gathering.ref, details={"format": form})
    return shown
