"""helping: a reminder by itself, then a friend, the circle, the organisation; logged, appealable, over in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.rules import queries
from sanam.domain.rules.models import Commitment, Proposal
from sanam.domain.rules.operations import appeals, commitments, helping
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import ProposalStage, Step, Went
from sanam.domain.teams.models import Body
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.lines import ids

pytestmark = pytest.mark.django_db
LATE = date(2027, 1, 26)


@pytest.fixture
def word(cast: Cast) -> Commitment:
    seat_the_legs(cast)
    with clock.at(date(2027, 1, 2)):
        version = adopted(Body.objects.get(pk=cast.seats["secretary"].body_id), ("เยี่ยมเดือนละครั้ง", {}))
        said = Promise("ไปเยี่ยมเดือนละครั้ง", date(2027, 12, 1), "มีบันทึก")
        return commitments.sign(by=cast.mayor, clause=version.clauses.get(), promise=said)


def remind(day: date = LATE) -> int:
    with clock.at(day):
        return helping.remind(by=INSTALLATION)


def befriended(cast: Cast, word: Commitment, answer: str = "ไม่มีรถ") -> None:
    remind()
    with clock.at(LATE):
        step = helping.befriend(by=cast.secretary, commitment=word, friend=cast.seats["elder"])
        if answer:
            helping.answer(by=cast.elder, step=step, answer=answer)


def test_a_reminder_comes_once_a_month_kindly_and_only_towards_its_end(cast: Cast, word: Commitment) -> None:
    assert remind(date(2027, 1, 24)) == 0
    assert (remind(), remind(date(2027, 1, 27))) == (1, 0)
    told = [one.th for one in notices.unread(cast.mayor) if one.kind == "rules.reminder"]
    assert told == ["เดือนนี้เป็นอย่างไรบ้าง แตะเดียวก็พอ ติดตรงไหนบอกได้"]
    assert remind(date(2027, 2, 25)) == 1


def test_who_has_told_and_who_signed_lately_is_not_reminded(cast: Cast, word: Commitment) -> None:
    with clock.at(LATE):
        commitments.practise(by=cast.mayor, commitment=word, went=Went.NOT_YET)
        said = Promise("ไปด้วย", date(2027, 12, 1), "มีบันทึก")
        commitments.sign(by=cast.headman, clause=word.clause, promise=said)
    assert remind() == 0


def test_no_step_is_skipped(cast: Cast, word: Commitment) -> None:
    with clock.at(LATE), pytest.raises(Refused, match="No step is skipped"):
        helping.befriend(by=cast.secretary, commitment=word, friend=cast.seats["elder"])
    befriended(cast, word, answer="")
    with clock.at(LATE), pytest.raises(Refused, match="No step is skipped"):
        helping.to_circle(by=cast.secretary, commitment=word, text="คุยกัน")


def test_who_asks_for_help_gets_a_friend_at_once(cast: Cast, word: Commitment) -> None:
    with clock.at(LATE):
        commitments.practise(by=cast.mayor, commitment=word, went=Went.PARTLY, help_wanted=True)
        step = helping.befriend(by=cast.elder, commitment=word, friend=cast.seats["elder"])
    assert step.step == Step.FRIEND


def test_a_friend_comes_from_another_leg_of_the_same_body(cast: Cast, word: Commitment) -> None:
    remind()
    with clock.at(LATE), pytest.raises(BadInput, match="another leg"):
        helping.befriend(by=cast.secretary, commitment=word, friend=cast.seats["mayor"])


def test_the_friend_asks_and_writes_what_is_in_the_way(cast: Cast, word: Commitment) -> None:
    remind()
    with clock.at(LATE):
        step = helping.befriend(by=cast.secretary, commitment=word, friend=cast.seats["elder"])
        assert ids(queries.waiting(cast.elder), "friend") == [str(step.pk)]
        with pytest.raises(NotAllowed):
            helping.answer(by=cast.headman, step=step, answer="ไม่รู้")
        helping.answer(by=cast.elder, step=step, answer="ไม่มีรถ")
        assert not ids(queries.waiting(cast.elder), "friend")
        assert [one.answer for one in queries.steps_of(cast.mayor, word)] == ["", "ไม่มีรถ"]


def test_nothing_can_be_paused_while_there_is_no_fund(cast: Cast, word: Commitment) -> None:
    befriended(cast, word)
    with pytest.raises(Refused, match="common fund"):
        helping.pause(by=cast.secretary, commitment=word)
    assert not word.steps.filter(step=Step.PAUSE).exists()


def test_an_organisation_is_asked_only_after_the_circle_and_what_the_body_agreed(cast: Cast, word: Commitment) -> None:
    befriended(cast, word)
    body = word.clause.version.rule.body
    early = datetime(2027, 1, 20, tzinfo=clock.BANGKOK)
    decided = Proposal.objects.create(
        body=body, title="ขอหน่วยงานช่วยดู", why="x", stage=ProposalStage.ADOPTED, created_at=early, ended_at=early
    )
    with clock.at(LATE):
        with pytest.raises(Refused, match="No step is skipped"):
            helping.ask_organisation(by=cast.secretary, commitment=word, decided=decided, text="ช่วยดู")
        helping.to_circle(by=cast.secretary, commitment=word, text="ปรับเป็นสองเดือนครั้ง")
        with pytest.raises(Refused, match="body's agreement"):
            helping.ask_organisation(by=cast.secretary, commitment=word, decided=decided, text="ช่วยดู")
    with clock.at(LATE + timedelta(days=20)):
        decided.ended_at = clock.now()
        decided.save()
        step = helping.ask_organisation(by=cast.secretary, commitment=word, decided=decided, text="ช่วยดู")
    assert step.step == Step.ASK_ORGANISATION


def test_nobody_takes_a_step_about_their_own_word_or_from_outside(cast: Cast, word: Commitment) -> None:
    remind()
    with clock.at(LATE), pytest.raises(NotAllowed):
        helping.befriend(by=cast.mayor, commitment=word, friend=cast.seats["elder"])


def test_a_step_is_over_after_six_months_and_when_it_was_done(cast: Cast, word: Commitment) -> None:
    befriended(cast, word)
    with clock.at(date(2027, 7, 27)), pytest.raises(Refused, match="No step is skipped"):
        helping.to_circle(by=cast.secretary, commitment=word, text="คุยกัน")
    with clock.at(LATE):
        commitments.practise(by=cast.mayor, commitment=word, went=Went.DID)
    assert not word.steps.filter(ended_at=None).exists()


def test_steps_are_seen_in_the_body_and_nowhere_else(cast: Cast, word: Commitment) -> None:
    befriended(cast, word)
    assert len(queries.steps_of(cast.headman, word)) == 2
    other = Body.objects.create(kind="district", name_th="พชอ.อื่น", name_en="O", area_codes=["9001"])
    type(cast.seats["stranger"]).objects.filter(pk=cast.seats["stranger"].pk).update(body=other)
    outside = replace(cast.stranger, body=str(other.pk))
    assert queries.steps_of(outside, word) == []
    with pytest.raises(NotHere):
        queries.step(outside, word.steps.last().pk)


def test_an_appeal_goes_to_a_third_leg_and_ends_the_step_when_upheld(cast: Cast, word: Commitment) -> None:
    befriended(cast, word)
    step = word.steps.get(step=Step.FRIEND)
    with clock.at(LATE):
        with pytest.raises(BadInput, match="third leg"):
            appeals.appeal(by=cast.mayor, step=step, why="ไม่ตรง", mediator=cast.seats["elder"])
        made = appeals.appeal(by=cast.mayor, step=step, why="ไม่ตรง", mediator=cast.seats["headman"])
        with pytest.raises(Refused, match="appealed already"):
            appeals.appeal(by=cast.mayor, step=step, why="อีก", mediator=cast.seats["headman"])
        assert ids(queries.waiting(cast.headman), "mediate") == [str(made.pk)]
        with pytest.raises(NotAllowed):
            appeals.settle(by=cast.elder, appeal=made, upheld=True, outcome="ตกลง")
        appeals.settle(by=cast.headman, appeal=made, upheld=True, outcome="เลิกขั้นนี้")
        assert not ids(queries.waiting(cast.headman), "mediate")
    step.refresh_from_db()
    assert step.ended_at is not None


def test_only_the_clock_reminds(cast: Cast, word: Commitment) -> None:
    with pytest.raises(NotAllowed):
        helping.remind(by=cast.secretary)
