"""How the invented gatherings are shown: painted photos where a page only listed them, and one page for the public."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import photos, publishing
from sanam.domain.gatherings.words import Faces
from sanam.sample.dice import dice_for
from sanam.sample.painting import SCENES, painted

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering, Photo

ALT = {
    "hall": "คนราวยี่สิบคนนั่งหันหลังฟังในห้องประชุม ข้างหน้ามีกระดานเขียนหัวข้อ",
    "circle": "คนนั่งล้อมวงบนเสื่อในศาลา",
    "cards": "บัตรคำหลายสีติดเต็มกระดาน",
    "field": "คนยืนคุยกันใต้ต้นไม้ริมทุ่ง",
}
LEFT_LISTED = 1
"""Photos of each page that stay only listed, as most are when a page comes from the web."""


def show(secretary: Actor, own: Gathering, seed: int) -> None:
    """Give the pages their photos, and those of a gathering the body held itself, and publish two pages."""
    pages = [page for page in queries.visible(secretary) if page.text]
    for page in pages:
        for photo in list(page.photos.all())[:-LEFT_LISTED]:
            _add(secretary, page, photo, (photo.width, photo.height), seed)
    own.refresh_from_db()
    for size in ((4, 3), (4, 3), (3, 4), (16, 9)):
        _add(secretary, own, None, size, seed)
    # one that nobody was asked about yet: it waits, and says so
    dice = dice_for(seed, "photo nobody was asked about")
    photos.add(by=secretary, gathering=own, source=BytesIO(painted("field", 4, 3, dice)))
    for page in (pages[0], own):
        publishing.publish(by=secretary, gathering=page, read_through=True)


def _add(by: Actor, page: Gathering, listed: Photo | None, size: tuple[int, int], seed: int) -> None:
    """A photo in its listed proportions, described; nobody in it can be known, for nobody is."""
    count = page.shots.count()
    scene = list(SCENES)[count % len(SCENES)]
    file = painted(scene, *size, dice_for(seed, f"photo {page.title} {count}"))
    shot = photos.add(by=by, gathering=page, source=BytesIO(file), file_name=f"{scene}.jpg")
    photos.describe(by=by, shot=shot, alt=ALT[scene], faces=Faces.NOBODY, listed=listed)
