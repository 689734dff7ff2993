"""Legs are renamed, added and ended; three to six stand at any time, and one with seats stays."""

from __future__ import annotations

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.notices import queries as notices
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.operations import legs
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_leg_takes_the_name_its_people_use_and_the_body_hears_of_it(cast: Cast, board: Body) -> None:
    legs.rename(by=cast.secretary, leg=teams.leg(board, "ท้องที่"), name_th="กำนันผู้ใหญ่บ้าน", name_en="Village heads")
    assert teams.leg(board, "กำนันผู้ใหญ่บ้าน").name_en == "Village heads"
    assert "กำนันผู้ใหญ่บ้าน" in notices.unread(cast.nurse)[0].th
    assert Entry.objects.filter(did="teams.leg_renamed", to=f"body:{board.pk}").exists()


def test_there_are_six_at_most_and_three_at_least(cast: Cast, board: Body) -> None:
    for name in ("วัด", "โรงเรียน"):
        legs.add(by=cast.secretary, body=board, name_th=name, name_en=name)
    assert [leg.order for leg in teams.legs(board)] == [1, 2, 3, 4, 5, 6]
    with pytest.raises(BadInput):
        legs.add(by=cast.secretary, body=board, name_th="อีกขา", name_en="Another")
    for name in ("วัด", "โรงเรียน", "ท้องถิ่น"):
        legs.end(by=cast.secretary, leg=teams.leg(board, name), because="รวมกัน")
    with pytest.raises(BadInput):
        legs.end(by=cast.secretary, leg=teams.leg(board, "ท้องที่"), because="รวมกัน")


def test_a_leg_with_an_open_seat_stays_and_one_that_ended_leaves_its_place(
    cast: Cast, below: Body, vacant: Seat
) -> None:
    with pytest.raises(Refused):
        legs.end(by=cast.secretary, leg=vacant.leg, because="ไม่ใช้แล้ว")
    ended = legs.end(by=cast.secretary, leg=teams.leg(below, "ท้องที่"), because="ไม่ใช้แล้ว")
    assert ended.to_on == clock.today()
    assert legs.add(by=cast.secretary, body=below, name_th="วัด", name_en="Temples").order == 2


def test_only_whoever_shapes_the_body_changes_its_legs(cast: Cast, board: Body, aside: Body) -> None:
    for by, body in ((cast.nurse, board), (cast.secretary, aside)):
        with pytest.raises(NotAllowed):
            legs.add(by=by, body=body, name_th="วัด", name_en="Temples")
        with pytest.raises(NotAllowed):
            legs.end(by=by, leg=teams.leg(body, "ท้องที่"), because="รวม")
