"""Writing an export: whole or not at all in a file, as it comes on standard output."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from sanam.interfaces.cli.whole_file import named_when_whole


def written(pieces: Iterable[str | bytes], *, to: Path | None) -> int:
    """Write each piece, text as UTF-8; gives back how many. A file is its owner's alone, and named only when whole."""
    if to is None:
        return _counted(pieces)
    return written_by(lambda file: sum(1 for piece in pieces if file.write(_bytes(piece)) >= 0), to=to)


def written_by(write: Callable[[IO[bytes]], int], *, to: Path | None) -> int:
    """Let something write bytes, into a file as above or to standard output; gives back what it says it wrote."""
    if to is None:
        whole = io.BytesIO()  # a zip is written back and forth, which a pipe cannot
        count = write(whole)
        sys.stdout.buffer.write(whole.getvalue())
        sys.stdout.buffer.flush()
        return count
    with named_when_whole(to) as file:
        return write(file)


def _counted(pieces: Iterable[str | bytes]) -> int:
    # bytes, so that a terminal without UTF-8 and a pipe get the same file
    count = 0
    for piece in pieces:
        sys.stdout.buffer.write(_bytes(piece))
        count += 1
    sys.stdout.buffer.flush()
    return count


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece
