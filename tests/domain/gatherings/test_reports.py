"""A report is approved by somebody who did not write it, and from then on says the same for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Decision, Gathering, Minute, OpenQuestion
from sanam.domain.gatherings.operations import calling, decisions, minutes, questions, reports, reviews
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.operations.reviews import Learned
from sanam.domain.gatherings.talk_words import ActionState, Part, Voice
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import queries as journal
from sanam.domain.teams.models import Body, Holding, Leg
from sanam.domain.teams.operations import bodies, members
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.gatherings.conftest import begun

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(cast: Cast, legs: dict[str, Leg]) -> Gathering:
    """A report with something in every section."""
    gathering = begun(cast)
    lines = [Line("เรามาพบกัน", part=Part.INTRO), Line("รถมีคันเดียว", heading="รถรับส่ง"), Line("ขอบคุณ", part=Part.THANKS)]
    minutes.write(by=cast.secretary, gathering=gathering, lines=lines)
    minutes.say_person_concerned(by=cast.secretary, gathering=gathering, was_there=True)
    agreed = Agreed("ซ่อมสองหลัง", {legs["หน่วยงานรัฐ"].pk: Voice.AGREED}, cast.seats["local"])
    decisions.decide(by=cast.secretary, gathering=gathering, agreed=agreed)
    questions.leave_open(by=cast.secretary, gathering=gathering, text="ใครไปรับ", owner=cast.seats["local"])
    calling.move(by=cast.secretary, gathering=gathering, to=Stage.HELD)
    action = {"text": "ถามวันว่าง", "owner": cast.seats["local"], "due_on": clock.today()}
    reviews.promise(by=cast.secretary, gathering=gathering, **action)
    return reports.approve(by=cast.nurse, gathering=gathering)


def broken() -> list[str]:
    return [found.where for result in invariants.results(within="gatherings.") for found in result.found]


def test_whoever_wrote_a_word_of_it_does_not_approve_it(cast: Cast, held: Gathering) -> None:
    minutes.write(by=cast.nurse, gathering=held, lines=[Line("อีกข้อ")])
    for writer in (cast.secretary, cast.nurse):
        with pytest.raises(NotAllowed):
            reports.approve(by=writer, gathering=held)
    assert reports.approve(by=cast.local, gathering=held).stage == Stage.APPROVED


def test_the_same_member_in_another_seat_does_not_approve_it_either(cast: Cast, held: Gathering) -> None:
    from dataclasses import replace

    with pytest.raises(NotAllowed):
        reports.approve(by=replace(cast.local, member=cast.secretary.member), gathering=held)


def test_an_empty_report_and_one_that_is_still_talked_about_are_not_approved(cast: Cast, gathering: Gathering) -> None:
    with pytest.raises(Refused):
        reports.approve(by=cast.nurse, gathering=gathering)
    calling.move(by=cast.secretary, gathering=gathering, to=Stage.HELD)
    with pytest.raises(Refused):
        reports.approve(by=cast.nurse, gathering=gathering)


def test_a_board_with_too_few_seats_filled_stands_behind_no_report(cast: Cast, held: Gathering) -> None:
    body = held.body
    assert body
    members.relieve(
        by=INSTALLATION,
        holding=Holding.objects.get(seat=cast.seats["local"], to_on=None),
        because="ย้ายไปทำงานที่อื่น",
        last_day=clock.today(),
    )
    bodies.need_filled(by=INSTALLATION, body=body, fewest=body.seats.filter(closed_on=None).count())
    with clock.at(clock.today() + timedelta(days=1)), pytest.raises(Refused) as refused:
        reports.approve(by=cast.nurse, gathering=held)
    assert refused.value.code == "teams.frozen"
    assert Gathering.objects.get(id=held.id).stage == Stage.HELD
    bodies.need_filled(by=INSTALLATION, body=body, fewest=0)
    assert reports.approve(by=cast.nurse, gathering=held).stage == Stage.APPROVED


def test_a_seat_that_writes_no_gatherings_approves_none(cast: Cast, held: Gathering) -> None:
    with pytest.raises(NotAllowed):
        reports.approve(by=cast.volunteer, gathering=held)


def test_it_is_put_together_in_the_order_it_is_read(cast: Cast, approved: Gathering) -> None:
    report = queries.report(approved)
    assert list(report.intro) == ["เรามาพบกัน"]
    assert [(one.number, one.heading, one.text) for one in report.points] == [(1, "รถรับส่ง", "รถมีคันเดียว")]
    assert [leg.name_th for leg in report.decisions[0].missing] == ["ท้องถิ่น", "ท้องที่", "ภาคประชาชน"]
    assert [one.text for one in report.questions] == ["ใครไปรับ"]
    assert (list(report.thanks), report.signature_name) == (["ขอบคุณ"], "คน secretary")
    assert report.approval
    assert report.approval.member_ref == cast.nurse.member


def test_its_digest_is_in_the_journal_and_verify_agrees(approved: Gathering) -> None:
    ((_entry, told),) = [pair for pair in journal.told_about([approved.ref]) if pair[0].did == "gathering.approved"]
    assert told["sha256"] == queries.report(approved).digest
    assert broken() == []


@pytest.mark.parametrize(
    "tamper",
    [
        lambda one: Minute.objects.filter(text="รถมีคันเดียว").update(text="รถมีสองคัน"),
        lambda one: Decision.objects.update(text="ซ่อมสามหลัง"),
        lambda one: Decision.objects.get().voices.update(voice="agreed"),
        lambda one: OpenQuestion.objects.update(text="ไม่มีโจทย์"),
        lambda one: Gathering.objects.filter(id=one.id).update(title="ชื่ออื่น"),
        lambda one: Gathering.objects.filter(id=one.id).update(stage=Stage.HELD),
        lambda one: one.approval.delete(),
    ],
)
def test_verify_names_a_report_somebody_changed_behind_our_backs(
    approved: Gathering, tamper: Callable[[Gathering], object]
) -> None:
    tamper(approved)
    assert broken() == [approved.ref]


def test_a_digest_changed_together_with_the_words_is_found_by_the_journal(approved: Gathering) -> None:
    Minute.objects.filter(text="รถมีคันเดียว").update(text="รถมีสองคัน")
    type(approved.approval).objects.update(digest=queries.report(approved).digest)
    assert broken() == [approved.ref]


DEEDS: dict[str, Callable[[Cast, Gathering], object]] = {
    "write": lambda cast, one: minutes.write(by=cast.secretary, gathering=one, lines=[Line("ใหม่")]),
    "change": lambda cast, one: minutes.write(
        by=cast.secretary, gathering=one, lines=[Line("แก้", minute=_minute(one).pk, version=1)]
    ),
    "empty": lambda cast, one: minutes.write(
        by=cast.secretary, gathering=one, lines=[Line("", minute=_minute(one).pk, version=1)]
    ),
    "concerned": lambda cast, one: minutes.say_person_concerned(by=cast.secretary, gathering=one, was_there=False),
    "decide": lambda cast, one: decisions.decide(by=cast.secretary, gathering=one, agreed=Agreed("ใหม่")),
    "correct": lambda cast, one: decisions.correct(
        by=cast.secretary, decision=one.decisions.all()[0], agreed=Agreed("แก้"), version=1
    ),
    "take out": lambda cast, one: decisions.take_out(by=cast.secretary, decision=one.decisions.all()[0]),
    "leave open": lambda cast, one: questions.leave_open(by=cast.secretary, gathering=one, text="ใหม่"),
    "hand on": lambda cast, one: questions.hand_on(by=cast.local, question=_asked(one), to=cast.seats["nurse"]),
    "conclude": lambda cast, one: questions.conclude(by=cast.secretary, question=_asked(one), words="จบ", at=one),
    "set aside": lambda cast, one: questions.set_aside(by=cast.secretary, question=_asked(one), reason="พัก"),
    "reopen": lambda cast, one: questions.reopen(by=cast.secretary, question=_asked(one)),
    "reflect": lambda cast, one: reviews.reflect(by=cast.local, gathering=one, learned=Learned(why="x")),
    "promise": lambda cast, one: reviews.promise(
        by=cast.secretary, gathering=one, text="ทำ", owner=cast.seats["local"], due_on=clock.today() + timedelta(days=9)
    ),
    "how far": lambda cast, one: reviews.tell_how_far(
        by=cast.secretary, action=one.actions.all()[0], state=ActionState.DONE
    ),
    "approve": lambda cast, one: reports.approve(by=cast.local, gathering=one),
    **{
        f"move to {stage}": lambda cast, one, stage=stage: calling.move(by=cast.secretary, gathering=one, to=stage)
        for stage in Stage
    },
}


def _minute(gathering: Gathering) -> Minute:
    return gathering.minutes.get(part=Part.POINT)


def _elsewhere() -> Body:
    named = {"name_th": "ที่อื่น", "name_en": "Elsewhere"}
    return bodies.found(by=INSTALLATION, kind=BodyKind.DISTRICT, area_codes=["9001"], **named)


def _asked(gathering: Gathering) -> OpenQuestion:
    return gathering.open_questions.get()


@given(deeds=st.lists(st.sampled_from(sorted(DEEDS)), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_deed_in_any_order_changes_an_approved_report(cast: Cast, approved: Gathering, deeds: list[str]) -> None:
    before = queries.report(approved).text
    for deed in deeds:
        try:
            DEEDS[deed](cast, Gathering.objects.get(id=approved.id))
        except Refused:
            pass
    standing = Gathering.objects.get(id=approved.id)
    assert queries.report(standing).text == before
    assert standing.stage == Stage.APPROVED
    assert broken() == []


@pytest.mark.parametrize(
    "deed", ["write", "change", "empty", "concerned", "decide", "correct", "take out", "leave open"]
)
def test_each_deed_that_writes_in_a_report_works_before_and_is_refused_after(
    cast: Cast, approved: Gathering, deed: str
) -> None:
    with pytest.raises(Refused) as refusal:
        DEEDS[deed](cast, approved)
    assert refusal.value.code == "gatherings.approved"
    approved.approval.delete()
    Gathering.objects.filter(id=approved.id).update(stage=Stage.HELD)
    before = queries.report(Gathering.objects.get(id=approved.id)).text
    DEEDS[deed](cast, Gathering.objects.get(id=approved.id))
    assert queries.report(Gathering.objects.get(id=approved.id)).text != before


THEIR_OWN = {"hand on", "reflect"}
"""What an owner does with what is theirs, and what anybody may say who took part."""


@pytest.mark.parametrize("deed", sorted(DEEDS.keys() - THEIR_OWN))
def test_a_seat_of_another_body_writes_nothing_here(cast: Cast, approved: Gathering, deed: str) -> None:
    district = bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="ที่อื่น", name_en="Elsewhere", area_codes=["9001"]
    )
    approved.approval.delete()
    Gathering.objects.filter(id=approved.id).update(stage=Stage.HELD, body=district, convened_by=None)
    theirs = Gathering.objects.get(id=approved.id)
    before = queries.report(theirs).text
    with pytest.raises(NotAllowed if deed != f"move to {Stage.APPROVED}" else Refused):
        DEEDS[deed](cast, theirs)
    assert queries.report(Gathering.objects.get(id=approved.id)).text == before


def test_a_seat_calls_no_gathering_of_a_body_that_is_not_in_its_tree(cast: Cast) -> None:
    district = bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="ที่อื่น", name_en="Elsewhere", area_codes=["9001"]
    )
    with pytest.raises(NotAllowed):
        calling.call_together(by=cast.secretary, body=district, title="ยึดวง", place="ที่ไหนก็ได้", starts_at=clock.now())
    assert not Gathering.objects.filter(body=district).exists()
