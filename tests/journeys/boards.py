"""Boards of three to six legs to look at: a seat each, all held but the second leg's, some names long."""

from __future__ import annotations

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.queries import leg as leg_of
from sanam.domain.teams.words import BodyKind
from tests.cast import PASSWORD, Cast

LEGS = (
    *("ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน"),
    *("กลุ่มออมทรัพย์และสวัสดิการชุมชนตำบลพนางตุง", "วัดและมัสยิด"),
)
EMPTY = 1
"""Which leg nobody sits for, counted from 0."""


def boards(cast: Cast) -> dict[str, str]:
    """Their ids: {"board3": …, … "board6": …}."""
    holder = members.enrol(by=INSTALLATION, name="สายใจ ดีจริง", username="boards", password=PASSWORD)
    ids = {}
    for many in (3, 4, 5, 6):
        legs = [(name, f"Leg {at}") for at, name in enumerate(LEGS[:many], start=1)]
        board = bodies.found(
            by=INSTALLATION,
            kind=BodyKind.CARE_TEAM,
            name_th=f"ทีมดูแล {many} ขา",
            name_en=f"Care team of {many}",
            area_codes=["930512"],
            legs=legs,
        )
        for at, (leg, in_english) in enumerate(legs):
            seat = seats.set_up(
                by=INSTALLATION,
                body=board,
                leg=leg_of(board, leg),
                organisation=cast.seats["nurse"].organisation,
                role="village_head",
                areas=[],
                title_th=f"ผู้แทน{leg}",
                title_en=in_english,
            )
            if at != EMPTY:
                members.seat(by=INSTALLATION, member=holder, seat=seat)
        ids[f"board{many}"] = str(board.pk)
    return ids
