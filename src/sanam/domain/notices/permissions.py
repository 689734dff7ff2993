"""Who may say where they want to hear."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed


def check_is_member(actor: Actor) -> None:
    """Raises NotAllowed for whoever is no member: a letter goes to a human, for themselves."""
    if not actor.member:
        raise NotAllowed("notices.members", "ตั้งได้เฉพาะของตัวเอง", "Everyone sets this for themselves.")
