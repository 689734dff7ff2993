"""Photos of a gathering: cleaned, described, agreed to, attached to what a page lists, moved and taken down."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings

from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, Shot
from sanam.domain.gatherings.operations import photos
from sanam.domain.gatherings.words import Faces, Stage
from sanam.domain.journal.models import Entry
from sanam.domain.media import queries as media
from sanam.domain.media.models import Kept
from tests.cast import Cast
from tests.domain.gatherings.showing import called, cleared, founding, hardest, photo, sent
from tests.domain.media.images import PAGE, SECRET, jpeg, png_claiming, telling

pytestmark = pytest.mark.django_db


def files() -> list[Path]:
    """What is kept; the marks that stand beside a file until its transaction commits are none of it."""
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file() and not path.suffix]


def test_nothing_but_pixels_is_left_in_any_size_that_is_stored(cast: Cast) -> None:
    before = set(files())
    sent(cast, called(cast), telling("JPEG"))
    stored = set(files()) - before
    assert len(stored) == 2, "the whole photo and its small form"
    for path in stored:
        held = path.read_bytes()
        assert SECRET not in held
        for mark in (
            b"Exif",
            b"GPS",
            b"http://ns.adobe.com",
            b"xmpmeta",
            b"Photoshop 3.0",
            b"8BIM",
            b"MakerNote",
            b"ICC_",
        ):
            assert mark not in held, mark
        assert held.count(b"\xff\xd8\xff") == 1, "no thumbnail inside"


def test_the_small_form_of_the_hardest_photo_fits_in_sixty_kilobytes(cast: Cast) -> None:
    shot = sent(cast, called(cast), hardest())
    assert shot.kept
    with media.opened(shot.kept, small=True) as file:
        assert len(file.read()) <= 60_000


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (PAGE, "media.no_picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "media.no_picture"),
        (png_claiming(30_000, 30_000), "media.too_many_pixels"),
        (jpeg(400, 300)[:900], "media.broken_picture"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "media.heic"),
    ],
)
def test_what_is_no_photo_of_ours_is_refused_and_leaves_nothing(cast: Cast, file: bytes, code: str) -> None:
    gathering, before = called(cast), set(files())
    with pytest.raises(BadInput) as refusal:
        sent(cast, gathering, file)
    assert refusal.value.code == code
    assert (set(files()), Shot.objects.count(), Kept.objects.count()) == (before, 0, 0)


def test_a_photo_says_nothing_until_somebody_does_and_stays_in_the_house(cast: Cast) -> None:
    shot = sent(cast, called(cast))
    assert (shot.alt, shot.faces, shot.cleared) == ("", Faces.NOT_ASKED, False)


@pytest.mark.parametrize("faces", list(Faces))
def test_it_leaves_the_house_only_described_and_with_everybody_asked(cast: Cast, faces: Faces) -> None:
    shot = sent(cast, called(cast))
    said = photos.describe(by=cast.secretary, shot=shot, alt="ศาลาริมคลอง", faces=faces, people="ทุกคนยกมือให้")
    assert said.cleared == (faces is not Faces.NOT_ASKED)
    assert not photos.describe(by=cast.secretary, shot=shot, alt=" ", faces=faces, people="ทุกคน").cleared


def test_who_agreed_has_to_be_said(cast: Cast) -> None:
    shot = sent(cast, called(cast))
    with pytest.raises(BadInput):
        photos.describe(by=cast.secretary, shot=shot, alt="ศาลา", faces=Faces.AGREED)
    assert Shot.objects.get().faces == Faces.NOT_ASKED


def test_an_uncleared_photo_is_seen_by_who_writes_and_by_nobody_else(cast: Cast) -> None:
    shot = sent(cast, called(cast))
    assert shot.kept_id
    assert media.kept(cast.secretary, shot.kept_id)
    with pytest.raises(NotHere):
        media.kept(cast.volunteer, shot.kept_id)
    photos.describe(by=cast.secretary, shot=shot, alt="ศาลา", faces=Faces.NOBODY)
    assert media.kept(cast.volunteer, shot.kept_id)


def test_a_file_takes_the_place_of_a_listed_photo_whose_size_stays_as_written(cast: Cast) -> None:
    gathering = founding(cast)
    listed = gathering.photos.get(order=15)
    shot = sent(cast, gathering, photo(576, 1024))
    photos.describe(by=cast.secretary, shot=shot, alt="คนยืนพูด", faces=Faces.NOBODY, listed=listed)
    frames = queries.shown(cast.secretary, str(gathering.id)).frames
    assert len(frames) == 18
    frame = frames[14]
    assert (frame.width, frame.height, frame.bytes) == (1152, 2048, 140_963)
    assert frame.shot == shot
    assert not frame.differs


def test_a_file_of_other_proportions_is_attached_and_told(cast: Cast) -> None:
    gathering = founding(cast)
    shot = sent(cast, gathering, photo(400, 300))
    photos.describe(by=cast.secretary, shot=shot, alt="", faces=Faces.NOBODY, listed=gathering.photos.get(order=1))
    assert queries.shown(cast.secretary, str(gathering.id)).frames[0].differs


def test_a_listed_photo_has_one_file_and_only_of_its_own_page(cast: Cast) -> None:
    gathering = founding(cast)
    listed = gathering.photos.get(order=1)
    cleared(cast, gathering, listed=listed)
    with pytest.raises(Refused):
        cleared(cast, gathering, listed=listed)
    with pytest.raises(NotHere):
        cleared(cast, called(cast), listed=gathering.photos.get(order=2))


def test_photos_change_places_with_their_neighbours_and_the_ends_stay(cast: Cast) -> None:
    gathering = called(cast)
    one, two, three = (sent(cast, gathering) for _ in range(3))
    photos.move(by=cast.secretary, shot=three, earlier=True)
    photos.move(by=cast.secretary, shot=one, earlier=True)
    assert list(gathering.shots.all()) == [one, three, two]


def test_taken_down_the_file_is_gone_and_who_asked_stays(
    cast: Cast, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    shot = cleared(cast, called(cast))
    before = len(files())
    with django_capture_on_commit_callbacks(execute=True):
        photos.take_down(by=cast.secretary, shot=shot, asked_by="คนในภาพ โทรมา")
    assert len(files()) == before - 2
    gone = Shot.objects.get()
    assert (gone.kept, gone.alt, gone.down_asked_by, gone.cleared) == (None, "", "คนในภาพ โทรมา", False)
    assert Entry.objects.filter(did="photo.taken_down").count() == 1
    with pytest.raises(NotHere):
        photos.describe(by=cast.secretary, shot=gone, alt="กลับมา", faces=Faces.NOBODY)


def test_nobody_takes_one_down_without_saying_who_asked(cast: Cast) -> None:
    shot = cleared(cast, called(cast))
    with pytest.raises(BadInput):
        photos.take_down(by=cast.secretary, shot=shot, asked_by="  ")
    assert Shot.objects.get().cleared


def test_a_seat_that_does_not_write_of_the_gathering_adds_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        sent(cast, called(cast), who="volunteer")
    assert not Kept.objects.exists()


def test_a_gathering_called_off_takes_no_photos(cast: Cast) -> None:
    gathering = called(cast)
    Gathering.objects.update(stage=Stage.CALLED_OFF)
    gathering.refresh_from_db()
    with pytest.raises(Refused):
        sent(cast, gathering)
