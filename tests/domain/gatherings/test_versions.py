"""A corrected page is a gathering of its own until somebody says that it corrects one."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, PageVersion, Shot
from sanam.domain.gatherings.operations import pages, publishing, versions
from sanam.interfaces.files.paper.intake import page_of
from sanam.interfaces.files.paper.reader import read_paper
from tests.cast import Cast
from tests.domain.gatherings.showing import FOUNDING, cleared, founding, sent

pytestmark = pytest.mark.django_db
ONE_MORE = ("ร่วม ๔๐ คน", "ร่วม ๔๑ คน")


def corrected(cast: Cast, *changes: tuple[str, str]) -> Gathering:
    text = FOUNDING.read_text()
    for before, after in changes or [ONE_MORE]:
        assert before in text
        text = text.replace(before, after, 1)
    return pages.keep_page(by=cast.nurse, page=page_of(read_paper(text)))


def test_it_is_never_joined_by_itself(cast: Cast) -> None:
    first, second = founding(cast), corrected(cast)
    assert Gathering.objects.count() == 2
    assert queries.shown(cast.nurse, str(second.id)).corrects == [first]
    assert queries.shown(cast.nurse, str(first.id)).corrects == []
    assert queries.shown(cast.volunteer, str(second.id)).corrects == []


def test_said_to_be_a_correction_it_takes_the_place_and_the_earlier_text_is_kept(cast: Cast) -> None:
    first, second = founding(cast), corrected(cast)
    kept = versions.take_as_correction(by=cast.nurse, page=second, of=first)
    assert kept.id == first.id
    assert (Gathering.objects.count(), kept.headcount) == (1, 41)
    assert (kept.photos.count(), kept.points.count(), kept.open_questions.count()) == (18, 4, 1)
    assert PageVersion.objects.get().text == first.text


@pytest.mark.parametrize("which", ["earlier", "newest"])
def test_either_text_read_again_is_the_same_gathering(cast: Cast, which: str) -> None:
    first = founding(cast)
    kept = versions.take_as_correction(by=cast.nurse, page=corrected(cast), of=first)
    again = founding(cast) if which == "earlier" else corrected(cast)
    assert again == kept
    assert Gathering.objects.count() == 1


def test_files_stay_with_the_photos_that_are_still_listed(cast: Cast) -> None:
    first = founding(cast)
    stays = cleared(cast, first, listed=first.photos.get(order=1))
    moved = cleared(cast, first, listed=first.photos.get(order=2))
    second = corrected(cast, ("960x540 pixel , 55,609 bytes", "800x600 pixel , 55,609 bytes"))
    own = sent(cast, second)
    kept = versions.take_as_correction(by=cast.nurse, page=second, of=first)
    found = {shot.id: shot.listed.order if shot.listed else None for shot in kept.shots.all()}
    assert found == {stays.id: 1, moved.id: None, own.id: None}
    assert Shot.objects.count() == 3


def test_a_published_page_stays_published_with_the_corrected_words(cast: Cast) -> None:
    first = founding(cast)
    publishing.publish(by=cast.secretary, gathering=first, read_through=True)
    versions.take_as_correction(by=cast.nurse, page=corrected(cast), of=first)
    assert queries.public(first.id).gathering.headcount == 41


def test_a_newer_page_that_is_published_is_withdrawn_first(cast: Cast) -> None:
    first, second = founding(cast), corrected(cast)
    publishing.publish(by=cast.secretary, gathering=second, read_through=True)
    with pytest.raises(Refused):
        versions.take_as_correction(by=cast.nurse, page=second, of=first)
    publishing.withdraw(by=cast.secretary, gathering=second)
    assert versions.take_as_correction(by=cast.nurse, page=second, of=first) == first


@pytest.mark.parametrize("change", [("เขต ๑๒\n", "เขต ๑๑\n"), ("๑๐ มกราคม", "๑๑ มกราคม")])
def test_another_title_or_day_is_no_correction(cast: Cast, change: tuple[str, str]) -> None:
    first, other = founding(cast), corrected(cast, change)
    with pytest.raises(Refused):
        versions.take_as_correction(by=cast.nurse, page=other, of=first)
    assert Gathering.objects.count() == 2


def test_an_older_page_does_not_correct_a_newer_one(cast: Cast) -> None:
    first, second = founding(cast), corrected(cast)
    with pytest.raises(Refused):
        versions.take_as_correction(by=cast.nurse, page=first, of=second)


def test_a_seat_that_does_not_write_joins_nothing(cast: Cast) -> None:
    first, second = founding(cast), corrected(cast)
    with pytest.raises(NotAllowed):
        versions.take_as_correction(by=cast.volunteer, page=second, of=first)
