"""The board with somebody sitting in each of its four legs, and a proposal of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.invariants import results
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Objection, Proposal, Round
from sanam.domain.rules.operations import proposals, responses, rounds
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import RoundKind
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body, Holding, Leg, Member, Seat
from sanam.domain.teams.operations import members, seats
from tests.cast import Cast

LOCAL, HEADMEN, STATE, PEOPLE = "ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน"
OTHERS = (LOCAL, HEADMEN, PEOPLE)
ROLES = {LOCAL: "local_government", HEADMEN: "village_head", PEOPLE: "welfare_association"}
YES = Answer(Value.CONSENT)
NO = Answer(Value.OBJECT, aim="คนดูแลต้องไหว", change="ขอเป็นสองเดือนครั้ง")
A_WEEK = timedelta(days=7)


@dataclass
class Board:
    """The board, its legs, and an actor and a seat for each of them by the leg's name."""

    body: Body
    actors: dict[str, Actor] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    legs: dict[str, Leg] = field(default_factory=dict)


@pytest.fixture
def board(cast: Cast) -> Board:
    first = cast.seats["secretary"]
    made = Board(first.body, {STATE: cast.secretary}, {STATE: first})
    for name in OTHERS:
        made.seats[name] = another(made, name)
        made.actors[name] = sit(made.seats[name], name)
    made.legs = {leg.name_th: leg for leg in Leg.objects.filter(body=first.body)}
    return made


def another(board: Board, leg: str) -> Seat:
    """One more seat in a leg of the board, nobody in it."""
    office = board.seats[STATE].organisation
    given = {"leg": teams.leg(board.body, leg), "organisation": office, "role": ROLES[leg], "areas": ("9305",)}
    return seats.set_up(by=INSTALLATION, body=board.body, **given)  # type: ignore[arg-type]


def sit(seat: Seat, name: str) -> Actor:
    """Somebody new sits down."""
    member = members.enrol(by=INSTALLATION, name=f"คน{name}", username=name, password="ทุ่งนา-ควาย-2569-ก")
    members.seat(by=INSTALLATION, member=member, seat=seat)
    return acting(member)


def acting(member: Member) -> Actor:
    (place,) = teams.places(member.pk)
    return place.actor(member=member.pk, via="web")


def empty(seat: Seat) -> None:
    """Nobody sits there any more."""
    yesterday = clock.today() - timedelta(days=1)
    Holding.objects.filter(seat=seat).update(from_on=yesterday, to_on=yesterday)


@pytest.fixture
def proposal(board: Board) -> Proposal:
    """Two clauses, proposed by the leg of the people."""
    return propose(board)


def propose(board: Board, *texts: str, **more: object) -> Proposal:
    clauses = [Worded(text) for text in texts or ("ยืนยันกิจวัตรคนติดเตียงทุกสองเดือน", "บอกผลกลับคนเขียนในเจ็ดวัน")]
    given = {"title": "ถามข่าวคนติดเตียง", "why": "ข้อมูลเก่าพาไปผิดบ้าน", "clauses": clauses} | more
    return proposals.draft(by=board.actors[PEOPLE], body=board.body, **given)  # type: ignore[arg-type]


def opened(board: Board, proposal: Proposal, kind: RoundKind = RoundKind.DECISION, **more: object) -> Round:
    """A round of a proposal, open for a week."""
    given: dict[str, object] = {"closes_at": later(A_WEEK)} | more
    proposal.refresh_from_db()
    return rounds.open_round(by=board.actors[PEOPLE], proposal=proposal, kind=kind, **given)  # type: ignore[arg-type]


def answered(board: Board, one: Round, said: Mapping[str, Answer]) -> None:
    """What each leg's seat answers."""
    for leg, answer in said.items():
        responses.answer(by=board.actors[leg], one=one, said=answer)


def closed(one: Round) -> Round:
    """The round closed by the clock, when its time is over."""
    with clock.at(one.closes_at):
        return rounds.close(by=INSTALLATION, one=one)


def decided(board: Board, proposal: Proposal, said: Mapping[str, Answer], **more: object) -> Round:
    """A deciding round opened, answered and closed."""
    one = opened(board, proposal, **more)
    answered(board, one, said)
    done = closed(one)
    proposal.refresh_from_db()
    return done


def adopted(board: Board, proposal: Proposal) -> Round:
    """All four legs consent."""
    return decided(board, proposal, dict.fromkeys(board.actors, YES))


def the_objection(proposal: Proposal) -> Objection:
    """The newest objection."""
    return proposal.objections.latest("id")


def later(by: timedelta) -> datetime:
    return clock.now() + by


def broken() -> set[str]:
    """What `verify` names in this room."""
    return {found.where.split(" ")[0] for result in results(within="rules.") for found in result.found}
