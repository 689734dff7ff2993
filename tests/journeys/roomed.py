"""Rooms of the standing district, one at each stage, each with an open door. Django stands when this is imported."""

from __future__ import annotations

from sanam.domain.dialogue.operations import positions
from sanam.domain.dialogue.words import Heading
from tests.cast import Cast
from tests.domain.dialogue.roomful import SAID, opened, voting

BROUGHT = "เยี่ยมกันทุกเจ็ดวัน"
ROOMED = [*SAID, BROUGHT, "ลงแรงด้วยกันปีนี้", "เรื่องไหนทำด้วยกันได้เลย"]


def rooms(cast: Cast) -> dict[str, str]:
    """{stage: code}, and the id of the room that is still telling each other."""
    telling, answering, dotting = opened(cast), voting(cast), voting(cast)
    dotting.goals(dotting.cards[0], dotting.cards[1])
    given = {"name": "รพ.สต.พนางตุง (สมมติ)", "leg": telling.legs["หน่วยงานรัฐ"], "lines": {Heading.GOAL: [BROUGHT]}}
    positions.bring(by=cast.nurse, exchange=telling.exchange, **given)
    codes = {"telling": telling.door.code, "voting": answering.door.code, "dotting": dotting.door.code}
    return codes | {"room": str(telling.exchange.pk)}
