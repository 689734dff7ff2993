"""What a closed room found stands in its gathering's report, as its result page shows it, and stays as approved."""

from __future__ import annotations

from typing import Any

import pytest

from sanam.domain.dialogue.models import Exchange
from sanam.domain.dialogue.operations import carrying, results
from sanam.domain.foundation import invariants
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Approval, Gathering
from sanam.domain.gatherings.operations import calling, minutes, reports
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.words import Stage
from tests.cast import Cast
from tests.domain.dialogue.rooms import AGREED, TEXTS, bring, dotted, voting_room
from tests.domain.gatherings.conftest import begun

pytestmark = pytest.mark.django_db


def closed(cast: Cast, met: Gathering, said: Any = AGREED) -> Exchange:
    room = results.end_voting(by=cast.secretary, exchange=voting_room(cast, said, gathering=met))
    if room.said == "dotting":
        dotted(room)
        room = results.close(by=cast.secretary, exchange=room)
    return room


def found(met: Gathering) -> list[Any]:
    return list(queries.report(Gathering.objects.select_related("approval").get(pk=met.pk)).heard)


def broken() -> list[str]:
    return [found.where for result in invariants.results(within="gatherings.") for found in result.found]


def approved(cast: Cast, met: Gathering) -> Gathering:
    minutes.write(by=cast.secretary, gathering=met, lines=[Line("รถมีคันเดียว")])
    calling.move(by=cast.secretary, gathering=met, to=Stage.HELD)
    return reports.approve(by=cast.nurse, gathering=met)


def test_goals_emphases_and_what_stays_apart_are_told_and_what_goes_on_is_not_said_twice(cast: Cast) -> None:
    met = begun(cast)
    room = closed(cast, met)
    bring(room)
    carrying.carry_on(by=cast.secretary, exchange=room, cards=list(room.statements.filter(text=TEXTS[2])))
    (one,) = found(met)
    assert [goal.text for goal in one.goals] == list(TEXTS[:2])
    assert ("ท้องถิ่น", [TEXTS[0]]) in [(leg.name_th, texts) for leg, texts in one.stresses]
    assert (one.unresolved, one.unheard, one.parties) == ([TEXTS[3]], [], 1)
    assert [asked.text for asked in queries.report(met).questions] == [TEXTS[2]]


def test_a_leg_of_two_is_named_as_not_having_spoken_and_nothing_is_told_of_it(cast: Cast) -> None:
    met = begun(cast)
    closed(cast, met, AGREED | {"ท้องที่": AGREED["ท้องที่"][:2]})
    (one,) = found(met)
    assert [leg.name_th for leg in one.unheard] == ["ท้องที่"]
    assert (one.goals, one.stresses) == ([], [])
    assert one.unresolved == list(TEXTS)


def test_a_room_that_is_not_closed_tells_nothing(cast: Cast) -> None:
    met = begun(cast)
    results.end_voting(by=cast.secretary, exchange=voting_room(cast, gathering=met))
    assert found(met) == []


def test_an_approved_report_says_what_was_found_by_then_and_verify_finds_a_word_that_was_changed(cast: Cast) -> None:
    met = begun(cast)
    closed(cast, met)
    late = voting_room(cast, gathering=met)
    before = found(met)
    approved(cast, met)
    results.close(by=cast.secretary, exchange=late)
    assert found(met) == before
    assert broken() == []
    kept = Approval.objects.get()
    kept.heard[0]["goals"][0]["text"] = "อย่างอื่น"
    kept.save()
    assert broken() == [met.ref]


def test_a_report_without_a_room_says_to_the_letter_what_it_said_before_rooms_told_anything(cast: Cast) -> None:
    met = begun(cast)
    approved(cast, met)
    assert "heard" not in queries.report(met).text
    assert broken() == []
