"""Somebody died, moved away, is missing, came back; and a mistake is put right."""

from __future__ import annotations

from datetime import date

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import queries as journal
from sanam.domain.notices import queries as notices
from sanam.domain.registry import queries
from sanam.domain.registry.models import Change, Person
from sanam.domain.registry.operations import lives, people
from sanam.domain.registry.words import Event, How
from tests.cast import Cast, export, person, read_in

TOLD = {"how": How.TOLD}
THIS_MONTH = clock.today().replace(day=1)


def events(cast: Cast, who: Person, **narrowed: object) -> list[Event]:
    found = queries.news(cast.nurse, clock.today(), **narrowed).events
    return [one.event for one in found if one.person.pk == who.pk]


def test_a_death_is_kept_as_exactly_as_it_is_known(field: Cast, ours: Person) -> None:
    lives.died(by=field.nurse, person=ours, on=PartialDate(2026, 3), **TOLD)
    ours.refresh_from_db()
    assert (ours.life, ours.life_on) == ("dead", "2026-03")
    assert events(field, ours) == [Event.DIED]
    assert journal.about(ours.ref)[1].did == "person.died"
    assert ours.confirmations.get().fact == "identity"


def test_a_death_ends_nothing_but_the_asking(field: Cast, ours: Person) -> None:
    assert ours.pk in {row.person.pk for row in queries.worklist(field.volunteer, queries.Ask()).rows}
    lives.died(by=field.nurse, person=ours, on=None, **TOLD)
    assert queries.worklist(field.volunteer, queries.Ask(everyone=True)).rows
    assert ours.pk not in {row.person.pk for row in queries.worklist(field.volunteer, queries.Ask(everyone=True)).rows}
    assert queries.person(field.volunteer, str(ours.pk)).life == "dead"
    assert ours.memberships.get().until == ""


def test_whoever_is_close_hears_of_it_kindly_and_the_writer_does_not(field: Cast, ours: Person) -> None:
    lives.died(by=field.nurse, person=ours, on=PartialDate(2026, 3, 2), **TOLD)
    for seat in (field.volunteer, field.secretary):
        (heard,) = notices.unread(seat)
        assert heard.th == "ขอแสดงความเสียใจ นางเอียด ทองนุ่น จากไปแล้ว 2 มี.ค. 2569"
    assert not notices.unread(field.nurse)
    assert not notices.unread(field.stranger)


def test_somebody_moved_away_and_came_back(field: Cast, ours: Person) -> None:
    lives.moved_away(by=field.volunteer, person=ours, to="อ.หาดใหญ่", on=PartialDate(2026), **TOLD)
    ours.refresh_from_db()
    assert (ours.life, ours.life_on, ours.moved_to) == ("moved", "2026", "อ.หาดใหญ่")
    assert {one.fact for one in ours.confirmations.all()} == {"identity", "address"}
    lives.came_back(by=field.nurse, person=ours, on=None, **TOLD)
    ours.refresh_from_db()
    assert (ours.life, ours.life_on, ours.moved_to) == ("alive", "", "")
    assert events(field, ours) == [Event.BACK]
    assert [one.new for one in Change.objects.filter(person=ours, field="life").order_by("id")] == ["moved", "alive"]


def test_a_mistake_is_put_right_to_what_was_known_before_and_is_no_news(field: Cast, ours: Person) -> None:
    lives.missing(by=field.nurse, person=ours, on=PartialDate(2026, 1), **TOLD)
    lives.died(by=field.nurse, person=ours, on=PartialDate(2026, 3, 2), **TOLD)
    with pytest.raises(BadInput):
        lives.put_right(by=field.nurse, person=ours, because=" ")
    lives.put_right(by=field.nurse, person=ours, because="คนละคน")
    ours.refresh_from_db()
    assert (ours.life, ours.life_on) == ("lost", "2026-01")
    assert events(field, ours) == [Event.LOST]
    lives.put_right(by=field.nurse, person=ours, because="อยู่บ้านลูก")
    ours.refresh_from_db()
    assert (ours.life, ours.life_on) == ("alive", "")
    assert events(field, ours) == []
    with pytest.raises(Refused):
        lives.put_right(by=field.nurse, person=ours, because="อีกที")


def test_nobody_comes_back_from_death_by_a_visit(field: Cast, ours: Person) -> None:
    lives.died(by=field.nurse, person=ours, on=None, **TOLD)
    ours.refresh_from_db()
    with pytest.raises(BadInput):
        lives.came_back(by=field.nurse, person=ours, on=None, **TOLD)


@pytest.mark.parametrize("on", [PartialDate(2030), PartialDate(1900, 5)])
def test_no_day_to_come_and_none_before_birth(field: Cast, ours: Person, on: PartialDate) -> None:
    with pytest.raises(BadInput):
        lives.died(by=field.nurse, person=ours, on=on, **TOLD)


def test_the_same_is_not_noted_twice(field: Cast, ours: Person) -> None:
    lives.died(by=field.nurse, person=ours, on=PartialDate(2026), **TOLD)
    with pytest.raises(Refused):
        lives.died(by=field.secretary, person=ours, on=PartialDate(2026), **TOLD)


def test_who_may_and_of_whom(field: Cast, ours: Person, neighbour: Person) -> None:
    with pytest.raises(NotAllowed):
        lives.died(by=field.local, person=ours, on=None, **TOLD)
    with pytest.raises(NotHere):
        lives.died(by=field.volunteer, person=neighbour, on=None, **TOLD)


def test_the_first_files_of_a_place_are_no_news_and_whoever_comes_later_is(field: Cast, tmp_path) -> None:
    assert queries.news(field.nurse, clock.today()).events == []
    later = date(2027, 1, 20)
    with clock.at(later):
        read_in(export(tmp_path, PERSON=[person(PID="55", HID="1", NAME="ใหม่", LNAME="เพิ่งมา", CID="")]))
        new = people.NewPerson("หลง", "มาใหม่", "93051205", why_no_number="lost")
        people.add(by=field.nurse, new=new)
        told = queries.news(field.nurse, later, event=Event.NEW)
        assert {one.person.given for one in told.events} == {"ใหม่", "หลง"}
        assert queries.news(field.nurse, date(2026, 12, 1)).events == []
        assert [one.person.given for one in queries.news(field.volunteer, later).events] == ["ใหม่"]
        assert queries.news(field.stranger, later).events == []


def test_a_page_of_news_goes_on_where_the_last_one_ended(field: Cast, tmp_path) -> None:
    with clock.at(date(2027, 1, 20)):
        rows = [person(PID=str(70 + at), HID="1", NAME=f"คน{at}", LNAME="ก", CID="") for at in range(7)]
        read_in(export(tmp_path, PERSON=rows))
        for one in Person.objects.filter(given__startswith="คน").order_by("given")[:4]:
            lives.missing(by=field.nurse, person=one, on=None, **TOLD)
        seen, after = [], ""
        while True:
            page = queries.news(field.nurse, clock.today(), after=after, size=2)
            seen += [(one.event, one.person.given) for one in page.events]
            if not (after := page.after):
                break
    assert len(seen) == len(set(seen)) == 11
    assert sum(event is Event.NEW for event, _ in seen) == 7
