"""A gathering written as a meeting page."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.journal import operations as journal
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper


def page(*, by: Actor, gathering_id: str) -> str:
    """The page of a gathering this seat may see, in the form it is read in; raises NotHere."""
    gathering = gatherings.gathering(by, _id(gathering_id))
    with transaction.atomic():
        journal.record(by=by, did="gathering.exported", to=gathering.ref)
    return write_paper(read_paper(gathering.text.encode()))


def _id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.") from None
