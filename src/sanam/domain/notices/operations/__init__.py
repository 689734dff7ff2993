"""Deeds of the room: a seat is told, what was asked is settled, notices are read; `mailboxes` and `letters`: e-mail."""

from sanam.domain.notices.operations.telling import mark_all_read, mark_read, settle, tell

__all__ = ["mark_all_read", "mark_read", "settle", "tell"]
