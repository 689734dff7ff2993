"""Whether a look is being written just now: the one thing a page that only reads may write."""

from __future__ import annotations

from contextvars import ContextVar

writing: ContextVar[bool] = ContextVar("looking", default=False)


def now() -> bool:
    """Whether this thread is writing a look."""
    return writing.get()
