"""owners and queries: who may see is the owner's answer; everybody else learns nothing, not even that it is there."""

from __future__ import annotations

from uuid import UUID

import pytest

from sanam.domain.foundation.actor import INSTALLATION, NO_ONE, Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.media import owners, queries, store
from sanam.domain.media.models import Kept
from tests.domain.media.conftest import NURSE, STRANGER, keep_paper, keep_picture

pytestmark = pytest.mark.django_db
NOWHERE = UUID("00000000-0000-7000-8000-000000000000")


def test_whom_the_owner_shows_it_sees_it() -> None:
    kept = keep_picture()
    assert queries.kept(NURSE, kept.id) == kept
    assert list(queries.of(NURSE, "album:1")) == [kept]


@pytest.mark.parametrize("actor", [STRANGER, NO_ONE, INSTALLATION], ids=lambda actor: actor.label)
def test_absent_and_not_shown_are_told_apart_by_nothing(actor: Actor) -> None:
    said = []
    for kept_id in (keep_picture().id, NOWHERE):
        with pytest.raises(NotHere) as refusal:
            queries.kept(actor, kept_id)
        said.append((str(refusal.value), refusal.value.code, refusal.value.status))
    assert said[0] == said[1]
    assert not queries.of(actor, "album:1")


def test_of_an_owner_nobody_answers_for_nobody_sees_anything() -> None:
    kept = keep_picture(owner="unknown:1")
    with pytest.raises(NotHere):
        queries.kept(NURSE, kept.id)
    assert not queries.of(NURSE, "unknown:1")


def test_an_owner_that_answers_by_refusing_shows_nothing_in_the_same_words() -> None:
    def refuses(actor: Actor, owner: str) -> bool:
        raise NotAllowed("diary.closed", "สมุดเล่มนี้ปิดอยู่", "This diary is closed.")

    owners.show("diary", refuses)
    with pytest.raises(NotHere) as refusal:
        queries.kept(NURSE, keep_picture(owner="diary:1").id)
    assert "diary" not in str(refusal.value)


def test_the_owner_is_asked_about_the_very_thing() -> None:
    asked = []
    owners.show("diary", lambda actor, owner: asked.append((actor, owner)) is None)
    queries.kept(NURSE, keep_picture(owner="diary:77").id)
    assert asked == [(NURSE, "diary:77")]


def test_two_rooms_cannot_answer_for_one_prefix() -> None:
    def always(actor: Actor, owner: str) -> bool:
        return True

    owners.show("diary", always)
    owners.show("diary", always)  # the same room, made ready twice
    with pytest.raises(ValueError, match="diary"):
        owners.show("diary", lambda actor, owner: True)


def test_what_an_owner_keeps_comes_oldest_first() -> None:
    kept = [keep_picture(), keep_paper(), keep_picture()]
    keep_picture(owner="album:2")
    assert list(queries.of(NURSE, "album:1")) == kept


def test_a_picture_opens_whole_and_small_and_a_paper_does_not() -> None:
    kept, paper = keep_picture(), keep_paper()
    with queries.opened(kept) as whole, queries.opened(kept, small=True) as small:
        assert len(whole.read()) == kept.size
        assert small.read(2) == b"\xff\xd8"
    for form in (False, True):
        with pytest.raises(NotHere):
            queries.opened(paper, small=form)


def test_a_paper_is_read_by_the_installation_and_by_who_kept_it_only() -> None:
    paper = keep_paper(b"PK\x03\x04 rows")
    for by in (INSTALLATION, NURSE):
        assert queries.path_of(by, paper).read_bytes() == b"PK\x03\x04 rows"
    for by in (STRANGER, NO_ONE):
        with pytest.raises(NotHere):
            queries.path_of(by, paper)


def test_nobody_in_particular_never_counts_as_who_kept_it() -> None:
    nameless = Actor(ActorKind.ROOM, "", "", Mandate())
    with pytest.raises(NotHere):
        queries.path_of(nameless, keep_paper(by=nameless))


def test_a_picture_is_no_paper_to_be_read_in() -> None:
    with pytest.raises(NotHere):
        queries.path_of(INSTALLATION, keep_picture())


def test_a_file_lost_from_the_disk_is_told_as_our_fault() -> None:
    kept, paper = keep_picture(), keep_paper()
    for one in (kept, paper):
        store.path(one.stored_name).unlink()
    for opening in (lambda: queries.opened(kept), lambda: queries.path_of(INSTALLATION, paper)):
        with pytest.raises(Refused) as refusal:
            opening()
        assert refusal.value.status == 503


def test_a_stored_name_changed_in_the_database_leads_nowhere() -> None:
    kept = keep_picture()
    Kept.objects.filter(id=kept.id).update(stored_name="../../../../../etc/passwd")
    with pytest.raises(ValueError, match="32 hexadecimal"):
        queries.opened(queries.kept(NURSE, kept.id))
