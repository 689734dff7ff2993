"""What is past its time goes, and nothing else; the clock is moved, the rest is real."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.gatherings.asked import CameBy, Channel, Way
from sanam.domain.gatherings.models import Attendance, Eligible, Gathering
from sanam.domain.gatherings.operations import attending, eligible, inviting
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.gatherings.queries.attending import Comer
from sanam.domain.journal import queries as written
from sanam.domain.notices import operations as notices
from sanam.domain.notices.models import Notice
from sanam.domain.registry import queries
from sanam.domain.registry.models import Person, Problem, SourceRow, SubjectRequest, Tombstone
from sanam.domain.registry.operations import erasure, requests, retention
from sanam.domain.registry.rights.retention import CATALOGUE
from sanam.domain.registry.rights.words import Asked
from tests.cast import Cast, export, number, person, read_in
from tests.domain.gatherings.asking import called, listed
from tests.domain.registry.rights.conftest import accepted, asked

THEN, LATER = date(2026, 11, 24), date(2027, 11, 25)


def in_years(years: int) -> date:
    return date(THEN.year + years, 11, 25)


def tell(field: Cast) -> Notice:
    told = notices.tell(by=field.nurse, seat=field.secretary.ref, kind="x", about="x:1", th="ข่าว", en="news")
    assert told is not None
    return told


def test_news_goes_a_year_after_it_was_read_and_three_when_nobody_did(field: Cast) -> None:
    with clock.at(THEN):
        read, unread = tell(field), tell(field)
        notices.mark_read(by=field.secretary, notice=read.pk)
    with clock.at(in_years(1)):
        assert retention.carry_out(by=INSTALLATION) == {"news_read": 1}
    assert [one.pk for one in Notice.objects.all()] == [unread.pk]
    with clock.at(in_years(3)):
        assert retention.carry_out(by=INSTALLATION)["news_unread"] == 1


def test_replaced_rows_go_after_their_years_and_current_ones_stay(cast: Cast, tmp_path: Path) -> None:
    with clock.at(THEN):
        for name in ("เอียด", "เอียดใหม่"):
            read_in(export(tmp_path, PERSON=[person(PID="1", CID=number(1), NAME=name)]))
        assert SourceRow.objects.count() == 2
    with clock.at(in_years(4)):
        assert "old_rows" not in retention.carry_out(by=INSTALLATION)
    with clock.at(in_years(5)):
        assert retention.carry_out(by=INSTALLATION)["old_rows"] == 1
    assert SourceRow.objects.get().current


def test_names_on_lists_go_after_their_years_and_heads_stay(field: Cast) -> None:
    with clock.at(THEN):
        (one, other, *_rest), gathering = listed(field), called(field, clock.now())
        attending.sign_in_for(by=field.secretary, gathering=gathering, comer=Comer(one.name, None))
    asked = {"way": Way.NAMED, "channel": Channel.PHONE}
    with clock.at(in_years(2)):
        inviting.invite(by=field.secretary, gathering=called(field), eligible=[other], **asked)
        assert not {"names_that_came", "names_to_ask"} & retention.carry_out(by=INSTALLATION).keys()
    with clock.at(in_years(3)):
        gone = retention.carry_out(by=INSTALLATION)
        assert (gone["names_that_came"], gone["names_to_ask"]) == (1, 5)
    assert [one.name for one in Eligible.objects.filter(off_at=None)] == [other.name]
    (came,) = Attendance.objects.all()
    assert (came.name, came.key, came.gone) == ("", "", "time")
    assert Gathering.objects.get(pk=gathering.pk).headcount == 1
    with clock.at(in_years(3)):
        back = eligible.add(by=field.secretary, body=one.body, people=[Someone(one.name, CameBy.CLUB)])
        assert len(back.new) == 1


def test_error_tables_go_with_their_years(cast: Cast, tmp_path: Path) -> None:
    with clock.at(THEN):
        read_in(export(tmp_path, PERSON=[person(PID="1", CID="1234567890123")]))
    assert Problem.objects.exists()
    with clock.at(in_years(2)):
        retention.carry_out(by=INSTALLATION)
    assert not Problem.objects.exists()


def test_requests_and_then_their_tombstones_go_after_ten_years(
    field: Cast, registrar: Actor, ours: Person, neighbour: Person
) -> None:
    with clock.at(THEN):
        erasure.carry_out(by=field.secretary, request=accepted(registrar, ours), ground="unneeded")
        waiting = asked(registrar, neighbour, Asked.ACCESS)
        answered = requests.answer(by=registrar, request=asked(registrar, neighbour, Asked.ACCESS), text="ส่งแล้ว")
    with clock.at(in_years(10)):
        gone = retention.carry_out(by=INSTALLATION)
    assert (gone["requests"], gone["tombstones"]) == (2, 1)
    assert [one.pk for one in SubjectRequest.objects.all()] == [waiting.pk]
    assert not SubjectRequest.objects.filter(pk=answered.pk).exists()
    assert not Tombstone.objects.exists()
    assert written.verify().broken is None


def test_it_is_done_once_a_day_in_batches_and_written_down(field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    monkeypatch.setattr(retention, "MOST", 3)
    with clock.at(THEN):
        for _ in range(5):
            notices.mark_read(by=field.secretary, notice=tell(field).pk)
    with clock.at(LATER):
        assert retention.carry_out(by=INSTALLATION) == {"news_read": 4}
        assert queries.last_put_in_order() is None
        assert retention.carry_out(by=INSTALLATION) == {"news_read": 1}
        assert queries.last_put_in_order() == clock.now()
        notices.mark_read(by=field.secretary, notice=tell(field).pk)
        assert retention.carry_out(by=INSTALLATION) == {}
    assert written.about("retention:news_read").count() == 3


def test_the_dry_list_counts_and_lets_nothing_go(field: Cast) -> None:
    with clock.at(THEN):
        notices.mark_read(by=field.secretary, notice=tell(field).pk)
    with clock.at(LATER):
        past = {one.kind.name: (one.years, one.past) for one in queries.keeping()}
    assert past["news_read"] == (1, 1)
    assert past["looks"] == (None, 0)
    assert Notice.objects.count() == 1


def test_what_the_law_leaves_open_is_kept(field: Cast, ours: Person) -> None:
    Person.objects.filter(pk=ours.pk).update(life="dead", life_on="1990")
    with clock.at(in_years(50)):
        retention.carry_out(by=INSTALLATION)
    assert Person.objects.filter(pk=ours.pk).exists()
    assert {one.name for one in CATALOGUE if one.past is None} == {"sent_files", "looks", "changes", "the_dead"}


def test_only_the_timer_does_it(field: Cast) -> None:
    with pytest.raises(NotAllowed):
        retention.carry_out(by=field.secretary)
