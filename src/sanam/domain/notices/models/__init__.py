"""The tables of the room: what a seat should hear, and the letters that say so."""

from sanam.domain.notices.models.letters import Letter, Mailbox
from sanam.domain.notices.models.notices import Notice

__all__ = ["Letter", "Mailbox", "Notice"]
