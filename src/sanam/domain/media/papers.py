"""Papers: kept as they came, counted and digested on their way to the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from sanam.domain.foundation.refused import BadInput

_CHUNK = 1024**2
_STARTS = {b"PK\x03\x04": "application/zip", b"PK\x05\x06": "application/zip", b"%PDF-": "application/pdf"}


class Passing:
    """The bytes of a source, in turn; raises BadInput for none at all and past `most` bytes.

    Afterwards `size` (bytes), `sha256` (64 hex digits) and `mime` tell what passed.
    """

    def __init__(self, source: BinaryIO, most: int) -> None:
        self._source, self._most = source, most
        self._digest = hashlib.sha256()
        self._start = b""
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        while some := self._source.read(_CHUNK):
            self.size += len(some)
            if self.size > self._most:
                raise _too_big(self._most)
            self._start = (self._start + some[:8])[:8]
            self._digest.update(some)
            yield some
        if not self.size:
            raise BadInput("media.empty", "ไฟล์นี้ว่างเปล่า ลองเลือกไฟล์ใหม่", "This file is empty; choose it again.")

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    @property
    def mime(self) -> str:
        """By how the bytes begin, whatever the name says."""
        found = (mime for start, mime in _STARTS.items() if self._start.startswith(start))
        return next(found, "application/octet-stream")


def _too_big(most: int) -> BadInput:
    megabytes = f"{most / 1024**2:.3g}"
    return BadInput(
        "media.paper_too_big",
        f"ไฟล์นี้ใหญ่เกิน {megabytes} MB แบ่งเป็นไฟล์เล็กลงแล้วส่งใหม่",
        f"This file is larger than {megabytes} MB; split it into smaller ones and send those.",
    )
