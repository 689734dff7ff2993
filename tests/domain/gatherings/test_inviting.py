"""Somebody is asked once, hears of it, and answers; a change or a calling off is told to them."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Answer, Channel, Way
from sanam.domain.gatherings.models import Invitation
from sanam.domain.gatherings.operations import calling, changing, inviting
from sanam.domain.gatherings.words import GatheringKind, Stage
from sanam.domain.journal import queries as journal
from sanam.domain.notices import operations as notices
from sanam.domain.notices.models import Notice
from sanam.domain.teams import handover
from tests.cast import Cast
from tests.domain.gatherings.asking import called, listed

pytestmark = pytest.mark.django_db


def ask(cast: Cast, gathering, *names: str):  # type: ignore[no-untyped-def]
    seats = [cast.seats[name] for name in names]
    return inviting.invite(by=cast.secretary, gathering=gathering, seats=seats, way=Way.SEAT, channel=Channel.APP)


def test_a_seat_that_is_asked_hears_of_it_and_the_host_does_not(cast: Cast) -> None:
    gathering = called(cast)
    ask(cast, gathering, "nurse", "secretary")
    assert list(Notice.objects.values_list("seat_ref", "kind", "path")) == [
        (cast.nurse.ref, "invited", f"/gatherings/{gathering.pk}/")
    ]


def test_nobody_is_asked_twice(cast: Cast) -> None:
    gathering = called(cast)
    assert len(ask(cast, gathering, "nurse")) == 1
    assert ask(cast, gathering, "nurse") == []
    assert Notice.objects.count() == 1


def test_the_first_time_is_the_members_not_the_seats(cast: Cast) -> None:
    (first,) = ask(cast, called(cast), "nurse")
    (again,) = ask(cast, called(cast), "nurse")
    assert (first.first_asked, again.first_asked) == (True, False)
    assert first.member_id == cast.members["nurse"].id


def test_a_person_of_the_list_is_asked_for_the_first_time_once(cast: Cast) -> None:
    one = listed(cast)[0]
    flags = [
        inviting.invite(by=cast.secretary, gathering=called(cast), eligible=[one], way=Way.NAMED, channel=Channel.PHONE)
        for _ in range(2)
    ]
    assert [asked[0].first_asked for asked in flags] == [True, False]


def test_a_seat_answers_for_itself_and_a_host_for_whoever_was_called(cast: Cast) -> None:
    gathering = called(cast)
    (seat,) = ask(cast, gathering, "volunteer")
    assert not inviting.answer(by=cast.volunteer, invitation=seat, answer=Answer.YES).assisted
    assert inviting.answer(by=cast.secretary, invitation=seat, answer=Answer.NO).assisted
    told = queries.answers(gathering)
    assert (told.asked, told.no, told.waiting) == (1, 1, 0)


def test_nobody_answers_for_another_seat(cast: Cast) -> None:
    (seat,) = ask(cast, called(cast), "nurse")
    with pytest.raises(NotAllowed):
        inviting.answer(by=cast.volunteer, invitation=seat, answer=Answer.YES)
    assert Invitation.objects.get(pk=seat.pk).answer == ""


def test_who_was_asked_is_for_hosts(cast: Cast) -> None:
    gathering = called(cast)
    ask(cast, gathering, "volunteer")
    with pytest.raises(NotAllowed):
        queries.invitations(cast.volunteer, gathering)
    own = queries.own_invitation(cast.volunteer, gathering)
    assert own is not None
    assert queries.own_invitation(cast.local, gathering) is None


def test_an_unanswered_invitation_is_on_the_list_of_a_hand_over(cast: Cast) -> None:
    (one,) = ask(cast, called(cast), "nurse")
    found = {kind.kind: things for kind, things in handover.open_at(cast.nurse.ref)}
    assert [thing.ref for thing in found["invitations"]] == [f"invitation:{one.pk}"]
    inviting.answer(by=cast.nurse, invitation=one, answer=Answer.YES)
    assert "invitations" not in {kind.kind for kind, _things in handover.open_at(cast.nurse.ref)}


def change(cast: Cast, gathering, **said):  # type: ignore[no-untyped-def]
    given = {"title": gathering.title, "starts_at": gathering.starts_at, "place": gathering.place}
    return changing.change(by=cast.secretary, gathering=gathering, kind=GatheringKind.MEETING, **(given | said))


def heard(cast: Cast) -> list[str]:
    """What the nurse heard of changes, without the gathering's title."""
    told = Notice.objects.filter(kind="gathering", seat_ref=cast.nurse.ref).order_by("id")
    return [one.th.partition("” ")[2] for one in told]


def test_a_new_time_place_or_agenda_is_told_once_to_whoever_was_asked(cast: Cast) -> None:
    gathering = called(cast)
    ask(cast, gathering, "nurse")
    change(cast, gathering, title="ชื่อใหม่")
    assert heard(cast) == []
    both = {"place": "วัด", "agenda": ["เรื่องเดียว"]}
    change(cast, gathering, **both)
    assert heard(cast) == ["เปลี่ยนเวลาหรือที่นัด และวาระ"]
    change(cast, gathering, **both | {"agenda": ["สองเรื่อง", "เรื่องที่สอง "]})
    now = change(cast, gathering, **both | {"agenda": ["สามเรื่อง"]})
    assert now.agenda == ["สามเรื่อง"]
    assert heard(cast)[1:] == ["เปลี่ยนวาระ"]
    notices.mark_all_read(by=cast.nurse)
    change(cast, gathering, **both | {"agenda": []})
    assert heard(cast)[2:] == ["เปลี่ยนวาระ"]
    assert Notice.objects.filter(seat_ref=cast.secretary.ref, kind="gathering").count() == 0


def test_an_agenda_changes_until_the_talk_begins_and_the_journal_knows(cast: Cast) -> None:
    gathering = called(cast)
    begun = change(cast, gathering, agenda=["เรื่องเดียว"])
    (_called, (entry, told)) = journal.told_about([gathering.ref])
    assert (entry.did, told) == ("gathering.changed", {"agenda": True, "moved": False})
    calling.move(by=cast.secretary, gathering=begun, to=Stage.OPEN)
    with pytest.raises(Refused, match="เริ่มคุยแล้ว"):
        change(cast, gathering, agenda=["เรื่องอื่น"])
    assert change(cast, gathering, agenda=["เรื่องเดียว"], place="วัด").place == "วัด"


def test_calling_off_is_told_with_its_reason_and_nobody_is_asked_after_that(cast: Cast) -> None:
    gathering = called(cast)
    ask(cast, gathering, "nurse")
    with pytest.raises(BadInput):
        changing.call_off(by=cast.secretary, gathering=gathering, because=" ")
    off = changing.call_off(by=cast.secretary, gathering=gathering, because="น้ำท่วม")
    assert "น้ำท่วม" in Notice.objects.get(kind="gathering", seat_ref=cast.nurse.ref).th
    for deed in (lambda: ask(cast, off, "local"), lambda: change(cast, off, place="วัด")):
        with pytest.raises(Refused):
            deed()


def test_a_gathering_that_was_held_asks_nobody(cast: Cast) -> None:
    held = calling.move(by=cast.secretary, gathering=called(cast), to=Stage.HELD)
    with pytest.raises(Refused):
        ask(cast, held, "nurse")
