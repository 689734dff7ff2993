"""A question left open is a thing: it has an owner, it comes back, and something concludes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.gatherings.operations import pages, questions
from sanam.domain.gatherings.talk_words import QUESTION_MOVES, QuestionState
from sanam.domain.notices.models import Notice
from sanam.domain.teams import handover
from sanam.domain.teams.queries import Nest
from tests.cast import Cast
from tests.domain.gatherings.conftest import begun
from tests.lines import ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(cast: Cast, gathering: Gathering) -> OpenQuestion:
    return questions.leave_open(by=cast.secretary, gathering=gathering, text="วันที่รถกู้ชีพไม่ว่าง ใครไปรับ")


def told(cast: Cast, who: str) -> list[str]:
    return list(Notice.objects.filter(seat_ref=cast.actors[who].ref, kind="question").values_list("th", flat=True))


def test_a_seat_takes_it_up_and_whoever_convened_hears_of_it(cast: Cast, question: OpenQuestion) -> None:
    taken = questions.take_up(by=cast.volunteer, question=question)
    assert (taken.state, str(taken.owner_id)) == (QuestionState.IN_HAND, cast.volunteer.ref)
    assert len(told(cast, "secretary")) == 1
    with pytest.raises(Refused):
        questions.take_up(by=cast.nurse, question=question)


def test_the_owner_hands_it_on_and_the_next_is_told(cast: Cast, question: OpenQuestion) -> None:
    questions.take_up(by=cast.volunteer, question=question)
    questions.hand_on(by=cast.volunteer, question=question, to=cast.seats["local"])
    assert str(OpenQuestion.objects.get().owner_id) == cast.local.ref
    assert len(told(cast, "local")) == 1


def test_who_neither_owns_it_nor_writes_gatherings_cannot_settle_it(cast: Cast, question: OpenQuestion) -> None:
    questions.take_up(by=cast.nurse, question=question)
    with pytest.raises(NotAllowed):
        questions.hand_on(by=cast.volunteer, question=question, to=cast.seats["volunteer"])
    with pytest.raises(NotAllowed):
        questions.conclude(by=cast.volunteer, question=question, words="จบ")
    with pytest.raises(NotAllowed):
        questions.set_aside(by=cast.volunteer, question=question, reason="ไม่รู้")


def test_it_is_concluded_by_words_and_by_a_gathering(cast: Cast, question: OpenQuestion) -> None:
    questions.take_up(by=cast.volunteer, question=question)
    next_one = begun(cast, title="วงหน้า")
    with pytest.raises(BadInput):
        questions.conclude(by=cast.volunteer, question=question, words=" ")
    questions.conclude(by=cast.secretary, question=question, words="ใช้รถของ อบต.", at=next_one)
    one = queries.question(cast.nurse, question.pk)
    assert (one.said, one.concluded, one.concluded_at) == (QuestionState.CONCLUDED, "ใช้รถของ อบต.", next_one)
    assert any("ได้ข้อสรุป" in text for text in told(cast, "volunteer"))
    assert not _waits(cast.volunteer)


def test_set_aside_needs_a_reason_and_reopened_it_comes_back_to_its_owner(cast: Cast, question: OpenQuestion) -> None:
    questions.take_up(by=cast.volunteer, question=question)
    with pytest.raises(BadInput):
        questions.set_aside(by=cast.volunteer, question=question, reason="")
    questions.set_aside(by=cast.volunteer, question=question, reason="รอระเบียบใหม่")
    assert not _waits(cast.volunteer)
    again = questions.reopen(by=cast.secretary, question=question)
    assert (again.said, again.reopened, again.reason) == (QuestionState.IN_HAND, 1, "")
    assert _waits(cast.volunteer) == [str(again.pk)]


@pytest.mark.parametrize("state", list(QuestionState))
def test_it_goes_only_where_the_table_leads(cast: Cast, question: OpenQuestion, state: QuestionState) -> None:
    OpenQuestion.objects.update(state=state, concluded="จบ", reason="พัก", owner=cast.seats["nurse"])
    deeds = {
        QuestionState.CONCLUDED: lambda: questions.conclude(by=cast.nurse, question=question, words="จบ"),
        QuestionState.SET_ASIDE: lambda: questions.set_aside(by=cast.nurse, question=question, reason="พัก"),
    }
    for to, deed in deeds.items():
        if to in QUESTION_MOVES[state]:
            assert deed().said is to
            OpenQuestion.objects.update(state=state)
        else:
            with pytest.raises(Refused):
                deed()


def test_nobodys_question_comes_back_to_the_secretary_and_to_nobody_else(cast: Cast, question: OpenQuestion) -> None:
    assert _waits(cast.secretary) == [str(question.pk)]
    for who in ("nurse", "volunteer", "local"):
        assert not _waits(cast.actors[who]), who
    questions.take_up(by=cast.volunteer, question=question)
    assert not _waits(cast.secretary)


def test_a_hand_over_lists_it_with_the_day_since_when_it_waits(cast: Cast, question: OpenQuestion) -> None:
    questions.take_up(by=cast.volunteer, question=question)
    ((kind, found),) = handover.open_at(cast.volunteer.ref)
    assert kind.kind == "questions"
    assert [(one.ref, one.th, one.since) for one in found] == [(question.ref, question.text, clock.today())]
    assert list(handover.open_at(cast.nurse.ref)) == []


def test_questions_of_a_page_that_was_read_in_wait_since_its_day_and_are_nobodys(cast: Cast) -> None:
    page = pages.Page(title="หน้าเก่า", text="หน้าเก่า", held_on="2020-01-10", open_questions=["ใครดูแล"])
    gathering = pages.keep_page(by=cast.secretary, page=page)
    (question,) = gathering.open_questions.all()
    assert (question.since_on.isoformat(), question.said, question.owner) == ("2020-01-10", QuestionState.OPEN, None)
    assert _waits(cast.secretary) == [str(question.pk)]


def test_the_list_is_oldest_first_page_by_page_and_narrowed(cast: Cast, gathering: Gathering) -> None:
    old = begun(cast, days_ago=90, title="วงเก่า")
    for number in range(26):
        questions.leave_open(by=cast.secretary, gathering=gathering, text=f"ใหม่ {number}")
    first = questions.leave_open(by=cast.secretary, gathering=old, text="เก่าที่สุด", owner=cast.seats["nurse"])
    page = queries.questions(cast.nurse)
    assert (page.rows[0], len(page.rows)) == (first, 25)
    rest = queries.questions(cast.nurse, after=page.after)
    assert len(rest.rows) == 2
    assert not {one.pk for one in page.rows} & {one.pk for one in rest.rows}
    assert rest.after == ""
    assert queries.questions(cast.nurse, shown="mine").rows == [first]
    assert first not in queries.questions(cast.nurse, shown="unowned").rows
    assert queries.questions(cast.nurse, shown="settled").rows == []


def test_a_seat_that_sees_no_gathering_owns_no_question(cast: Cast, question: OpenQuestion) -> None:
    cast.seats["local"].capabilities = []
    with pytest.raises(BadInput):
        questions.hand_on(by=cast.secretary, question=question, to=cast.seats["local"])


def test_its_age_counts_from_the_day_people_met(cast: Cast, legs: dict) -> None:
    past = begun(cast, days_ago=61)
    question = questions.leave_open(by=cast.secretary, gathering=past, text="ค้าง")
    assert clock.today() - question.since_on == timedelta(days=61)


def _waits(actor: Actor) -> list[str]:
    """The questions that come back to a seat: its own, and nobody's for a secretary."""
    return ids(queries.waiting(actor, Nest()), "question", "unowned")
