"""Who may arrange a district's tile map: whoever keeps its register."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.refused import NotAllowed

READS_IN = "files.read_in"


def can_arrange_map(by: Actor, district: str) -> bool:
    """Whether this seat keeps a whole district: it reads the files of all of it in."""
    return by.may(READS_IN) and by.mandate.reach is Reach.AREA and by.mandate.covers(district)


def check_can_arrange_map(by: Actor, district: str) -> None:
    """Raises NotAllowed for a seat that does not keep the whole district."""
    if not can_arrange_map(by, district):
        raise NotAllowed(
            "areas.arrange_map",
            "ที่นั่งที่ดูแลทะเบียนทั้งอำเภอเท่านั้นที่จัดแผนที่ได้ เลขานุการ พชอ. ช่วยได้",
            "Only a seat that keeps the whole district's register arranges its map; the board's secretary can.",
        )
