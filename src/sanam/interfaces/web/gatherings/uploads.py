"""Photos on their way in: counted as they stream, so that what is too large or too many is never kept anywhere."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.media.refusals import MOST_BYTES, refusal
from sanam.interfaces.web.shell.request import Request

MOST_AT_ONCE = 20


class Photos(FileUploadHandler):
    """Lets pass what may still be a photo; of the rest it keeps only the name, and why it was turned away."""

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self.turned_away: list[tuple[str, Refused]] = []
        self._begun = self._bytes = 0

    def new_file(self, *args: Any, **named: Any) -> None:
        super().new_file(*args, **named)
        self._begun, self._bytes = self._begun + 1, 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._bytes += len(raw_data)
        # not before its first bytes: until then the handlers behind still hold the file before it, and would close that
        if self._begun > MOST_AT_ONCE:
            self._turn_away(_too_many())
        if self._bytes > MOST_BYTES:
            self._turn_away(refusal("media.picture_too_big"))
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Whoever stands behind keeps the file until it is drawn anew."""

    def _turn_away(self, why: Refused) -> None:
        self.turned_away.append((str(self.file_name), why))
        raise SkipFile


def _too_many() -> BadInput:
    return BadInput(
        "photos.too_many",
        f"ส่งได้ครั้งละ {MOST_AT_ONCE} ภาพ ส่งที่เหลืออีกครั้ง",
        f"Send {MOST_AT_ONCE} photos at a time; send the others again.",
    )
