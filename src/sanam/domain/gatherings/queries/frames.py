"""The photos of a gathering as frames: each photo a page lists, with its file where there is one, then the others."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.gatherings.models import Gathering, Photo, Shot

_ALIKE = 0.02


@dataclass(frozen=True, slots=True)
class Frame:
    """One photo's place: number from 1, true size (pixels, bytes as listed, else of the file), and its file if shown.

    `waits` says that there is a file which this reader does not see, because nobody has asked the people in it.
    """

    number: int
    width: int
    height: int
    bytes: int
    listed: Photo | None = None
    shot: Shot | None = None
    waits: bool = False

    @property
    def is_listed(self) -> bool:
        return self.listed is not None

    @property
    def differs(self) -> bool:
        """Whether the file's proportions are not those the page lists: perhaps another photo, or a cut one."""
        return self.listed is not None and self.shot is not None and not _alike(self.listed, self.shot)


def frames(gathering: Gathering, *, all_of_them: bool) -> list[Frame]:
    """Every photo's frame in order; files that are not cleared are there only where `all_of_them` may be seen."""
    shots = list(gathering.shots.filter(down_at=None).select_related("kept"))
    attached = {shot.listed_id: shot for shot in shots if shot.listed_id}
    listed = gathering.photos.all() if gathering.was_read_in else ()
    found = [_of_listed(photo, attached.get(photo.pk), all_of_them) for photo in listed]
    for shot in shots:
        if shot.listed_id is None and shot.kept and (all_of_them or shot.cleared):
            kept = shot.kept
            found.append(Frame(len(found) + 1, kept.width or 1, kept.height or 1, kept.size, shot=shot))
    return found


def _of_listed(photo: Photo, shot: Shot | None, all_of_them: bool) -> Frame:
    seen = shot if shot and (all_of_them or shot.cleared) else None
    waits = shot is not None and seen is None
    return Frame(photo.order, photo.width or 1, photo.height or 1, photo.bytes, photo, seen, waits)


def _alike(listed: Photo, shot: Shot) -> bool:
    """Whether both have the same proportions, to a fiftieth: a size was rounded when the photo was made smaller."""
    kept = shot.kept
    if kept is None or not (kept.width and kept.height and listed.width and listed.height):
        return True
    return abs((kept.width * listed.height) / (kept.height * listed.width) - 1) <= _ALIKE
