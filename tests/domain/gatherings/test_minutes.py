"""Minutes are written by one or by several at once."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, Minute
from sanam.domain.gatherings.operations import calling, minutes, questions, reports
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.talk_words import Part
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import queries as journal
from tests.cast import Cast
from tests.domain.gatherings.conftest import begun, over

pytestmark = pytest.mark.django_db


def written(gathering: Gathering) -> list[str]:
    return [one.text for one in queries.report(gathering).points]


def test_points_are_numbered_by_the_agenda_and_not_by_when_they_were_written(cast: Cast, gathering: Gathering) -> None:
    late = [Line("ซ่อมสองหลัง", heading="บ้านที่ต้องซ่อม"), Line("ฝนตกหนัก")]
    minutes.write(by=cast.secretary, gathering=gathering, lines=late)
    minutes.write(by=cast.nurse, gathering=gathering, lines=[Line("รถมีคันเดียว", heading="รถรับส่ง")])
    told = [(one.number, one.heading, one.text) for one in queries.report(gathering).points]
    assert told == [(1, "รถรับส่ง", "รถมีคันเดียว"), (2, "บ้านที่ต้องซ่อม", "ซ่อมสองหลัง"), (3, "", "ฝนตกหนัก")]


def test_what_was_not_touched_is_not_written_again(cast: Cast, gathering: Gathering) -> None:
    minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("รถมีคันเดียว"), Line("  ")])
    (one,) = Minute.objects.all()
    minutes.write(by=cast.nurse, gathering=gathering, lines=[Line(" รถมีคันเดียว ", minute=one.pk, version=one.version)])
    assert Minute.objects.get().by_ref == cast.secretary.ref
    assert journal.times(gathering.ref, "gathering.minuted", gathering.created_at) == 1


def test_two_who_write_new_points_at_once_are_both_kept(cast: Cast, gathering: Gathering) -> None:
    for who in (cast.secretary, cast.nurse):
        minutes.write(by=who, gathering=gathering, lines=[Line(f"ข้อของ {who.ref}")])
    assert len(written(gathering)) == 2


def test_two_who_change_one_point_at_once_are_told_and_nothing_is_overwritten(cast: Cast, gathering: Gathering) -> None:
    minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("หนึ่งคัน")])
    (one,) = Minute.objects.all()
    minutes.write(by=cast.nurse, gathering=gathering, lines=[Line("สองคัน", minute=one.pk, version=1)])
    both = [Line("สามคัน", minute=one.pk, version=1), Line("ข้อใหม่")]
    with pytest.raises(Refused) as refusal:
        minutes.write(by=cast.secretary, gathering=gathering, lines=both)
    assert refusal.value.status == 409
    assert refusal.value.details == {"minutes": [one.pk]}
    assert written(gathering) == ["สองคัน"]


def test_a_point_that_was_taken_out_meanwhile_is_not_changed_unasked(cast: Cast, gathering: Gathering) -> None:
    minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("หนึ่งคัน")])
    (one,) = Minute.objects.all()
    minutes.write(by=cast.nurse, gathering=gathering, lines=[Line("", minute=one.pk, version=1)])
    assert written(gathering) == []
    with pytest.raises(Refused):
        minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("สองคัน", minute=one.pk, version=1)])


def test_a_point_of_another_gathering_is_not_reached_by_its_number(cast: Cast, gathering: Gathering) -> None:
    minutes.write(by=cast.secretary, gathering=gathering, lines=[Line("หนึ่งคัน")])
    (one,) = Minute.objects.all()
    other = begun(cast, title="วงอื่น")
    with pytest.raises(Refused):
        minutes.write(by=cast.secretary, gathering=other, lines=[Line("ทับ", minute=one.pk, version=1)])
    assert written(gathering) == ["หนึ่งคัน"]


def test_opening_and_thanks_stand_around_the_points_and_the_first_writer_signs(
    cast: Cast, gathering: Gathering
) -> None:
    lines = [Line("เรามาพบกัน", part=Part.INTRO), Line("ขอบคุณทุกคน", part=Part.THANKS), Line("หนึ่งข้อ")]
    minutes.write(by=cast.secretary, gathering=gathering, lines=lines)
    minutes.write(by=cast.nurse, gathering=gathering, lines=[Line("อีกข้อ")])
    report = queries.report(Gathering.objects.get(id=gathering.id))
    assert (list(report.intro), list(report.thanks)) == (["เรามาพบกัน"], ["ขอบคุณทุกคน"])
    assert report.signature_name == "คน secretary"
    assert report.signature_position == cast.secretary.label


def test_a_seat_that_does_not_write_gatherings_writes_none(cast: Cast, gathering: Gathering) -> None:
    with pytest.raises(NotAllowed):
        minutes.write(by=cast.volunteer, gathering=gathering, lines=[Line("ลองดู")])


def test_nothing_is_written_before_the_talk_begins_or_once_it_is_approved(cast: Cast, held: Gathering) -> None:
    planned = calling.call_together(
        by=cast.secretary,
        body=cast.seats["secretary"].body,
        title="หน้าถัดไป",
        place="ที่เดิม",
        starts_at=held.starts_at,  # type: ignore[arg-type]
    )
    approved = reports.approve(by=cast.nurse, gathering=held)
    for one in (planned, approved):
        with pytest.raises(Refused):
            minutes.write(by=cast.secretary, gathering=one, lines=[Line("ลองดู")])


def test_whether_a_person_concerned_was_there_is_asked_once_and_said_in_the_report(
    cast: Cast, gathering: Gathering
) -> None:
    assert gathering.person_concerned is None
    minutes.say_person_concerned(by=cast.secretary, gathering=gathering, was_there=True)
    assert queries.report(Gathering.objects.get(id=gathering.id)).person_concerned is True


def test_what_earlier_gatherings_left_open_proposes_itself_for_the_agenda(cast: Cast, legs: dict) -> None:
    first = begun(cast, days_ago=60, title="วงแรก")
    asked = questions.leave_open(by=cast.secretary, gathering=first, text="ใครไปรับ")
    calling.move(by=cast.secretary, gathering=first, to=Stage.HELD)
    second = over(cast, title="วงที่สอง")
    talk = queries.talk(cast.secretary, str(second.id))
    assert [one.heading for one in talk.matters] == ["ใครไปรับ", "รถรับส่ง", "บ้านที่ต้องซ่อม", ""]
    minutes.write(by=cast.secretary, gathering=second, lines=[Line("ยังไม่ได้คำตอบ", question=asked)])
    assert queries.report(second).points[0].heading == "ใครไปรับ"
    assert "ใครไปรับ" not in [one.heading for one in queries.talk(cast.secretary, str(first.id)).matters]
