"""What was agreed is written leg by leg, and a leg that was not heard never counts as having agreed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Decision, Gathering
from sanam.domain.gatherings.operations import calling, decisions
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.talk_words import Voice
from sanam.domain.gatherings.words import Stage
from sanam.domain.notices.models import Notice
from sanam.domain.teams import shares
from sanam.domain.teams.models import Leg
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def voices(decision: Decision) -> dict[str, str]:
    return {one.leg.name_th: one.voice for one in decision.voices.all()}


def test_a_leg_of_which_nothing_was_said_has_not_spoken(cast: Cast, gathering: Gathering, legs: dict[str, Leg]) -> None:
    said = {legs["หน่วยงานรัฐ"].pk: Voice.AGREED, legs["ท้องถิ่น"].pk: Voice.OBJECTS}
    decision = decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อมสองหลัง", said))
    silent = {"ท้องที่": "silent", "ภาคประชาชน": "silent"}
    assert voices(decision) == {"หน่วยงานรัฐ": "agreed", "ท้องถิ่น": "objects", **silent}
    assert [leg.name_th for leg in decision.missing] == ["ท้องที่", "ภาคประชาชน"]


@pytest.mark.parametrize("voice", [Voice.AGREED, Voice.OBJECTS])
def test_a_leg_in_which_nobody_sits_cannot_have_spoken(
    cast: Cast, gathering: Gathering, legs: dict[str, Leg], voice: Voice
) -> None:
    with pytest.raises(Refused) as refusal:
        decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อม", {legs["ท้องที่"].pk: voice}))
    assert refusal.value.code == "gatherings.empty_leg"
    assert not Decision.objects.exists()


def test_a_leg_of_another_body_is_not_counted(cast: Cast, gathering: Gathering) -> None:
    decision = decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อม", {987654: Voice.AGREED}))
    assert set(voices(decision).values()) == {"silent"}


def test_whoever_carries_it_is_told_and_it_needs_words(cast: Cast, gathering: Gathering) -> None:
    decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อมสองหลัง", carried_by=cast.seats["local"]))
    assert "ซ่อมสองหลัง" in Notice.objects.get(seat_ref=cast.local.ref).th
    with pytest.raises(BadInput):
        decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("  "))


def test_two_who_correct_one_decision_at_once_are_told(cast: Cast, gathering: Gathering) -> None:
    decision = decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อมสองหลัง"))
    decisions.correct(by=cast.nurse, decision=decision, agreed=Agreed("ซ่อมสามหลัง"), version=1)
    with pytest.raises(Refused) as refusal:
        decisions.correct(by=cast.secretary, decision=decision, agreed=Agreed("ซ่อมสี่หลัง"), version=1)
    assert refusal.value.details == {"version": 2}
    assert Decision.objects.get().text == "ซ่อมสามหลัง"


def test_one_written_by_mistake_is_taken_out(cast: Cast, gathering: Gathering) -> None:
    decision = decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อมสองหลัง"))
    decisions.take_out(by=cast.secretary, decision=decision)
    assert queries.talk(cast.secretary, str(gathering.id)).decisions == []


def test_the_chair_learns_how_many_decisions_each_leg_spoke_to(
    cast: Cast, gathering: Gathering, legs: dict[str, Leg]
) -> None:
    arena = next(one for one in shares.arenas() if one.arena == "decisions")
    body, today = cast.seats["secretary"].body, clock.today()
    window = (body, today - timedelta(days=30), today)
    state, local = legs["หน่วยงานรัฐ"].pk, legs["ท้องถิ่น"].pk
    for said in ({state: Voice.AGREED}, {state: Voice.AGREED, local: Voice.OBJECTS}):
        decisions.decide(by=cast.secretary, gathering=gathering, agreed=Agreed("ซ่อม", said))
    assert arena.query(*window) is None  # the talk still goes on
    calling.move(by=cast.secretary, gathering=gathering, to=Stage.HELD)
    spoken = arena.query(*window) or {}
    assert {leg: times for leg, times in spoken.items() if times} == {state: 2.0, local: 1.0}
    assert arena.query(body, today - timedelta(days=60), today - timedelta(days=31)) is None
