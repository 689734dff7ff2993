"""Deeds of the room: `notices.tell(...)`, `notices.mark_read(...)`; e-mail has `mailboxes` and `letters`."""

from sanam.domain.notices.operations.telling import mark_all_read, mark_read, tell

__all__ = ["mark_all_read", "mark_read", "tell"]
