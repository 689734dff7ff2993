"""Seats of the board in legs of their own, beside those of the cast."""

from __future__ import annotations

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import members, seats
from tests.cast import Cast

LEGS = {"mayor": "ท้องถิ่น", "headman": "ท้องที่", "elder": "ภาคประชาชน"}
ROLES = {"mayor": "local_government", "headman": "village_head", "elder": "elders_club"}
PASSWORD = "ทุ่งนา-ควาย-2569-ก"


def seat_the_legs(cast: Cast) -> None:
    """Give the board a mayor, a headman and an elder; the cast itself sits in หน่วยงานรัฐ."""
    first = cast.seats["secretary"]
    for name, leg in LEGS.items():
        seat = seats.set_up(
            by=INSTALLATION,
            body=first.body,
            leg=teams.leg(first.body, leg),
            organisation=first.organisation,
            role=ROLES[name],
            areas=("9305",),
        )
        member = members.enrol(by=INSTALLATION, name=f"คน{name}", username=name, password=PASSWORD)
        members.seat(by=INSTALLATION, member=member, seat=seat)
        (place,) = teams.places(member.id)
        cast.actors[name], cast.seats[name], cast.members[name] = place.actor(member=member.id, via="web"), seat, member
