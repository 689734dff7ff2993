"""A room is kept from hands that are not its own, and from words that cannot be seen or read."""

from __future__ import annotations

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import CommonGoal, Position, Statement
from sanam.domain.dialogue.operations import positions, results, statements
from sanam.domain.dialogue.words import Heading
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.invariants import results as invariants
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind
from tests.cast import PASSWORD, Cast
from tests.domain.dialogue.roomful import Room, opened
from tests.domain.dialogue.rooms import voting_room

pytestmark = pytest.mark.django_db


def of_another_board(cast: Cast, beneath: object = None) -> Actor:
    """The secretary of another body; `beneath` the one it lies in."""
    name = "พชต.ข้างใน (สมมติ)" if beneath else "พชอ.อื่น (สมมติ)"
    told = {"name_th": name, "name_en": name, "area_codes": ["9001"], "parent": beneath}
    kind = BodyKind.SUBDISTRICT if beneath else BodyKind.DISTRICT
    body = bodies.found(by=INSTALLATION, kind=kind, **told)  # type: ignore[arg-type]
    given = {"leg": teams.leg(body, "หน่วยงานรัฐ"), "organisation": cast.seats["nurse"].organisation}
    seat = seats.set_up(by=INSTALLATION, body=body, role="district_secretary", areas=("9001",), **given)
    member = members.enrol(by=INSTALLATION, name="คนอื่น", username=f"other{body.pk}"[:30], password=PASSWORD)
    members.seat(by=INSTALLATION, member=member, seat=seat)
    (place,) = teams.places(member.pk)
    return place.actor(member=member.pk, via="web")


def bring(room: Room, by: Actor) -> Position:
    said = {"name": queries.own_party(by), "leg": room.legs["หน่วยงานรัฐ"], "lines": {Heading.GOAL: ["เยี่ยมบ้าน"]}}
    return positions.bring(by=by, exchange=room.exchange, **said)  # type: ignore[arg-type]


def offer(room: Room, by: Actor, text: str = "ทำด้วยกัน", **more: object) -> Statement:
    return statements.offer(by=by, exchange=room.exchange, text=text, heading=Heading.GOAL, **more)  # type: ignore[arg-type]


def test_a_seat_of_a_body_elsewhere_brings_and_offers_nothing_one_beneath_does(cast: Cast) -> None:
    room = opened(cast)
    stranger, below = of_another_board(cast), of_another_board(cast, room.exchange.body)
    for deed in (bring, offer):
        with pytest.raises(NotAllowed):
            deed(room, stranger)
    assert bring(room, below).version == 1
    assert offer(room, below).said.value == "offered"


def test_a_ticket_offers_in_its_own_room_alone(cast: Cast) -> None:
    mine, other = opened(cast), opened(cast)
    ticket = mine.enter("phone 1")
    with pytest.raises(BadInput):
        offer(other, queries.of_ticket(ticket), ticket=ticket)
    assert not Statement.objects.exists()


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e \u2066", "\u0007", "\u2060\ufeff", "\u200d"])
def test_what_cannot_be_seen_is_no_card_and_no_party(cast: Cast, unseen: str) -> None:
    room = opened(cast)
    with pytest.raises(BadInput):
        offer(room, cast.secretary, unseen)
    with pytest.raises(BadInput):
        positions.bring(
            by=cast.secretary,
            exchange=room.exchange,
            name=unseen,
            leg=room.legs["หน่วยงานรัฐ"],
            lines={Heading.GOAL: ["ก"]},
        )


def test_signs_that_turn_the_direction_of_others_are_left_out_and_faces_stay_whole(cast: Cast) -> None:
    room = opened(cast)
    family = "👨\u200d👩\u200d👧"
    assert offer(room, cast.secretary, f"เยี่ยม\u202eบ้าน\u200b {family}\u0000").text == f"เยี่ยมบ้าน {family}"
    assert room.enter("phone 1", nickname="\u202eแดง\u2069").nickname == "แดง"


def broken() -> set[str]:
    return {found.where for result in invariants(within="dialogue.") for found in result.found}


@pytest.mark.parametrize("edit", ["text", "heading", "dropped", "added", "order"])
def test_verify_names_a_card_or_a_common_goal_that_the_owner_changed(cast: Cast, edit: str) -> None:
    room = results.close(by=cast.secretary, exchange=voting_room(cast))
    assert broken() == set()
    goal = room.common_goals.order_by("order").first()
    assert goal is not None
    if edit == "text":
        Statement.objects.filter(pk=goal.statement_id).update(text="อย่างอื่น")
    elif edit == "heading":
        Statement.objects.filter(pk=goal.statement_id).update(heading="gain")
    elif edit == "dropped":
        goal.delete()
    elif edit == "order":
        CommonGoal.objects.filter(pk=goal.pk).update(order=9)
    else:
        CommonGoal.objects.create(exchange=room, statement=room.statements.get(number=4), order=3)
    assert broken() == {room.ref}
