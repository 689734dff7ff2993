"""What a room did not resolve goes on as open questions, in one deed; what nobody chose is let be, and said to be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Exchange
from sanam.domain.dialogue.operations import carrying, results
from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import queries as journal
from sanam.domain.journal.models import Entry
from sanam.domain.notices.models import Notice
from tests.cast import Cast
from tests.domain.dialogue.rooms import TEXTS, dotted, voting_room
from tests.domain.gatherings.conftest import begun
from tests.lines import ids

pytestmark = pytest.mark.django_db
LEFT = list(TEXTS[2:])


@pytest.fixture
def met(cast: Cast) -> Gathering:
    return begun(cast)


@pytest.fixture
def room(cast: Cast, met: Gathering) -> Exchange:
    return closed(cast, gathering=met)


def closed(cast: Cast, **more: object) -> Exchange:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast, **more))
    dotted(room)
    return results.close(by=cast.secretary, exchange=room)


def carry(cast: Cast, room: Exchange, *texts: str, **more: object) -> list[OpenQuestion]:
    given = {"by": cast.secretary, "exchange": room, "cards": list(room.statements.filter(text__in=texts))} | more
    return carrying.carry_on(**given)  # type: ignore[arg-type]


def waiting(cast: Cast) -> list[Exchange]:
    return list(Exchange.objects.filter(pk__in=ids(queries.waiting(cast.secretary), "room_waits")))


def test_all_that_was_chosen_is_left_open_at_once_and_journalled_once_each(cast: Cast, room: Exchange) -> None:
    owner = cast.seats["nurse"]
    made = carry(cast, room, *LEFT, owner=owner)
    assert [(one.text, one.owner_id, one.gathering_id) for one in made] == [
        (text, owner.pk, room.gathering_id) for text in LEFT
    ]
    assert Entry.objects.filter(did="question.left_open").count() == len(LEFT)
    assert [details for entry, details in journal.told_about([room.ref]) if entry.did == "room.carried_on"] == [
        {"cards": [3, 4], "let_be": 0}
    ]


def test_sent_twice_it_is_left_open_once_and_what_comes_later_is_added(cast: Cast, room: Exchange) -> None:
    carry(cast, room, LEFT[0])
    entries = Entry.objects.count()
    assert carry(cast, room, LEFT[0]) == []
    assert Entry.objects.count() == entries
    carry(cast, room, *LEFT)
    assert [one.text for one in OpenQuestion.objects.order_by("id")] == LEFT


def test_what_nobody_chose_is_let_be_and_the_room_waits_no_more(cast: Cast, room: Exchange) -> None:
    assert waiting(cast) == [room]
    assert carry(cast, room) == []
    assert waiting(cast) == []
    assert not OpenQuestion.objects.exists()
    assert [one.text for one in queries.outcome(Exchange.objects.get()).waiting] == LEFT


def test_what_all_agreed_on_and_what_belongs_to_another_room_never_goes_along(
    cast: Cast, room: Exchange, met: Gathering
) -> None:
    other = closed(cast, gathering=met)
    cards = [*room.statements.filter(text__in=TEXTS[:2]), *other.statements.all()]
    assert carry(cast, room, cards=cards) == []


def test_the_owner_and_the_bodys_secretary_hear_once_however_much_was_left(cast: Cast, room: Exchange) -> None:
    Notice.objects.all().delete()
    carry(cast, room, *LEFT, by=cast.nurse, owner=cast.seats["volunteer"])
    told = list(Notice.objects.filter(kind="question").values_list("seat_ref", flat=True))
    secretaries = [str(cast.seats[who].pk) for who in ("secretary", "regional")]
    assert sorted(told) == sorted([*secretaries, cast.volunteer.ref])
    assert "2 ข้อ" in Notice.objects.filter(seat_ref=cast.secretary.ref).get().th


def test_a_room_that_goes_on_one_without_a_gathering_and_an_approved_report_take_nothing(
    cast: Cast, met: Gathering
) -> None:
    going, alone, late = voting_room(cast, gathering=met), closed(cast), closed(cast, gathering=met)
    for one in (going, alone):
        with pytest.raises(Refused):
            carry(cast, one, *LEFT)
    Gathering.objects.update(stage=Stage.APPROVED)
    with pytest.raises(Refused):
        carry(cast, late, *LEFT)
    assert waiting(cast) == []


def test_only_who_looks_after_the_room_does_it(cast: Cast, room: Exchange) -> None:
    with pytest.raises(NotAllowed):
        carry(cast, room, *LEFT, by=cast.volunteer)


def test_who_looks_after_rooms_is_told_until_it_is_done_and_nobody_else_after_a_week(
    cast: Cast, room: Exchange
) -> None:
    Exchange.objects.update(closed_at=clock.now() - timedelta(days=30))
    assert waiting(cast) == [room]
    assert ids(queries.waiting(cast.volunteer)) == []
    carry(cast, room, *LEFT)
    assert ids(queries.waiting(cast.secretary)) == []
