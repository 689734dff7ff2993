"""Pictures: looked at by their bytes, and refused or drawn anew, so that only what can be seen is kept.

Sizes are read from the header before a single pixel is unpacked.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.media.drawing import Drawn, drawn
from sanam.domain.media.refusals import MOST_BYTES, MOST_PIXELS, refusal

_FORMATS = ("JPEG", "PNG", "WEBP")
_APPLE = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# One at a time in a process: 40 million pixels may take 700 MB on their way (the worst measured, a see-through WebP),
# and Python's warning filters belong to all threads.
_one_at_a_time = Lock()


def drawn_anew(source: BinaryIO) -> Drawn:
    """Read a picture and draw it anew; raises BadInput, in one sentence, for everything that is no picture of ours."""
    sent = _read(source)
    with _one_at_a_time, _bombs_are_errors():
        try:
            _check(sent)
            return drawn(_opened(sent))
        except Refused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise refusal("media.too_many_pixels") from None
        except Exception:  # decoders fail in as many ways as there are broken files
            raise refusal("media.broken_picture") from None


def _read(source: BinaryIO) -> bytes:
    sent = bytearray()
    while len(sent) <= MOST_BYTES and (some := source.read(MOST_BYTES + 1 - len(sent))):
        sent += some
    if len(sent) > MOST_BYTES:
        raise refusal("media.picture_too_big")
    return bytes(sent)


def _check(sent: bytes) -> None:
    """Raises BadInput for what is no picture of ours or too large, and whatever Pillow does for broken checksums."""
    if sent[4:8] == b"ftyp" and sent[8:12] in _APPLE:
        raise refusal("media.heic")
    try:
        image = _opened(sent)
    except UnidentifiedImageError:
        raise _of_its_kind(sent) from None
    if image.width * image.height > MOST_PIXELS:
        raise refusal("media.too_many_pixels")
    image.verify()


def _of_its_kind(sent: bytes) -> BadInput:
    """Whether a file that cannot be opened began as one of ours, or never was one."""
    ours = sent.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n")) or (sent[:4], sent[8:12]) == (b"RIFF", b"WEBP")
    return refusal("media.broken_picture" if ours else "media.no_picture")


def _opened(sent: bytes) -> Image.Image:
    return Image.open(BytesIO(sent), formats=_FORMATS)


@contextmanager
def _bombs_are_errors() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow remarks on a strange file is of use to nobody
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield
