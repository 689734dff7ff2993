"""Reads: the gatherings of the district, and what they left open. The actor comes first, always."""

from sanam.domain.gatherings.queries.frames import Frame
from sanam.domain.gatherings.queries.pages import gathering, open_questions, visible
from sanam.domain.gatherings.queries.showing import Shown, photo, public, public_photo, shown

__all__ = ["Frame", "Shown", "gathering", "open_questions", "photo", "public", "public_photo", "shown", "visible"]
