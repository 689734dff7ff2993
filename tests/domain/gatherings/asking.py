"""A gathering of the test board, and names on its list: three of each of two legs unless said otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sanam.domain.foundation import clock
from sanam.domain.gatherings.asked import CameBy
from sanam.domain.gatherings.models import Eligible, Gathering
from sanam.domain.gatherings.operations import calling, eligible
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.teams import queries as teams
from tests.cast import Cast

NAMES = ("สมหวัง ใจดี", "มาลี ใจงาม", "ทวี ใจเย็น", "จินดา ใจกว้าง", "อำนวย ใจบุญ", "ละออง ใจสู้")


def called(cast: Cast, starts: datetime | None = None) -> Gathering:
    body = cast.seats["secretary"].body
    return calling.call_together(
        by=cast.secretary,
        body=body,
        title="คุยเรื่องรถรับส่ง",
        place="ศาลาหมู่ 5",
        starts_at=starts or clock.now() + timedelta(days=7),
    )


def listed(cast: Cast, names: Sequence[str] = NAMES, came_by: CameBy = CameBy.CLUB) -> list[Eligible]:
    """Names put on the list, the first half of the people's leg, the rest of the headmen's."""
    body = cast.seats["secretary"].body
    people, headmen = teams.leg(body, "ภาคประชาชน"), teams.leg(body, "ท้องที่")
    someone = [
        Someone(name, came_by, "0000012345", "ชมรมทดสอบ", people if at < (len(names) + 1) // 2 else headmen)
        for at, name in enumerate(names)
    ]
    return list(eligible.add(by=cast.secretary, body=body, people=someone).new)
