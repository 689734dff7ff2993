"""notices.tell and mark_read: a seat hears, says it has read, and hears nothing meant for another."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import NotHere
from sanam.domain.notices import operations, queries

pytestmark = pytest.mark.django_db
NURSE = Actor(ActorKind.SEAT, "7", "พยาบาล", Mandate())
VOLUNTEER = Actor(ActorKind.SEAT, "8", "อสม.", Mandate())


def tell(seat: str = "8", th: str = "มีข้อมูลให้ดู") -> int | None:
    told = operations.tell(by=NURSE, seat=seat, kind="import.done", about="batch:1", th=th, en="There is news.")
    return told.id if told else None


def test_the_newest_notice_comes_first() -> None:
    tell(th="หนึ่ง")
    tell(th="สอง")
    assert [notice.th for notice in queries.unread(VOLUNTEER)] == ["สอง", "หนึ่ง"]


def test_nobody_is_told_of_what_they_did_themselves() -> None:
    assert tell(seat="7") is None
    assert not queries.unread(NURSE)


def test_what_was_read_no_longer_waits() -> None:
    number = tell()
    assert number
    first = operations.mark_read(by=VOLUNTEER, notice=number).read_at
    assert not queries.unread(VOLUNTEER)
    assert operations.mark_read(by=VOLUNTEER, notice=number).read_at == first


def test_another_seats_notice_is_not_there() -> None:
    number = tell()
    assert number
    with pytest.raises(NotHere):
        operations.mark_read(by=NURSE, notice=number)
    assert queries.unread(VOLUNTEER).get().read_at is None
