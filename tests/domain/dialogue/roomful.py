"""A room of the board with phones in it, made as people make one: opened, entered, told in, voted in."""

from __future__ import annotations

from dataclasses import dataclass, field

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Exchange, RoomDoor, Statement, Ticket
from sanam.domain.dialogue.operations import doors, exchanges, results, statements, tickets, votes
from sanam.domain.dialogue.operations import voting as voting_
from sanam.domain.dialogue.words import Answer, Heading
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Leg
from tests.cast import Cast

SAID = ("เยี่ยมบ้านร่วมกันเดือนละครั้ง", "ซ่อมบ้านเสร็จใน 30 วัน", "คนติดเตียงได้เยี่ยมทุก 7 วัน")


@dataclass
class Room:
    """A room, its open door, its cards by number and its legs by name; `enter` lets a phone in."""

    cast: Cast
    exchange: Exchange
    door: RoomDoor
    legs: dict[str, Leg]
    cards: list[Statement] = field(default_factory=list)

    def enter(self, device: str, leg: str = "ภาคประชาชน", nickname: str = "") -> Ticket:
        by = queries.of_door(self.door)
        return tickets.take(by=by, door=self.door, leg=self.legs[leg], device=device, nickname=nickname)

    def begin(self) -> None:
        """From now on people answer."""
        self.exchange = voting_.begin(by=self.cast.secretary, exchange=self.exchange)

    def call_off(self) -> None:
        self.exchange = exchanges.call_off(by=self.cast.secretary, exchange=self.exchange)

    def say(self, *texts: str) -> None:
        """The host puts cards on."""
        for text in texts:
            given = {"exchange": self.exchange, "text": text, "heading": Heading.METHOD}
            self.cards.append(statements.offer(by=self.cast.secretary, **given))

    def goals(self, *cards: Statement) -> None:
        """Three more of every leg agree to these cards alone; voting ends, and dots may be placed."""
        for leg in self.legs:
            for number in range(3):
                phone = self.enter(f"hall {leg} {number}", leg)
                for card in self.cards:
                    answer(phone, card, Answer.AGREE if card in cards else Answer.DISAGREE)
        self.exchange = results.end_voting(by=self.cast.secretary, exchange=self.exchange)


def answer(ticket: Ticket, card: Statement, said: Answer = Answer.AGREE) -> None:
    votes.answer(by=queries.of_ticket(ticket), ticket=ticket, card=card.pk, answer=said)


def opened(cast: Cast, gathering: Gathering | None = None) -> Room:
    body = cast.seats["secretary"].body
    told = {"title": "ลงแรงด้วยกันปีนี้", "question": "เรื่องไหนทำด้วยกันได้เลย", "gathering": gathering}
    room = exchanges.open_room(by=cast.secretary, body=body, **told)
    legs = {leg.name_th: leg for leg in teams.legs(body)}
    return Room(cast, room, doors.open_door(by=cast.secretary, exchange=room), legs)


def voting(cast: Cast, *texts: str) -> Room:
    """A room where people answer three cards, or those given."""
    room = opened(cast)
    room.say(*(texts or SAID))
    room.begin()
    return room
