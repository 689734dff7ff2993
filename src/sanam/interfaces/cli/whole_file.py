"""A file of bytes: written whole under its name or not at all, and its owner's alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sanam.domain.foundation.refused import BadInput


def keep(whole: bytes, to: Path) -> None:
    """Write the file; raises BadInput where nothing can be written."""
    with named_when_whole(to) as file:
        file.write(whole)


@contextmanager
def named_when_whole(to: Path) -> Iterator[IO[bytes]]:
    """A file to write in, which gets its name when all went well; raises BadInput where nothing can be written."""
    try:
        descriptor, draft = tempfile.mkstemp(prefix=f".{to.name}.", dir=to.parent)
    except OSError:
        raise BadInput(
            "export.cannot_write",
            f"เขียนไฟล์ที่ {to.parent} ไม่ได้ ดูว่ามีโฟลเดอร์นี้และเขียนได้",
            f"Nothing can be written in {to.parent}; look whether it is there and yours to write.",
        ) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(to)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
