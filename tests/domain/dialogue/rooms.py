"""A room of the test board with cards, tickets and answers laid in its tables as phones would have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sanam.domain.dialogue.models import Dots, Exchange, Line, Position, Statement, Ticket, Vote
from sanam.domain.dialogue.operations import exchanges, statements, voting
from sanam.domain.dialogue.words import Heading
from sanam.domain.foundation import clock
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams import queries as teams
from tests.cast import Cast

TEXTS = ("เยี่ยมทุก 7 วัน", "ผู้ดูแลได้พัก", "ซ่อมบ้านใน 30 วัน", "รถรับส่งฟรี")
Said = Sequence[Sequence[int]]
"""For each ticket of a leg, its votes by card from the first; shorter says less."""
AGREED: Mapping[str, Said] = {
    "ท้องถิ่น": ((1, 1, 1, -1), (1, 1, 0, -1), (1, -1, 1, -1)),
    "ท้องที่": ((1, 1, 1, 1), (1, 1, -1, 1), (1, 1, -1, 1)),
    "หน่วยงานรัฐ": ((1, 1, 1, 1), (1, 1, 1, -1), (1, 0, 1, 0), (1, 1, 1, -1)),
    "ภาคประชาชน": ((1, 1, 1, -1), (1, 1, 1, 1), (1, 1, -1, 1)),
}
"""Everybody is for the first two cards; the third fails with the headmen, the fourth with local government."""


def opened(cast: Cast, gathering: Gathering | None = None, **more: object) -> Exchange:
    """A room with four cards, not yet voting."""
    body = cast.seats["secretary"].body
    room = exchanges.open_room(by=cast.secretary, body=body, title="ลงแรงด้วยกันปีหน้า", gathering=gathering, **more)  # type: ignore[arg-type]
    for text in TEXTS:
        statements.offer(by=cast.secretary, exchange=room, text=text, heading=Heading.GOAL)
    return room


def voting_room(cast: Cast, said: Mapping[str, Said] = AGREED, **more: object) -> Exchange:
    """A room in which these tickets have answered so."""
    room = voting.begin(by=cast.secretary, exchange=opened(cast, **more))  # type: ignore[arg-type]
    for leg, tickets in said.items():
        for votes in tickets:
            ticket(cast, room, leg, votes)
    return room


def ticket(cast: Cast, room: Exchange, leg: str, votes: Sequence[int] = (), **more: object) -> Ticket:
    """One ticket of a leg that answered the first cards so."""
    of = teams.leg(cast.seats["secretary"].body, leg)
    done = clock.now() if len(votes) == len(TEXTS) else None
    made = Ticket.objects.create(exchange=room, leg=of, at=clock.now(), voted_at=done, **more)
    for card, value in zip(_cards(room), votes, strict=False):
        Vote.objects.create(ticket=made, statement=card, value=value, at=clock.now())
    return made


def bring(room: Exchange, text: str = "อสม. 120 คน") -> Line:
    """A line of what the volunteers' club brings."""
    given = {"leg": teams.leg(room.body, "ภาคประชาชน"), "name": "ชมรม อสม.", "by_ref": "x", "at": clock.now()}
    position = Position.objects.create(exchange=room, **given)
    return Line.objects.create(position=position, heading=Heading.CAPITAL, order=1, text=text)


def dotted(room: Exchange) -> None:
    """Every ticket places its ten dots: each leg in its own way, by its order."""
    goals = [one.statement for one in room.common_goals.select_related("statement")]
    for one in room.tickets.select_related("leg"):
        first = 8 if one.leg.order % 2 else 3
        for goal, count in zip(goals, (first, 10 - first), strict=False):
            Dots.objects.create(ticket=one, statement=goal, count=count)


def _cards(room: Exchange) -> list[Statement]:
    return list(room.statements.order_by("number"))
