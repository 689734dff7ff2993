"""A seat changes hands: what is open is listed from every room, both confirm, and it is seen on Today afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, NO_ONE, Actor
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import emergencies, staged
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import HandOver, Holding, Member
from sanam.domain.teams.operations import handovers, members
from sanam.domain.teams.words import HoldingKind
from tests.cast import Cast, export, number, person, read_in
from tests.domain.registry.rights.conftest import asked
from tests.domain.teams.conftest import acting, enrol

pytestmark = pytest.mark.django_db
KINDS = ["notices", "requests", "imports", "emergencies", "duplicates"]


@pytest.fixture
def busy(field: Cast, tmp_path: Path) -> Cast:
    """The secretary's seat has something open of every kind, and has been held for a year."""
    read_in(export(tmp_path, PERSON=[person(PID="78", CID=number(3), NAME="คนละคน", LNAME="กันแน่", SEX="2")]))
    asked(field.secretary, Person.objects.get(given="คล้าย"))
    away = Actor(field.nurse.kind, field.nurse.ref, "", field.stranger.mandate, member=field.nurse.member)
    emergencies.break_glass(by=away, number=number(1), reason="หมดสติ ต้องรู้โรคประจำตัว")
    notices.tell(
        by=field.nurse, seat=field.secretary.ref, kind="x", about="person:1", th="เรื่องของเอียด", en="About somebody"
    )
    waiting(field)
    Holding.objects.filter(seat=field.seats["secretary"]).update(from_on=clock.today() - timedelta(days=365))
    return field


def waiting(field: Cast) -> None:
    """A file the secretary sent, which nobody has read yet."""
    sent = staged.Sent(kind="f43", file_name="ตารางตุลาคม.zip", sha256="0" * 64)
    staged.stage(by=field.secretary, sent=sent, try_only=False)


@pytest.fixture
def begun(busy: Cast, newcomer: Member) -> HandOver:
    return handovers.begin(
        by=INSTALLATION, seat=busy.seats["secretary"], taker=newcomer, from_on=clock.today() + timedelta(days=3)
    )


def itself(member: Member) -> Actor:
    """A member who sits nowhere yet."""
    return Actor(NO_ONE.kind, "", "", NO_ONE.mandate, member=str(member.pk))


def talked(begun: HandOver, by: Actor, **notes: str) -> HandOver:
    said = {
        (kind, ref): note
        for line in teams.checklist(begun)
        for kind in [line.kind.kind]
        for ref, note in [(line.things[0].open.ref, notes.get(kind, ""))]
        if note
    }
    return handovers.talk_over(by=by, handover=begun, met_on=clock.today(), kinds=KINDS, notes=said)


def test_it_lists_what_is_open_from_every_room_and_names_nobody(begun: HandOver) -> None:
    lines = teams.checklist(begun)
    assert {line.kind.kind for line in lines} == set(KINDS)
    said = " ".join(one.open.th + one.open.en for line in lines for one in line.things)
    assert not [one.given for one in Person.objects.all() if one.given in said]


def test_nobody_confirms_before_everything_was_gone_through(begun: HandOver, busy: Cast, newcomer: Member) -> None:
    with pytest.raises(Refused) as refusal:
        handovers.confirm(by=busy.secretary, handover=begun)
    assert refusal.value.code == "teams.not_gone_through"
    handovers.talk_over(by=busy.secretary, handover=begun, met_on=clock.today(), kinds=KINDS[1:], notes={})
    with pytest.raises(Refused, match="not gone through"):
        handovers.confirm(by=itself(newcomer), handover=begun)
    handovers.talk_over(by=busy.secretary, handover=begun, met_on=None, kinds=KINDS, notes={})
    with pytest.raises(Refused, match="when you met"):
        handovers.confirm(by=itself(newcomer), handover=begun)


def test_with_both_confirmed_the_old_holding_ends_and_the_new_begins(
    begun: HandOver, busy: Cast, newcomer: Member
) -> None:
    talked(begun, busy.secretary)
    handovers.confirm(by=busy.secretary, handover=begun)
    assert not HandOver.objects.get(pk=begun.pk).done_at
    handovers.confirm(by=busy.secretary, handover=begun)  # one does not confirm for two
    assert not HandOver.objects.get(pk=begun.pk).done_at
    handovers.confirm(by=itself(newcomer), handover=begun)
    old, new = Holding.objects.filter(seat=begun.seat).order_by("from_on")
    assert (str(old.member_id), old.to_on) == (busy.secretary.member, clock.today() + timedelta(days=2))
    assert (new.member, new.from_on, new.to_on) == (newcomer, clock.today() + timedelta(days=3), None)
    with clock.at(clock.now() + timedelta(days=3)):
        assert teams.acting(busy.secretary.member, str(begun.seat_id), via="web") is None
        assert teams.acting(str(newcomer.pk), str(begun.seat_id), via="web") is not None


def test_afterwards_the_new_holder_finds_it_with_the_notes(begun: HandOver, busy: Cast, newcomer: Member) -> None:
    talked(begun, busy.secretary, requests="โทรหาลูกสาวก่อน")
    handovers.confirm(by=busy.secretary, handover=begun)
    handovers.confirm(by=itself(newcomer), handover=begun)
    assert teams.our_team(busy.secretary).taken is None
    with clock.at(clock.now() + timedelta(days=3)):
        found = teams.our_team(acting(newcomer, begun.seat)).taken
        assert found is not None
        assert found.giver == "คน secretary"
        assert {line.kind.kind for line in found.lines} == set(KINDS)
        assert "โทรหาลูกสาวก่อน" in {one.note for line in found.lines for one in line.things}
    with clock.at(clock.now() + timedelta(days=40)):
        assert teams.our_team(acting(newcomer, begun.seat)).taken is None


def test_a_day_that_passed_while_they_talked_becomes_today(begun: HandOver, busy: Cast, newcomer: Member) -> None:
    with clock.at(clock.now() + timedelta(days=10)):
        talked(begun, busy.secretary)
        handovers.confirm(by=itself(newcomer), handover=begun)
        handovers.confirm(by=busy.secretary, handover=begun)
        assert Holding.objects.get(seat=begun.seat, member=newcomer).from_on == clock.today()


def test_an_unfinished_one_is_on_today_of_both_and_of_whoever_shapes_the_body(
    cast: Cast, vacant: object, newcomer: Member
) -> None:
    seat = vacant
    old = enrol("old")
    members.seat(by=INSTALLATION, member=old, seat=seat, from_on=date(2026, 1, 1))  # type: ignore[arg-type]
    one = handovers.begin(by=cast.secretary, seat=seat, taker=newcomer, from_on=clock.today())  # type: ignore[arg-type]
    for actor in (acting(old, seat), itself(newcomer), cast.secretary):  # type: ignore[arg-type]
        assert f"/team/handovers/{one.pk}/" in {matter.path for matter in teams.our_team(actor).matters}
        assert teams.handover(actor, str(one.pk)) == one
    for actor in (cast.nurse, cast.stranger):
        assert f"/team/handovers/{one.pk}/" not in {matter.path for matter in teams.our_team(actor).matters}
        with pytest.raises(NotHere):
            teams.handover(actor, str(one.pk))


def test_a_deputy_who_takes_over_stands_in_no_longer(begun: HandOver, busy: Cast, newcomer: Member) -> None:
    seat = begun.seat
    members.seat(by=INSTALLATION, member=newcomer, seat=seat, kind=HoldingKind.DEPUTY)
    talked(begun, busy.secretary)
    handovers.confirm(by=itself(newcomer), handover=begun)
    handovers.confirm(by=busy.secretary, handover=begun)
    with clock.at(clock.now() + timedelta(days=3)):
        assert [place.kind for place in teams.places(newcomer.pk)] == [HoldingKind.HOLDER]


def test_called_off_it_changes_nothing_and_another_may_begin(begun: HandOver, busy: Cast, newcomer: Member) -> None:
    with pytest.raises(Refused, match="being handed over"):
        handovers.begin(by=INSTALLATION, seat=begun.seat, taker=enrol("third"), from_on=clock.today())
    handovers.call_off(by=itself(newcomer), handover=begun, because="ย้ายจังหวัด")
    with pytest.raises(Refused, match="over already"):
        handovers.confirm(by=busy.secretary, handover=begun)
    assert Holding.objects.get(seat=begun.seat).to_on is None
    handovers.begin(by=INSTALLATION, seat=begun.seat, taker=newcomer, from_on=clock.today())


def test_a_day_gone_by_and_the_one_who_sits_there_are_refused(busy: Cast, newcomer: Member) -> None:
    seat = busy.seats["secretary"]
    with pytest.raises(BadInput):
        handovers.begin(by=INSTALLATION, seat=seat, taker=newcomer, from_on=clock.today() - timedelta(days=1))
    with pytest.raises(BadInput):
        handovers.begin(by=INSTALLATION, seat=seat, taker=busy.members["secretary"], from_on=clock.today())
