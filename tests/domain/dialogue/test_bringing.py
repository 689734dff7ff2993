"""What a party brings: by its own seat, by a host, or by a phone; two who write at once see one another."""

from __future__ import annotations

from typing import Any

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Line, Position
from sanam.domain.dialogue.operations import positions
from sanam.domain.dialogue.words import LONGEST, Heading
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings.words import Stage
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, opened
from tests.domain.gatherings.asking import called

pytestmark = pytest.mark.django_db
OURS = "รพ.สต.พนางตุง (สมมติ)"
LINES = {Heading.GOAL: ["คนติดเตียงได้เยี่ยมทุก 7 วัน"], Heading.CAPITAL: ["พยาบาล 3 คน", "รถ 1 คัน"]}


def bring(room: Room, by: Actor, name: str = OURS, lines: Any = None, **more: Any) -> Position:
    leg = more.pop("leg", room.legs["หน่วยงานรัฐ"])
    return positions.bring(by=by, exchange=room.exchange, name=name, leg=leg, lines=lines or LINES, **more)


def test_a_seat_writes_for_its_own_organisation_and_a_host_for_any(cast: Cast) -> None:
    room = opened(cast)
    assert bring(room, cast.volunteer).organisation == cast.seats["volunteer"].organisation
    with pytest.raises(NotAllowed):
        bring(room, cast.volunteer, "สมาคมเพื่อน (สมมติ)")
    assert bring(room, cast.secretary, "สมาคมเพื่อน (สมมติ)").organisation == cast.seats["association"].organisation
    assert bring(room, cast.secretary, "ชมรมคนรักษ์เล").organisation is None


def test_headings_are_read_in_the_documents_order(cast: Cast) -> None:
    room = opened(cast)
    bring(room, cast.volunteer, lines={Heading.GAIN: ["เพื่อนร่วมทาง"], Heading.GOAL: ["ก", "ข"]})
    (party,) = queries.parties(room.exchange)
    assert [(heading, [one.text for one in texts]) for heading, texts in party.said] == [
        (Heading.GOAL, ["ก", "ข"]),
        (Heading.GAIN, ["เพื่อนร่วมทาง"]),
    ]


def test_two_who_write_at_once_do_not_write_over_each_other(cast: Cast) -> None:
    room = opened(cast)
    first = bring(room, cast.volunteer)
    with pytest.raises(Refused) as refused:
        bring(room, cast.nurse)
    assert (refused.value.status, refused.value.details) == (409, {"version": 1})
    second = bring(room, cast.nurse, lines={Heading.GOAL: ["อย่างอื่น"]}, version=first.version)
    assert second.version == 2
    with pytest.raises(Refused):
        bring(room, cast.volunteer, version=first.version)
    assert [one.text for one in Line.objects.all()] == ["อย่างอื่น"]


def test_a_line_that_stays_is_the_same_line(cast: Cast) -> None:
    room = opened(cast)
    bring(room, cast.volunteer)
    car = Line.objects.get(text="รถ 1 คัน")
    bring(room, cast.volunteer, lines={Heading.CAPITAL: ["รถ 1 คัน", "หมอ 1 คน"]}, version=1)
    assert Line.objects.get(text="รถ 1 คัน").pk == car.pk
    assert list(Line.objects.order_by("order").values_list("text", flat=True)) == ["รถ 1 คัน", "หมอ 1 คน"]


def test_a_phone_writes_for_a_party_and_changes_only_that(cast: Cast) -> None:
    room = opened(cast)
    mine, other = room.enter("phone 1"), room.enter("phone 2")
    people = {"leg": room.legs["ภาคประชาชน"]}
    made = bring(room, queries.of_ticket(mine), "ชมรมผู้สูงอายุ", ticket=mine, **people)
    assert queries.party_of(room.exchange, mine).position == made  # type: ignore[union-attr]
    with pytest.raises(NotAllowed):
        bring(room, queries.of_ticket(other), "ชมรมผู้สูงอายุ", ticket=other, version=1, **people)
    with pytest.raises(NotAllowed):
        bring(room, queries.of_ticket(other), "อีกกลุ่ม", ticket=mine, **people)
    again = bring(room, queries.of_ticket(mine), "ชมรมผู้สูงอายุ", ticket=mine, version=1, **people)
    assert again.version == 2


@pytest.mark.parametrize(
    "lines", [{}, {Heading.GOAL: ["  "]}, {Heading.GOAL: ["ก" * (LONGEST + 1)]}, {Heading.GOAL: [*"กขคงจฉช"]}]
)
def test_a_card_is_short_and_says_something(cast: Cast, lines: Any) -> None:
    room = opened(cast)
    with pytest.raises(BadInput):
        positions.bring(by=cast.volunteer, exchange=room.exchange, name=OURS, leg=room.legs["หน่วยงานรัฐ"], lines=lines)
    assert not Position.objects.exists()


def test_nothing_is_brought_once_dots_are_placed(cast: Cast) -> None:
    room = opened(cast)
    room.say("ก")
    room.begin()
    bring(room, cast.volunteer)
    room.goals(room.cards[0])
    with pytest.raises(Refused):
        bring(room, cast.volunteer, version=1)


def test_an_organisation_brings_before_the_meeting_and_corrects_it_until_answering_ends(cast: Cast) -> None:
    room = opened(cast, called(cast))
    assert room.exchange.gathering.stage == Stage.PLANNED
    bring(room, cast.volunteer)
    room.say("ก")
    room.begin()
    assert bring(room, cast.volunteer, version=1, lines={Heading.GAIN: ["เพื่อนร่วมทาง"]}).version == 2


def test_side_by_side_each_heading_has_the_same_legs_and_hopes_stand_beside_capital(cast: Cast) -> None:
    room = opened(cast)
    bring(room, cast.volunteer, lines={**LINES, Heading.GAIN: ["เพื่อนร่วมทาง"]})
    bring(room, cast.secretary, "อบต.", {Heading.METHOD: ["ช่าง"]}, leg=room.legs["ท้องถิ่น"])
    side = queries.side_by_side(queries.parties(room.exchange))
    assert [leg.name_th for leg in side.legs] == ["ท้องถิ่น", "หน่วยงานรัฐ"]
    told = {heading: [[one.name for one, _ in of] for _leg, of in legs] for heading, legs in side.headings}
    assert told == {Heading.GOAL: [[], [OURS]], Heading.METHOD: [["อบต."], []]}
    assert [[line.text for line in lines] for _, lines in side.hopes] == [["เพื่อนร่วมทาง"]]
    assert [[line.text for line in lines] for _, lines in side.capital] == [LINES[Heading.CAPITAL]]
