"""A page is opened to anybody, and taken back; what is not cleared never leaves."""

from __future__ import annotations

from uuid import uuid4

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, Publication
from sanam.domain.gatherings.operations import publishing
from sanam.domain.gatherings.words import Stage
from tests.cast import Cast
from tests.domain.gatherings.showing import called, cleared, founding, sent

pytestmark = pytest.mark.django_db


def approved(cast: Cast) -> Gathering:
    gathering = called(cast)
    Gathering.objects.update(stage=Stage.APPROVED)
    gathering.refresh_from_db()
    return gathering


def published(cast: Cast) -> Gathering:
    gathering = approved(cast)
    publishing.publish(by=cast.secretary, gathering=gathering, read_through=True)
    return gathering


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.APPROVED])
def test_only_an_approved_report_is_published(cast: Cast, stage: Stage) -> None:
    gathering = called(cast)
    Gathering.objects.update(stage=stage)
    with pytest.raises(Refused):
        publishing.publish(by=cast.secretary, gathering=gathering, read_through=True)
    assert not Publication.objects.exists()


def test_it_is_read_through_first(cast: Cast) -> None:
    with pytest.raises(BadInput):
        publishing.publish(by=cast.secretary, gathering=approved(cast), read_through=False)


def test_a_page_read_in_is_published_by_the_secretary_alone(cast: Cast) -> None:
    page = founding(cast)
    with pytest.raises(NotAllowed):
        publishing.publish(by=cast.nurse, gathering=page, read_through=True)
    publishing.publish(by=cast.secretary, gathering=page, read_through=True)
    assert queries.public(page.id).gathering == page


def test_a_gathering_is_published_by_a_writer_of_its_body_and_not_by_others(cast: Cast) -> None:
    gathering = approved(cast)
    with pytest.raises(NotAllowed):
        publishing.publish(by=cast.volunteer, gathering=gathering, read_through=True)
    publishing.publish(by=cast.nurse, gathering=gathering, read_through=True)
    assert queries.public(gathering.id)


def test_what_is_not_published_is_told_apart_from_what_is_not_there_by_nothing(cast: Cast) -> None:
    told = []
    for one in (approved(cast).id, uuid4()):
        with pytest.raises(NotHere) as refusal:
            queries.public(one)
        told.append(str(refusal.value))
    assert told[0] == told[1]


def test_taken_back_it_is_gone_at_once_and_may_come_again(cast: Cast) -> None:
    gathering = published(cast)
    publishing.withdraw(by=cast.secretary, gathering=gathering)
    with pytest.raises(NotHere):
        queries.public(gathering.id)
    with pytest.raises(NotHere):
        publishing.withdraw(by=cast.secretary, gathering=gathering)
    publishing.publish(by=cast.secretary, gathering=gathering, read_through=True, findable=True)
    assert queries.public(gathering.id).publication.findable  # type: ignore[union-attr]


def test_a_report_opened_again_leaves_the_public(cast: Cast) -> None:
    gathering = published(cast)
    Gathering.objects.update(stage=Stage.HELD)
    with pytest.raises(NotHere):
        queries.public(gathering.id)


def test_only_cleared_photos_leave(cast: Cast) -> None:
    gathering = published(cast)
    shown, waiting = cleared(cast, gathering), sent(cast, gathering)
    assert [frame.shot for frame in queries.public(gathering.id).frames] == [shown]
    assert queries.public_photo(gathering.id, shown.id)
    with pytest.raises(NotHere):
        queries.public_photo(gathering.id, waiting.id)


def test_a_cleared_photo_of_a_page_that_is_not_published_stays(cast: Cast) -> None:
    shot = cleared(cast, approved(cast))
    with pytest.raises(NotHere):
        queries.public_photo(shot.gathering_id, shot.id)


def test_a_photo_is_reached_through_its_own_page_only(cast: Cast) -> None:
    hidden, open_page = approved(cast), published(cast)
    shot = cleared(cast, hidden)
    with pytest.raises(NotHere):
        queries.public_photo(open_page.id, shot.id)


def test_a_listed_photo_whose_file_waits_looks_like_one_without_a_file(cast: Cast) -> None:
    page = founding(cast)
    publishing.publish(by=cast.secretary, gathering=page, read_through=True)
    before = queries.public(page.id).frames
    shot = sent(cast, page)
    type(shot).objects.update(listed=page.photos.get(order=1))
    after = queries.public(page.id).frames
    assert after[0].shot is None
    assert [(one.width, one.height, one.bytes) for one in after] == [
        (one.width, one.height, one.bytes) for one in before
    ]


def test_related_topics_of_the_public_page_are_published_ones(cast: Cast) -> None:
    mine, hidden, other = (approved(cast) for _ in range(3))
    Gathering.objects.update(tags=["รถรับส่ง"])
    for one in (mine, other):
        publishing.publish(by=cast.secretary, gathering=one, read_through=True)
    assert [one.gathering for one in queries.public(mine.id).related] == [other]
    assert {one.gathering for one in queries.shown(cast.nurse, str(mine.id)).related} == {hidden, other}
