"""No single hand decides for a body: answers written down for others wait, and each round leaves time to be heard."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.rules.models import Decision, Proposal, RuleVersion
from sanam.domain.rules.operations import by_the_clock, proposals, provisional, responses, rounds
from sanam.domain.rules.words import Channel, ProposalStage, RoundKind
from sanam.domain.teams.models import Leg, Seat
from sanam.domain.teams.operations import legs
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    NO,
    PEOPLE,
    STATE,
    YES,
    Board,
    adopted,
    another,
    answered,
    broken,
    closed,
    decided,
    later,
    opened,
    propose,
    sit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_four(board: Board) -> Board:
    """Nobody sits in the board but one for each leg, so that all of them may have answered."""
    Seat.objects.exclude(pk__in=[one.pk for one in board.seats.values()]).update(closed_on=clock.today())
    return board


def assist(board: Board, one: object, leg: str, by: str = PEOPLE, said: object = YES) -> None:
    given = {"one": one, "seat": board.seats[leg], "channel": Channel.PHONE, "said": said}
    responses.assist(by=board.actors[by], **given)  # type: ignore[arg-type]


def test_who_proposed_writes_for_all_and_does_not_close_before_they_could_speak(
    only_four: Board, proposal: Proposal
) -> None:
    one = opened(only_four, proposal)
    answered(only_four, one, {PEOPLE: YES})
    for leg in (LOCAL, HEADMEN, STATE):
        assist(only_four, one, leg)
    with pytest.raises(Refused, match="จดแทน") as refused:
        rounds.close(by=only_four.actors[PEOPLE], one=one)
    assert "written down" in refused.value.en
    answered(only_four, one, {LOCAL: NO})
    assert closed(one).decision.result == "not_adopted"


def test_all_who_answered_for_themselves_need_not_wait(only_four: Board, proposal: Proposal) -> None:
    one = opened(only_four, proposal)
    answered(only_four, one, dict.fromkeys(only_four.actors, YES))
    assert rounds.close(by=only_four.actors[PEOPLE], one=one).decision.result == "adopted"


@pytest.mark.parametrize("until", [timedelta(minutes=1), timedelta(days=181)])
def test_a_deciding_round_stays_open_till_another_day_and_not_for_ever(
    board: Board, proposal: Proposal, until: timedelta
) -> None:
    with clock.at(clock.now().astimezone(clock.BANGKOK).replace(hour=9)), pytest.raises(BadInput):
        opened(board, proposal, closes_at=later(until))


def test_a_round_that_only_listens_may_end_the_same_day(board: Board, proposal: Proposal) -> None:
    with clock.at(clock.now().astimezone(clock.BANGKOK).replace(hour=9)):
        assert opened(board, proposal, RoundKind.QUESTION, closes_at=later(timedelta(hours=2))).closed_at is None


def test_an_objection_written_down_is_taken_back_by_its_seat_or_who_wrote_it(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    assist(board, one, HEADMEN, by=STATE, said=NO)
    with pytest.raises(Refused, match="ที่นั่งนั้น"):
        assist(board, one, HEADMEN, by=PEOPLE)
    assert one.responses.get(seat=board.seats[HEADMEN], replaced_at=None).value == "object"
    assist(board, one, HEADMEN, by=STATE)
    assert one.responses.get(seat=board.seats[HEADMEN], replaced_at=None).value == "consent"


def test_a_leg_that_ends_while_its_answer_stands_does_not_hold_the_round_for_ever(
    board: Board, proposal: Proposal
) -> None:
    legs.add(by=INSTALLATION, body=board.body, name_th="วัด", name_en="Temples")
    fifth = another_in(board, "วัด")
    actor = sit(fifth, "วัด")
    one = opened(board, proposal)
    answered(board, one, dict.fromkeys((LOCAL, HEADMEN, STATE), YES))
    responses.answer(by=actor, one=one, said=YES)
    Seat.objects.filter(pk=fifth.pk).update(closed_on=clock.today())
    legs.end(by=INSTALLATION, leg=fifth.leg, because="รวมกับภาคประชาชน")
    with clock.at(one.closes_at):
        assert by_the_clock.close_due(by=INSTALLATION) == 1
    assert Decision.objects.get().told["legs"]["วัด"]["answered"] == 1
    assert broken() == set()


def another_in(board: Board, leg: str) -> Seat:
    made = another(board, PEOPLE)
    made.leg = Leg.objects.get(body=board.body, name_th=leg)
    made.save(update_fields=["leg"])
    return made


def test_two_legs_of_one_body_do_not_share_a_name(board: Board) -> None:
    with pytest.raises(Refused):
        legs.rename(by=INSTALLATION, leg=board.legs[LOCAL], name_th=f"{HEADMEN}  ", name_en="x")
    with pytest.raises(Refused):
        legs.add(by=INSTALLATION, body=board.body, name_th=HEADMEN, name_en="Again")


def test_a_body_with_too_few_seats_filled_lets_nothing_stand_for_good(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    version = RuleVersion.objects.get(proposal=proposal)
    board.body.fewest_filled = 99
    board.body.save()
    with pytest.raises(Refused, match="ต้องมีอย่างน้อย 99"):
        provisional.confirm(by=board.actors[LOCAL], version=version)


def test_what_was_agreed_for_now_ends_though_a_later_version_waits_for_its_day(board: Board) -> None:
    short = propose(board)
    decided(board, short, {PEOPLE: YES, STATE: YES})
    decided(board, short, {}, messenger=board.seats[HEADMEN])
    first = RuleVersion.objects.get(proposal=short)
    next_year = clock.today() + timedelta(days=365)
    adopted(board, propose(board, "ทุกสามเดือน", rule=first.rule, in_force_from=next_year))
    with clock.at(clock.now() + timedelta(days=100)):
        by_the_clock.keep_time(by=INSTALLATION)
    assert [one.what for one in first.events.order_by("id")] == ["in_force", "ended"]


def test_a_version_that_never_came_into_force_brings_nothing_back_when_it_ends(board: Board) -> None:
    adopted(board, first := propose(board))
    first.refresh_from_db()
    rule = RuleVersion.objects.get(proposal=first).rule
    adopted(board, second := propose(board, "ทุกสามเดือน", rule=rule))
    later_on = clock.today() + timedelta(days=200)
    never = propose(board, "ทุกหกเดือน", rule=rule, in_force_from=later_on)
    decided(board, never, {PEOPLE: YES, STATE: YES})
    decided(board, never, {}, messenger=board.seats[HEADMEN])
    with clock.at(clock.now() + timedelta(days=120)):
        by_the_clock.keep_time(by=INSTALLATION)
    of = {one.number: [event.what for event in one.events.order_by("id")] for one in rule.versions.all()}
    assert of == {1: ["in_force", "replaced"], 2: ["in_force"], 3: ["ended"]}
    assert RuleVersion.objects.get(proposal=second).number == 2


def test_a_proposal_that_came_to_an_end_asks_nobody_any_more(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal, RoundKind.QUESTION)
    proposal.refresh_from_db()
    proposals.withdraw(by=board.actors[PEOPLE], proposal=proposal)
    one.refresh_from_db()
    proposal.refresh_from_db()
    assert (proposal.said, one.closed_at is None) == (ProposalStage.WITHDRAWN, False)
