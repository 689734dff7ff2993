"""A gathering written as a meeting page, or set as a paper."""

from __future__ import annotations

from uuid import UUID

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.interfaces.files.paper import leaving
from sanam.interfaces.files.pdf import gatherings


def page(*, by: Actor, gathering_id: str) -> str:
    """The page of a gathering this seat may see, in the form it is read in; raises NotHere."""
    return leaving.as_text(by=by, gathering_id=_id(gathering_id))


def pdf(*, by: Actor, gathering_id: str) -> bytes:
    """The same on A4, with its photos; raises NotHere."""
    return gatherings.pdf(leaving.leave(by=by, gathering_id=_id(gathering_id), form="pdf"))


def _id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.") from None
