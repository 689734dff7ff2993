"""Whoever stands on a body's lists has it as a file, put right, or erased; the lottery stays what it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.gatherings import lottery, queries
from sanam.domain.gatherings.asked import CameBy, Channel, Ground, Known, Way
from sanam.domain.gatherings.models import Attendance, Draw, Eligible, Gathering, Invitation
from sanam.domain.gatherings.operations import attending, drawing, eligible, inviting, listed
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.gatherings.queries import Held
from sanam.domain.gatherings.queries.attending import Comer
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.registry.models import Person
from sanam.domain.teams.models import Body
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.gatherings import asking
from tests.domain.gatherings.asking import NAMES, called

pytestmark = pytest.mark.django_db
NAME = NAMES[0]
BY_WISH = {"known": Known.MET, "ground": Ground.WISH}


@pytest.fixture
def board(cast: Cast) -> Body:
    return cast.seats["secretary"].body


@pytest.fixture
def drawn(cast: Cast) -> Draw:
    """A draw in which everybody of the list was drawn, and the first of them came."""
    asking.listed(cast)
    gathering = called(cast)
    frozen = drawing.freeze(by=cast.secretary, gathering=gathering, wanted={"4": 3, "2": 3})
    journal.seal(by=INSTALLATION)
    made = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE)
    attending.sign_in_for(by=cast.secretary, gathering=gathering, comer=Comer(NAME, None, "ชมรมทดสอบ"))
    return made


def test_everything_under_a_name_is_found_however_it_is_spelled(cast: Cast, board: Body, drawn: Draw) -> None:
    held = queries.held_under(cast.secretary, board, "นาย สมหวัง  ใจดี")
    (one,), (came,) = held.eligible, held.came
    assert (one.name, one.phone, came.gathering_id) == (NAME, "0000012345", drawn.gathering_id)
    assert [(i.gathering_id, i.draw) for i in one.invitations.all()] == [(drawn.gathering_id, drawn)]
    assert not len(queries.held_under(cast.secretary, board, "ใ"))


def test_two_of_one_name_are_parted_by_who_says_which_row_is_theirs(cast: Cast, board: Body) -> None:
    other = Someone(NAME, CameBy.CLUB, "0000099999", "ชมรมอื่น")
    (mine,) = asking.listed(cast, [NAME])
    eligible.add(by=cast.secretary, body=board, people=[other])
    held = queries.held_under(cast.secretary, board, NAME)
    assert len(held) == 2
    listed.erase(by=cast.secretary, body=board, held=held.only([mine.ref]), **BY_WISH)
    (left,) = queries.held_under(cast.secretary, board, NAME).eligible
    assert left.phone == "0000099999"


def test_an_erased_name_is_nowhere_and_every_number_stands(cast: Cast, board: Body, drawn: Draw) -> None:
    before = queries.came(drawn.gathering)
    held = queries.held_under(cast.secretary, board, NAME)
    assert listed.erase(by=cast.secretary, body=board, held=held, **BY_WISH) == 2
    rows = [vars(one) for table in (Eligible, Attendance, Invitation, Draw) for one in table.objects.all()]
    assert "สมหวัง" not in str(rows)
    assert "0000012345" not in str(vars(Eligible.objects.get(pk=held.eligible[0].pk)))
    assert {one.gone for one in (*Eligible.objects.exclude(off_at=None), *Attendance.objects.all())} == {"asked"}
    assert queries.came(drawn.gathering) == before
    assert Gathering.objects.get(pk=drawn.gathering_id).headcount == before.heads == 1


def test_a_draw_comes_out_the_same_after_somebody_drawn_was_erased(cast: Cast, board: Body, drawn: Draw) -> None:
    listed.erase(by=cast.secretary, body=board, held=queries.held_under(cast.secretary, board, NAME), **BY_WISH)
    now = Draw.objects.get(pk=drawn.pk)
    assert lottery.plain(now.pool) == lottery.plain(drawn.pool)
    assert lottery.drawn(now.pool, now.wanted, now.seed) == drawn.drawn
    assert Invitation.objects.filter(draw=now).count() == len(drawn.drawn) == 6
    assert not invariants.broken_names()
    assert written.verify().ok


def test_the_journal_says_why_and_how_they_were_known_and_no_name(cast: Cast, board: Body, drawn: Draw) -> None:
    held = queries.held_under(cast.secretary, board, NAME)
    listed.erase(by=cast.secretary, body=board, held=held, **BY_WISH)
    for ref in held.refs:
        (entry,) = [one for one in written.about(ref) if one.did == "listed.erased"]
        assert (entry.because, entry.actor_ref) == ("erasure:wish known:met", cast.secretary.ref)


def test_a_name_pasted_later_does_not_bring_back_who_was_erased(cast: Cast, board: Body, drawn: Draw) -> None:
    listed.erase(by=cast.secretary, body=board, held=queries.held_under(cast.secretary, board, NAME), **BY_WISH)
    pasted = eligible.add(by=cast.secretary, body=board, people=[Someone(NAME, CameBy.CLUB)])
    assert (pasted.new, pasted.left_off) == ((), 1)


def test_put_right_is_right_on_every_list_and_the_number_too(cast: Cast, board: Body, drawn: Draw) -> None:
    held = queries.held_under(cast.secretary, board, NAME)
    right = {"name": "สมหวัง ใจดีมาก", "phone": "0000054321", "known": Known.CALLED}
    listed.correct(by=cast.secretary, body=board, held=held, **right)
    now = queries.held_under(cast.secretary, board, "ใจดีมาก")
    assert [(one.name, one.phone) for one in now.eligible] == [("สมหวัง ใจดีมาก", "0000054321")]
    assert [one.name for one in now.came] == ["สมหวัง ใจดีมาก"]


def test_put_right_into_a_name_that_stands_there_already_is_refused_whole(cast: Cast, board: Body) -> None:
    asking.listed(cast)
    held = queries.held_under(cast.secretary, board, NAME)
    with pytest.raises(Refused, match="อยู่ในรายชื่อ"):
        listed.correct(by=cast.secretary, body=board, held=held, name=NAMES[1], known=Known.MET)
    with pytest.raises(BadInput):
        listed.correct(by=cast.secretary, body=board, held=held, name=" ", known=Known.MET)


def test_a_name_signed_for_a_seat_is_not_erased_from_a_list(cast: Cast, board: Body) -> None:
    gathering = called(cast)
    asked = {"seats": [cast.seats["nurse"]], "way": Way.SEAT, "channel": Channel.APP}
    (invitation,) = inviting.invite(by=cast.secretary, gathering=gathering, **asked)
    comer = Comer(invitation.name, None)
    came = attending.sign_in_for(by=cast.secretary, gathering=gathering, comer=comer, invitation=invitation)
    with pytest.raises(Refused, match="ที่นั่ง"):
        listed.erase(by=cast.secretary, body=board, held=Held(came=(came,)), **BY_WISH)
    assert Attendance.objects.get().name == came.name


def test_only_whoever_keeps_the_list_answers_and_nothing_chosen_is_no_answer(cast: Cast, board: Body) -> None:
    asking.listed(cast)
    held = queries.held_under(cast.secretary, board, NAME)
    other = bodies.found(by=INSTALLATION, kind=BodyKind.CARE_TEAM, name_th="ทีมอื่น", name_en="Other", area_codes=[])
    for whose, body, refusal in ((cast.volunteer, board, NotAllowed), (cast.secretary, other, NotHere)):
        with pytest.raises(refusal):
            queries.held_under(whose, body, NAME)
        with pytest.raises(refusal):
            listed.erase(by=whose, body=body, held=held, **BY_WISH)
    with pytest.raises(BadInput):
        listed.hand_over(by=cast.secretary, body=board, held=held.only([]), known=Known.MET)
    assert Eligible.objects.filter(off_at=None).count() == len(NAMES)


def test_nobody_of_the_register_is_joined_to_a_name_on_a_list() -> None:
    """A name and a number alike are no proof: nothing of these tables points at a person."""
    for table in (Eligible, Attendance, Invitation, Draw):
        assert Person not in {column.related_model for column in table._meta.get_fields()}


def test_past_their_time_are_old_names_nobody_asked_and_seats_are_not(cast: Cast, drawn: Draw) -> None:
    from sanam.domain.gatherings.queries.listed import comers_before, eligible_idle_since

    later = clock.now() + timedelta(days=30)
    assert comers_before(later).count() == 1
    assert eligible_idle_since(later).count() == len(NAMES)
    assert not eligible_idle_since(clock.now() - timedelta(days=1)).exists()
    assert not comers_before(clock.now() - timedelta(days=1)).exists()
