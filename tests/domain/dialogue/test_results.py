"""Answering ends, dots are placed, the room closes: counted once, by legs that spoke, and the same at every recount."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.answered import answers
from sanam.domain.dialogue.models import Exchange, Result, RoomDoor, Ticket, Vote
from sanam.domain.dialogue.operations import doors, results
from sanam.domain.dialogue.policies import is_open
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import clock, invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.notices.models import Notice
from tests.cast import Cast
from tests.domain.dialogue.rooms import AGREED, TEXTS, dotted, opened, ticket, voting_room

pytestmark = pytest.mark.django_db


def closed(cast: Cast, said: object = AGREED) -> Exchange:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast, said))  # type: ignore[arg-type]
    if room.said is RoomStage.CLOSED:
        return room
    dotted(room)
    return results.close(by=cast.secretary, exchange=room)


def wrong(name: str) -> list[str]:
    (found,) = invariants.results(within=name)
    return [one.where for one in found.found]


def test_ending_keeps_what_all_legs_agree_on_in_the_order_of_cards(cast: Cast) -> None:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast))
    assert room.said is RoomStage.DOTTING
    assert [goal.statement.text for goal in room.common_goals.all()] == list(TEXTS[:2])


def test_no_figure_exists_before_the_room_is_closed(cast: Cast) -> None:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast))
    assert not Result.objects.exists()
    assert queries.common_goals(room.body) == []
    with pytest.raises(NotHere):
        queries.outcome(room)
    with pytest.raises(NotHere):
        queries.rows(cast.secretary, room)


def test_a_room_that_agrees_on_nothing_closes_at_once_so_that_nobody_can_ask_again(cast: Cast) -> None:
    room = closed(cast, dict.fromkeys(list(AGREED)[:2], ((-1, -1, 1),) * 3) | {"หน่วยงานรัฐ": ((1, 1, -1),) * 3})
    assert room.said is RoomStage.CLOSED
    assert queries.outcome(room).goals == ()


def test_a_room_in_which_nobody_answered_closes_too(cast: Cast) -> None:
    room = closed(cast, {})
    found = queries.outcome(room)
    assert (found.goals, found.tickets, len(found.unheard)) == ((), 0, 4)
    assert wrong("dialogue.results") == []


def test_closing_shows_shares_emphases_and_who_stands_apart_by_leg(cast: Cast) -> None:
    found = queries.outcome(closed(cast))
    assert [goal.card.text for goal in found.goals] == list(TEXTS[:2])
    first, second = ({one.leg.name_th: one.percent for one in goal.shares} for goal in found.goals)
    assert set(first.values()) == {100}
    assert second == {"ท้องถิ่น": 67, "ท้องที่": 100, "หน่วยงานรัฐ": 75, "ภาคประชาชน": 100}
    dots = {one.leg.name_th: (one.percent, one.most) for one in found.emphases[0].shares}
    assert dots["ท้องถิ่น"] == (80, True)
    assert dots["ท้องที่"] == (30, False)
    assert [one.card.text for one in found.unresolved] == list(TEXTS[2:])
    assert found.signed == ()  # three voices a leg differ by chance alone


def test_a_leg_that_stands_apart_by_more_than_chance_is_named_with_its_card(cast: Cast) -> None:
    apart = {"ท้องถิ่น": ((1, 1, -1),) * 12}
    found = queries.outcome(closed(cast, dict.fromkeys(AGREED, ((1, 1, 1),) * 12) | apart))
    named = {leg.name_th: [(one.card.text, one.agrees) for one in said] for leg, said in found.signed}
    assert named["ท้องถิ่น"] == [(TEXTS[2], False)]


def test_a_leg_of_two_has_not_spoken_and_none_of_its_answers_is_kept_or_given_away(cast: Cast) -> None:
    two = {**AGREED, "ท้องที่": AGREED["ท้องที่"][:2]}
    room = closed(cast, two)
    found = queries.outcome(room)
    assert [leg.name_th for leg in found.unheard] == ["ท้องที่"]
    assert found.goals == ()
    kept = Result.objects.get().figures["counted"]
    assert {one["by_group"]["ท้องที่"]["seen"] for one in kept["statements"]} == {0}
    rows = queries.rows(cast.secretary, room).of
    spoke = {who for who, _card, _vote in rows.votes}
    assert "ท้องที่" not in {rows.groups[who] for who in spoke}
    assert len(spoke) == sum(map(len, two.values())) - 2
    assert wrong("dialogue.results") == []


def test_what_one_or_two_of_a_heard_leg_said_of_a_card_is_neither_shown_nor_kept_nor_given_away(cast: Cast) -> None:
    two_on_the_last = {**AGREED, "ท้องที่": ((1, 1, 1), (1, 1, -1, 1), (1, 1, -1, 1))}
    room = closed(cast, two_on_the_last)
    found = queries.outcome(room)
    assert [leg.name_th for leg in found.legs if leg.heard] == list(AGREED)
    (last,) = [one for one in found.unresolved if one.card.text == TEXTS[3]]
    assert [one.leg.name_th for one in last.shares if one.percent is None] == ["ท้องที่"]
    kept = {one["statement"]: one for one in Result.objects.get().figures["counted"]["statements"]}
    assert kept["4"]["by_group"]["ท้องที่"] == {"agree": 0, "disagree": 0, "pass": 0, "seen": 0}
    assert kept["3"]["by_group"]["ท้องที่"]["seen"] == 3
    others = [one for leg, one in kept["4"]["by_group"].items() if leg != "ท้องที่"]
    alone = math.prod((one["agree"] + 1) / (one["seen"] + 2) for one in others)
    assert kept["4"]["gic"] ** 4 == pytest.approx(alone / 2)  # so that it cannot be worked out backwards either
    rows = queries.rows(cast.secretary, room).of
    assert "ท้องที่" not in {rows.groups[who] for who, card, _value in rows.votes if card == "4"}
    assert "ท้องที่" in {rows.groups[who] for who, card, _value in rows.votes if card == "3"}
    assert wrong("dialogue.results") == []


def test_a_card_of_which_no_legs_answers_may_be_told_stays_on_the_page_without_a_number(cast: Cast) -> None:
    room = closed(cast, {leg: [votes[:3] for votes in said] for leg, said in AGREED.items()})
    (last,) = [one for one in queries.outcome(room).unresolved if one.card.text == TEXTS[3]]
    assert {one.percent for one in last.shares} == {None}


def test_the_dots_of_a_leg_of_which_two_placed_any_are_neither_kept_nor_given_away(cast: Cast) -> None:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast))
    dotted(room)
    shy = room.tickets.filter(leg__name_th="ท้องที่").first()
    assert shy
    shy.dots.all().delete()
    room = results.close(by=cast.secretary, exchange=room)
    rows = queries.rows(cast.secretary, room).of
    assert {rows.groups[who] for who, _card, _count in rows.dots} == set(AGREED) - {"ท้องที่"}
    assert Result.objects.get().figures["counted"]["emphases"]["not_spoken"] == ["ท้องที่"]
    assert "ท้องที่" not in Result.objects.get().figures["counted"]["emphases"]["shares"]
    assert wrong("dialogue.results") == []


def test_numbers_in_the_rows_do_not_tell_who_came_first(cast: Cast) -> None:
    room = closed(cast, dict.fromkeys(AGREED, ((1, 1, 1, 1),) * 6))
    order = list(Ticket.objects.order_by("at", "pk").values_list("pk", flat=True))
    groups = queries.rows(cast.secretary, room).of.groups
    came = [Ticket.objects.get(pk=pk).leg.name_th for pk in order]
    assert list(groups.values()) != came
    assert answers(room).groups == groups


def test_closing_shuts_the_door_forgets_names_and_tells_the_seats_of_the_body(cast: Cast) -> None:
    room = voting_room(cast)
    door = doors.open_door(by=cast.secretary, exchange=room)
    ticket(cast, room, "ท้องที่", (1,), nickname="ป้าแมว", device="d", own_code="c")
    results.close(by=cast.secretary, exchange=room)
    assert not is_open(RoomDoor.objects.get(pk=door.pk))
    assert not Ticket.objects.exclude(nickname="", own_code="").exists()
    told = set(Notice.objects.filter(kind="room").values_list("seat_ref", flat=True))
    assert cast.nurse.ref in told
    assert cast.secretary.ref not in told


def test_a_room_is_closed_once_by_its_host(cast: Cast) -> None:
    room = voting_room(cast)
    with pytest.raises(NotAllowed):
        results.close(by=cast.volunteer, exchange=room)
    results.close(by=cast.secretary, exchange=room)
    with pytest.raises(Refused):
        results.close(by=cast.secretary, exchange=room)
    with pytest.raises(Refused):
        results.end_voting(by=cast.secretary, exchange=room)


def test_the_clock_closes_a_room_whose_last_day_has_passed_and_calls_off_one_that_never_voted(cast: Cast) -> None:
    soon = clock.now() + timedelta(days=1)
    voted, never, later = voting_room(cast, ends_at=soon), opened(cast, ends_at=soon), voting_room(cast)
    assert results.close_due(by=INSTALLATION) == 0
    Exchange.objects.exclude(ends_at=None).update(ends_at=clock.now() - timedelta(seconds=1))
    assert results.close_due(by=INSTALLATION) == 2
    stages = dict(Exchange.objects.values_list("pk", "stage"))
    assert stages == {voted.pk: "closed", never.pk: "called_off", later.pk: "voting"}
    assert results.close_due(by=INSTALLATION) == 0
    with pytest.raises(NotAllowed):
        results.close_due(by=cast.secretary)


def test_verify_names_a_room_whose_answers_or_figures_were_changed(cast: Cast) -> None:
    room = closed(cast)
    assert wrong("dialogue.results") == []
    vote = Vote.objects.filter(value=1).first()
    assert vote
    Vote.objects.filter(pk=vote.pk).update(value=-1)
    assert wrong("dialogue.results") == [room.ref]
    Vote.objects.filter(pk=vote.pk).update(value=1)
    kept = Result.objects.get()
    kept.figures["counted"]["statements"][0]["common"] = False
    kept.save()
    assert wrong("dialogue.results") == [room.ref]


def test_verify_names_a_room_that_closed_without_a_result(cast: Cast) -> None:
    room = voting_room(cast)
    Exchange.objects.update(stage=RoomStage.CLOSED)
    assert wrong("dialogue.closed") == [room.ref]


def test_common_goals_of_a_body_are_listed_for_rules_and_plans(cast: Cast) -> None:
    room = closed(cast)
    assert [one.statement.text for one in queries.common_goals(room.body)] == list(TEXTS[:2])
