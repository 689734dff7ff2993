"""Who may call a gathering together and write of it."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams.words import Can


def check_can_write(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not write gatherings."""
    if not actor.may(Can.WRITE_GATHERINGS):
        raise NotAllowed("gatherings.mandate", "ที่นั่งนี้เขียนวงคุยไม่ได้", "This seat cannot write gatherings.")
