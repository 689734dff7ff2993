"""A gathering to put photos on: the founding document read in, and one that was called together."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from sanam.domain.foundation import clock
from sanam.domain.gatherings.models import Gathering, Shot
from sanam.domain.gatherings.operations import calling, pages, photos
from sanam.domain.gatherings.words import Faces
from sanam.domain.teams.models import Body
from sanam.interfaces.files.paper.intake import page_of
from sanam.interfaces.files.paper.reader import read_paper
from tests.cast import Cast
from tests.domain.media.images import noise, saved

FOUNDING = Path(__file__).parents[2] / "interfaces/files/paper/founding.txt"


def founding(cast: Cast) -> Gathering:
    """The founding document, as a gathering."""
    return pages.keep_page(by=cast.nurse, page=page_of(read_paper(FOUNDING.read_bytes())))


def called(cast: Cast, **changes: object) -> Gathering:
    """A gathering of the cast's body."""
    given = {"title": "คุยเรื่องรถรับส่ง", "place": "ศาลาหมู่ 5", "starts_at": clock.now() + timedelta(days=7)}
    body = Body.objects.get()
    return calling.call_together(by=cast.secretary, body=body, **(given | changes))  # type: ignore[arg-type]


def sent(cast: Cast, gathering: Gathering, file: bytes | None = None, who: str = "secretary") -> Shot:
    """A photo somebody sent, of which nothing is said yet."""
    return photos.add(by=cast.actors[who], gathering=gathering, source=BytesIO(file or photo()), file_name="IMG.jpg")


def cleared(cast: Cast, gathering: Gathering, **more: object) -> Shot:
    """One that may leave the house."""
    shot = sent(cast, gathering)
    said = {"alt": "คนราวสิบคนนั่งล้อมวง", "faces": Faces.NOBODY} | more
    return photos.describe(by=cast.secretary, shot=shot, **said)  # type: ignore[arg-type]


def photo(width: int = 320, height: int = 180) -> bytes:
    return saved(Image.new("RGB", (width, height), (20, 120, 90)))


def hardest() -> bytes:
    """The photo hardest to make small."""
    return saved(noise(1600, 1200), quality=95)
