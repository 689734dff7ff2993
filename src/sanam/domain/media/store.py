"""Where the bytes lie: private folders, random names, nothing half-written under a name that is read.

From before its first byte until the transaction has ended, a file has a mark beside it: undecided. A commit decides at
once, and so does the end of a transaction rolled back; what a killed process or a rolled-back savepoint leaves
undecided, `sweep` decides by asking whether the row is there. No file without a mark is ever swept away.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from sanam.domain.foundation.refused import Refused
from sanam.domain.media import disk
from sanam.domain.media.models import Kept

_NAME = re.compile(r"[0-9a-f]{32}")
SMALL = "-small"
UNDECIDED = ".undecided"
# longer than any transaction lasts: a row not yet committed cannot be seen from here
_LONGEST_DEED = timedelta(days=1)
_leaving: ContextVar[bool] = ContextVar("leaving files where they lie", default=False)


def is_name(name: str) -> bool:
    """Whether a text is a stored name: 32 hexadecimal digits."""
    return bool(_NAME.fullmatch(name))


def path(name: str, *, small: bool = False) -> Path:
    """Where the file of this stored name lies; ValueError for anything that is not one."""
    if not is_name(name):
        raise ValueError("a stored name is 32 hexadecimal digits")
    return Path(settings.MEDIA_ROOT) / name[:2] / f"{name}{SMALL if small else ''}"


def put(whole: Iterable[bytes], small: bytes = b"") -> str:
    """Write a file, and its small form if it has one, under a new random name, undecided; gives the name.

    What stops the writing leaves nothing behind; Refused when the disk does not take it.
    """
    name = secrets.token_hex(16)
    try:
        disk.touch(undecided(name))
        disk.write(path(name), whole)
        if small:
            disk.write(path(name, small=True), [small])
    except OSError as full:
        drop(name)
        raise _not_kept() from full
    except BaseException:
        drop(name)
        raise
    return name


def keep_on_commit(name: str) -> None:
    """Inside a transaction: its commit keeps the file, its rollback takes the file away again."""
    transaction.on_commit(_Promise(name).come_true, robust=True)


def drop_on_commit(name: str) -> None:
    """Inside a transaction: its commit takes the file away; after a rollback it is as if nothing was asked."""
    if _leaving.get():
        return
    with suppress(OSError):  # a full disk, of all things, must not stop a removal
        disk.touch(undecided(name))
    transaction.on_commit(lambda: drop(name), robust=True)


@contextmanager
def left_in_place() -> Iterator[None]:
    """Meanwhile rows go and files stay: the rows are of a database that is not the one in use."""
    token = _leaving.set(True)
    try:
        yield
    finally:
        _leaving.reset(token)


def drop(name: str) -> None:
    """Take away a file, its small form and what was half-written; the mark goes last."""
    disk.erase(path(name))
    disk.erase(path(name, small=True))
    undecided(name).unlink(missing_ok=True)


def sweep(older_than: timedelta = _LONGEST_DEED) -> int:
    """Decide what was left undecided for so long; returns how many files were taken away."""
    latest, gone = time.time() - older_than.total_seconds(), 0
    for mark in Path(settings.MEDIA_ROOT).glob(f"??/*{UNDECIDED}"):
        name = mark.name.removesuffix(UNDECIDED)
        if not is_name(name) or _since(mark) > latest:
            continue
        if Kept.objects.filter(stored_name=name).exists():
            mark.unlink(missing_ok=True)
        else:
            drop(name)
            gone += 1
    return gone


class _Promise:
    """A file's stay, in the hands of the transaction, which calls it when it commits.

    Django tells nobody of a rollback: it lets go of what it would have called. When that happens at the end of a
    whole transaction, the file goes. In every other case it is left to `sweep`: a file too many for a day is better
    than a row without its file.
    """

    def __init__(self, name: str) -> None:
        self.name, self.kept = name, False

    def come_true(self) -> None:
        self.kept = True
        undecided(self.name).unlink(missing_ok=True)

    def __del__(self) -> None:
        if not self.kept and _is_rolling_back(transaction.get_connection()):
            drop(self.name)


def _is_rolling_back(connection: BaseDatabaseWrapper) -> bool:
    """Whether a whole transaction is just being undone: its block has ended, and statements do not yet commit alone.

    A connection lost on the way says nothing: the commit may have arrived.
    """
    lost = getattr(connection.connection, "closed", False)
    return not (connection.in_atomic_block or connection.autocommit or lost)


def undecided(name: str) -> Path:
    """The mark beside a file about which no transaction has decided yet."""
    return path(name).with_name(name + UNDECIDED)


def _since(mark: Path) -> float:
    try:
        return mark.stat().st_mtime
    except FileNotFoundError:  # decided in this very moment
        return float("inf")


def _not_kept() -> Refused:
    return Refused(
        "media.not_kept",
        "ยังเก็บไฟล์นี้ไม่ได้ ลองส่งอีกครั้ง ถ้ายังไม่ได้ บอกผู้ดูแลระบบของอำเภอ",
        "The file could not be kept; send it again, and if that fails tell whoever runs the district's system.",
        status=503,
    )
