"""Whether something of a gathering may be done now."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings.models import Door, Gathering
from sanam.domain.gatherings.words import Stage

TO_COME = {Stage.PLANNED, Stage.OPEN}


def check_to_come(gathering: Gathering) -> None:
    """Raises Refused once a gathering was held or called off."""
    if gathering.stage not in TO_COME:
        said = Stage(gathering.stage)
        raise Refused(
            "gatherings.over",
            f"วงนี้อยู่ขั้น “{said.th}” แล้ว ชวนหรือเปลี่ยนนัดไม่ได้",
            f"This gathering is “{said.en}”; nobody can be asked to it now.",
        )


def check_came(gathering: Gathering) -> None:
    """Raises Refused where nobody can have come: called off, or its report is approved already."""
    if gathering.stage in {Stage.CALLED_OFF, Stage.APPROVED}:
        said = Stage(gathering.stage)
        raise Refused(
            "gatherings.settled",
            f"วงนี้อยู่ขั้น “{said.th}” แก้คนที่มาไม่ได้แล้ว",
            f"This gathering is “{said.en}”; who came no longer changes.",
        )


def is_open(door: Door) -> bool:
    """Whether phones may still come in by this door."""
    return door.closed_at is None and door.gathering.stage in TO_COME and clock.now() < door.until
