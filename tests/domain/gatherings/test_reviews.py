"""After a gathering: what we learned, with a name or without one, and what we will do, until it is done."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, Reflection
from sanam.domain.gatherings.operations import reviews
from sanam.domain.gatherings.operations.reviews import Learned
from sanam.domain.gatherings.talk_words import FEWEST_TO_HIDE_AMONG, ActionState
from sanam.domain.journal.models import Details, Entry
from sanam.domain.notices.models import Notice
from sanam.domain.teams import handover
from sanam.domain.teams.models import Holding, Leg
from tests.cast import PLAN, Cast
from tests.domain.gatherings.conftest import SEATED, begun, over
from tests.lines import ids

pytestmark = pytest.mark.django_db
WHO = (*PLAN, *SEATED)
SECRET = "คำที่ไม่มีใครควรรู้ว่าใครพูด"


def test_a_seat_says_it_by_name_and_says_it_anew(cast: Cast, held: Gathering) -> None:
    reviews.reflect(by=cast.volunteer, gathering=held, learned=Learned(strengths="ตรงเวลา"))
    reviews.reflect(by=cast.volunteer, gathering=held, learned=Learned(strengths="ตรงเวลา", why="นัดล่วงหน้า"))
    (told,) = queries.review(cast.nurse, str(held.id)).legs
    (one,) = told.said
    assert (told.leg.name_th if told.leg else "", str(one.seat_id), one.why) == (
        "หน่วยงานรัฐ",
        cast.volunteer.ref,
        "นัดล่วงหน้า",
    )


def test_it_waits_until_the_talk_is_over_and_needs_a_word(cast: Cast, gathering: Gathering, held: Gathering) -> None:
    with pytest.raises(Refused):
        reviews.reflect(by=cast.nurse, gathering=gathering, learned=Learned(why="เร็วไป"))
    with pytest.raises(BadInput):
        reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why="  "))


def test_strengths_come_before_all_else(cast: Cast, held: Gathering) -> None:
    reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why="คนมาน้อย"))
    reviews.reflect(by=cast.local, gathering=held, learned=Learned(strengths="ฟังกัน"))
    assert [one.strengths for one in queries.review(cast.nurse, str(held.id)).strengths] == ["ฟังกัน"]


def test_without_a_name_the_leg_stays_where_enough_people_sit_in_it(cast: Cast, held: Gathering) -> None:
    kept = reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why="นัดชน"), unnamed=True)
    assert (kept.leg.name_th if kept.leg else "", kept.seat) == ("หน่วยงานรัฐ", None)


def test_without_a_name_a_leg_of_one_is_not_kept_at_all(cast: Cast, held: Gathering) -> None:
    reviews.reflect(by=cast.actors["ท้องถิ่น"], gathering=held, learned=Learned(why="นัดชน"), unnamed=True)
    assert Reflection.objects.get().leg is None


def test_words_that_stand_under_ones_name_are_not_said_again_without_it(cast: Cast, held: Gathering) -> None:
    reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(strengths="ตรงเวลา", why="นัดล่วงหน้า"))
    with pytest.raises(BadInput):
        reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why=" นัดล่วงหน้า "), unnamed=True)
    reviews.reflect(by=cast.local, gathering=held, learned=Learned(why="นัดล่วงหน้า"), unnamed=True)
    assert Reflection.objects.filter(seat=None).count() == 1


def test_one_person_in_many_seats_is_no_crowd(cast: Cast, held: Gathering) -> None:
    others = [cast.members[who] for who in ("secretary", "local", "volunteer")]
    state = Holding.objects.filter(seat__leg__name_th="หน่วยงานรัฐ")
    state.exclude(member__in=others).update(member=cast.members["nurse"])
    assert state.count() > FEWEST_TO_HIDE_AMONG
    reviews.reflect(by=cast.secretary, gathering=held, learned=Learned(why="นัดชน"), unnamed=True)
    assert Reflection.objects.get().leg is None


def test_where_too_few_sit_at_all_nobody_is_promised_what_cannot_be_kept(cast: Cast, held: Gathering) -> None:
    Holding.objects.exclude(member__in=[cast.members[who] for who in ("nurse", "secretary")]).delete()
    with pytest.raises(Refused):
        reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why="นัดชน"), unnamed=True)
    assert not Reflection.objects.exists()


@given(speakers=st.lists(st.tuples(st.sampled_from(WHO), st.booleans()), min_size=1, max_size=8))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_said_without_a_name_can_be_tied_to_a_seat(
    cast: Cast, held: Gathering, speakers: list[tuple[str, bool]]
) -> None:
    """Every table and the journal are read: whoever spoke without a name stands nowhere near what they said."""
    Reflection.objects.all().delete()
    begun_at = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    for number, (who, unnamed) in enumerate(speakers):
        learned = Learned(why=f"{SECRET} {number}")
        reviews.reflect(by=cast.actors[who], gathering=held, learned=learned, unnamed=unnamed)
    named = {who for who, unnamed in speakers if not unnamed}
    kept = Reflection.objects.filter(seat=None)
    assert kept.count() == sum(unnamed for _who, unnamed in speakers)
    _rows_lead_to_a_crowd(kept)
    _tables_say_nothing(kept)
    _journal_names_only(begun_at, {cast.actors[who].ref for who in named})


def _rows_lead_to_a_crowd(kept: object) -> None:
    """A leg is kept only where five different people could have been the one; ids tell no order in time."""
    for one in kept:  # type: ignore[attr-defined]
        assert one.id.version == 4
        if one.leg_id:
            people = Holding.objects.filter(seat__leg=one.leg_id, kind="holder").values("member").distinct().count()
            assert people >= FEWEST_TO_HIDE_AMONG


def _tables_say_nothing(kept: object) -> None:
    """No other row of any table speaks of it: neither its id nor its words."""
    marks = {str(one.id) for one in kept} | {one.id.hex for one in kept} | {one.why for one in kept}  # type: ignore[attr-defined]
    for model in apps.get_models():
        if model is Reflection or not model._meta.managed:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            told = json.dumps(cursor.fetchall(), default=str, ensure_ascii=False)
        assert not [mark for mark in marks if mark in told], model


def _journal_names_only(begun_at: int, named: set[str]) -> None:
    told = Entry.objects.filter(id__gt=begun_at, did="gathering.reflected")
    assert set(told.exclude(actor_ref="").values_list("actor_ref", flat=True)) == named
    assert set(told.filter(actor_ref="").values_list("member_ref", "via", "because")) <= {("", "", "")}
    assert not Details.objects.filter(entry__in=told.values("id")).exists()


def test_what_we_said_we_would_do_comes_back_until_it_is_done(
    cast: Cast, held: Gathering, legs: dict[str, Leg]
) -> None:
    due = clock.today() + timedelta(days=3)
    action = reviews.promise(by=cast.secretary, gathering=held, text="ถามวันว่าง", owner=cast.seats["local"], due_on=due)
    assert ids(queries.waiting(cast.local), "action") == [str(action.pk)]
    next_one = over(cast, title="วงหน้า")
    assert "ถามวันว่าง" in [one.heading for one in queries.talk(cast.local, str(next_one.id)).matters]
    assert [one.said for one in queries.review(cast.local, str(next_one.id)).before] == [ActionState.NOT_YET]
    reviews.tell_how_far(by=cast.local, action=action, state=ActionState.PARTLY, note="ได้สองตำบล")
    assert ids(queries.waiting(cast.local), "action")
    reviews.tell_how_far(by=cast.local, action=action, state=ActionState.DONE)
    assert not ids(queries.waiting(cast.local), "action")
    assert [one.said for one in queries.review(cast.local, str(next_one.id)).before] == [ActionState.DONE]


def test_its_owner_is_reminded_once_when_the_day_comes(cast: Cast, held: Gathering) -> None:
    today = clock.today()
    action = reviews.promise(by=cast.secretary, gathering=held, text="ทำใบยืม", owner=cast.seats["local"], due_on=today)
    later = {"owner": cast.seats["local"], "due_on": today + timedelta(days=1)}
    reviews.promise(by=cast.secretary, gathering=held, text="ยังไม่ถึง", **later)
    assert [reviews.remind(by=INSTALLATION) for _minute in range(3)] == [1, 0, 0]
    assert Notice.objects.filter(seat_ref=cast.local.ref, about=action.ref).count() == 2  # asked, and reminded
    with pytest.raises(NotAllowed):
        reviews.remind(by=cast.secretary)


def test_a_new_day_is_reminded_of_anew(cast: Cast, held: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    today = clock.today()
    action = reviews.promise(by=cast.secretary, gathering=held, text="ทำใบยืม", owner=cast.seats["local"], due_on=today)
    reviews.remind(by=INSTALLATION)
    new = today + timedelta(days=5)
    reviews.tell_how_far(by=cast.local, action=action, state=ActionState.NOT_YET, due_on=new)
    monkeypatch.setattr(clock, "today", lambda: new)
    assert reviews.remind(by=INSTALLATION) == 1


def test_letting_go_needs_a_word_and_the_owner_or_a_writer(cast: Cast, held: Gathering) -> None:
    due = clock.today()
    action = reviews.promise(by=cast.secretary, gathering=held, text="ทำใบยืม", owner=cast.seats["local"], due_on=due)
    with pytest.raises(BadInput):
        reviews.tell_how_far(by=cast.local, action=action, state=ActionState.LET_GO)
    with pytest.raises(NotAllowed):
        reviews.tell_how_far(by=cast.volunteer, action=action, state=ActionState.DONE)
    day = due - timedelta(days=1)
    with pytest.raises(BadInput):
        reviews.promise(by=cast.secretary, gathering=held, text="สายไป", owner=cast.seats["local"], due_on=day)


def test_a_hand_over_lists_what_the_seat_said_it_would_do(cast: Cast, held: Gathering) -> None:
    due = clock.today()
    action = reviews.promise(by=cast.secretary, gathering=held, text="ทำใบยืม", owner=cast.seats["local"], due_on=due)
    found = {kind.kind: [one.ref for one in waiting] for kind, waiting in handover.open_at(cast.local.ref)}
    assert found["actions"] == [action.ref]


def test_another_bodys_promises_do_not_come_here(cast: Cast, held: Gathering) -> None:
    reviews.promise(by=cast.secretary, gathering=held, text="ทำใบยืม", owner=cast.seats["local"], due_on=clock.today())
    alone = begun(cast, title="วงอื่น")
    Gathering.objects.filter(id=alone.id).update(body=None)
    assert queries.review(cast.nurse, str(UUID(str(alone.id)))).before == []
