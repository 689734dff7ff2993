"""At the door: a phone signs one name, learns nothing of anybody else, and heads are never fewer than names."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Channel, Source, Way
from sanam.domain.gatherings.codes import ALPHABET, new_code, read_code, spoken
from sanam.domain.gatherings.models import Attendance, Door, Gathering
from sanam.domain.gatherings.operations import attending, calling, doors, inviting, minutes, reports
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.queries import Comer
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams import queries as teams
from sanam.domain.teams import shares
from sanam.domain.teams.models import Leg
from tests.cast import Cast
from tests.domain.gatherings.asking import NAMES, called, listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(cast: Cast) -> Door:
    return doors.open_door(by=cast.secretary, gathering=called(cast, clock.now()))


def leg(cast: Cast, name: str = "ภาคประชาชน") -> Leg:
    return teams.leg(cast.seats["secretary"].body, name)


def sign(door: Door, name: str, of: Leg | None = None, ticket: str = "") -> Attendance:
    by, comer = queries.of_phone(door), Comer(name, of, "ชมรมทดสอบ")
    return attending.sign_in(by=by, door=door, comer=comer, ticket=ticket or name)


def gathering_of(door: Door) -> Gathering:
    return Gathering.objects.get(pk=door.gathering_id)


def test_opening_the_door_opens_the_gathering(cast: Cast, door: Door) -> None:
    assert gathering_of(door).stage == Stage.OPEN
    assert queries.open_by(door.code.lower()).pk == door.pk


def test_a_code_has_no_letters_that_look_alike() -> None:
    for alike in ("0O", "1IL", "2Z", "5S", "8B", "UV"):
        assert len(set(alike) & set(ALPHABET)) <= 1
    assert all(read_code(code) == code for code in (new_code() for _ in range(50)))
    assert read_code(" ad3-67k ") == "AD367K"
    assert spoken("X43FAR") == "X43\u00a0FAR"
    for typed in (spoken("X43FAR"), "x43 far", "X43-FAR", "x 4 3 f a r", "X๔๓FAR", "x43–far"):
        assert read_code(typed) == "X43FAR"
    assert read_code("AB3 67K") == "A8367K"  # B can only be 8
    assert read_code("0OIL1Z") == read_code("AD36") == ""


def test_somebody_on_the_list_is_known_by_name_and_somebody_new_is_welcome(cast: Cast, door: Door) -> None:
    one = listed(cast)[0]
    (asked,) = inviting.invite(
        by=cast.secretary, gathering=gathering_of(door), eligible=[one], way=Way.NAMED, channel=Channel.PHONE
    )
    known = sign(door, f"นาย{NAMES[0]}", leg(cast))
    assert (known.invitation_id, known.source, known.first_time) == (asked.pk, Source.SELF, True)
    assert sign(door, "คนใหม่ เอี่ยม", leg(cast)).invitation_id is None


def test_a_second_one_of_that_name_is_left_to_the_host(cast: Cast, door: Door) -> None:
    one = listed(cast)[0]
    inviting.invite(
        by=cast.secretary, gathering=gathering_of(door), eligible=[one], way=Way.NAMED, channel=Channel.PHONE
    )
    sign(door, NAMES[0], ticket="a")
    assert sign(door, NAMES[0], ticket="b").invitation_id is None


def test_a_seat_is_known_by_its_holder_and_counts_for_its_own_leg(cast: Cast, door: Door) -> None:
    inviting.invite(
        by=cast.secretary, gathering=gathering_of(door), seats=[cast.seats["nurse"]], way=Way.SEAT, channel=Channel.APP
    )
    came = sign(door, "คน nurse", leg(cast))
    assert came.member_id == cast.members["nurse"].id
    assert came.leg_id == cast.seats["nurse"].leg_id


def test_one_phone_is_one_name_and_may_correct_it(cast: Cast, door: Door) -> None:
    sign(door, "สมหวัง ใจดี", ticket="phone")
    sign(door, "สมหวัง ใจดีจริง", leg(cast), ticket="phone")
    (kept,) = Attendance.objects.all()
    assert kept.name == "สมหวัง ใจดีจริง"
    assert queries.signed_by(door.gathering, "phone") == kept
    assert queries.signed_by(door.gathering, "another") is None
    assert "phone" not in kept.ticket


def test_the_door_shuts_by_hand_when_it_was_held_and_by_itself(cast: Cast, door: Door) -> None:
    with clock.at(clock.now() + doors.LASTS + timedelta(seconds=1)), pytest.raises(NotHere):
        sign(door, "มาช้า มาก")
    doors.shut(by=cast.secretary, gathering=gathering_of(door))
    with pytest.raises(NotHere):
        queries.open_by(door.code)
    again = doors.open_door(by=cast.secretary, gathering=gathering_of(door))
    assert again.code != door.code
    calling.move(by=cast.secretary, gathering=gathering_of(door), to=Stage.HELD)
    with pytest.raises(NotHere):
        sign(again, "มาช้า มาก")
    assert not Attendance.objects.exists()


def test_a_crowd_of_phones_from_nowhere_waits(cast: Cast, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attending, "MOST_A_MINUTE", 3)
    for n in range(3):
        sign(door, f"คนที่ {n}")
    with pytest.raises(Refused) as refused:
        sign(door, "คนที่ สี่")
    assert refused.value.status == 429
    sign(door, "คนที่ แก้ชื่อ", ticket="คนที่ 1")
    with clock.at(clock.now() + timedelta(seconds=61)):
        sign(door, "คนที่ สี่")


def test_a_leg_of_another_body_is_no_leg_here(cast: Cast, door: Door) -> None:
    other = Leg(pk=999, body_id=cast.seats["nurse"].id, order=1, name_th="อื่น", name_en="other")
    with pytest.raises(BadInput):
        sign(door, "สมหวัง ใจดี", other)


def test_a_host_signs_somebody_in_and_nobody_else_does(cast: Cast, door: Door) -> None:
    comer = Comer("ยายไม่มี โทรศัพท์", leg(cast))
    helped = attending.sign_in_for(by=cast.secretary, gathering=door.gathering, comer=comer)
    assert (helped.source, helped.by_ref) == (Source.ASSISTED, cast.secretary.ref)
    for deed in (
        lambda: attending.sign_in_for(by=cast.volunteer, gathering=door.gathering, comer=comer),
        lambda: attending.count_heads(by=cast.volunteer, gathering=door.gathering, organisation="ก", leg=None, heads=1),
        lambda: doors.open_door(by=cast.volunteer, gathering=door.gathering),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_first_time_is_first_once(cast: Cast, door: Door) -> None:
    sign(door, "สมหวัง ใจดี", leg(cast))
    with clock.at(clock.now() + timedelta(days=30)):
        later = doors.open_door(by=cast.secretary, gathering=called(cast, clock.now()))
        assert not sign(later, "นายสมหวัง  ใจดี", leg(cast)).first_time
        assert sign(later, "มาลี ใจงาม", leg(cast)).first_time


def test_heads_are_counted_with_those_who_signed_and_never_fewer(cast: Cast, door: Door) -> None:
    people = leg(cast)
    for n in range(3):
        sign(door, f"คนที่ {n}", people)
    with pytest.raises(BadInput):
        attending.count_heads(
            by=cast.secretary, gathering=door.gathering, organisation="ชมรมทดสอบ", leg=people, heads=2
        )
    attending.count_heads(by=cast.secretary, gathering=door.gathering, organisation="ชมรมทดสอบ", leg=people, heads=5)
    attending.count_heads(by=cast.secretary, gathering=door.gathering, organisation="อบต.", leg=None, heads=4)
    told = queries.came(door.gathering)
    assert (told.heads, told.named, told.first) == (9, 3, 3)
    assert gathering_of(door).headcount == 9
    for n in range(3, 7):
        sign(door, f"คนที่ {n}", people)
    assert gathering_of(door).headcount == 7 + 4
    attending.count_heads(by=cast.secretary, gathering=door.gathering, organisation="อบต.", leg=None, heads=0)
    assert gathering_of(door).headcount == 7


def test_a_mistaken_sign_in_is_struck_out_whole(cast: Cast, door: Door) -> None:
    wrong = sign(door, "มิกกี้ เมาส์", leg(cast))
    with pytest.raises(NotHere):
        queries.attendance(cast.volunteer, wrong.pk)
    attending.strike(by=cast.secretary, attendance=queries.attendance(cast.secretary, wrong.pk))
    assert not Attendance.objects.exists()
    assert gathering_of(door).headcount is None


def test_verify_finds_fewer_heads_than_names(cast: Cast, door: Door) -> None:
    sign(door, "สมหวัง ใจดี", leg(cast))
    assert {one.name: one.ok for one in invariants.results()}["gatherings.heads"]
    Gathering.objects.filter(pk=door.gathering_id).update(headcount=0)
    assert not {one.name: one.ok for one in invariants.results()}["gatherings.heads"]


def test_the_chair_hears_of_presence_leg_by_leg_once_it_was_held(cast: Cast, door: Door) -> None:
    (arena,) = [one for one in shares.arenas() if one.arena == "presence"]
    body, today = cast.seats["secretary"].body, clock.today()
    sign(door, "สมหวัง ใจดี", leg(cast))
    attending.count_heads(
        by=cast.secretary, gathering=door.gathering, organisation="กำนัน", leg=leg(cast, "ท้องที่"), heads=2
    )
    assert arena.query(body, today, today) is None
    calling.move(by=cast.secretary, gathering=gathering_of(door), to=Stage.HELD)
    assert arena.query(body, today, today) == {leg(cast).pk: 1.0, leg(cast, "ท้องที่").pk: 2.0}
    assert arena.query(body, today - timedelta(days=9), today - timedelta(days=1)) is None


def test_what_was_approved_no_longer_changes(cast: Cast, door: Door) -> None:
    held = calling.move(by=cast.secretary, gathering=gathering_of(door), to=Stage.HELD)
    comer = Comer("มาช้า มาก", leg(cast))
    attending.sign_in_for(by=cast.secretary, gathering=held, comer=comer)
    minutes.write(by=cast.secretary, gathering=held, lines=[Line("คุยเรื่องรถ")])
    reports.approve(by=cast.nurse, gathering=held)
    approved = gathering_of(door)
    with pytest.raises(Refused):
        attending.sign_in_for(by=cast.secretary, gathering=approved, comer=Comer("อีกคน มา", None))
