"""A rule raises the quorum: rounds opened from then on need more legs; those open, and those decided, do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sanam.domain.foundation.refused import BadInput
from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.rules import queries
from sanam.domain.rules.models import Decision, Proposal, Round
from sanam.domain.rules.standing import legs_of
from sanam.domain.rules.values import check_values
from sanam.interfaces.files.decisions import reading
from tests.domain.rules import agreed
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    PEOPLE,
    STATE,
    YES,
    Board,
    answered,
    broken,
    closed,
    decided,
    opened,
    propose,
)

pytestmark = pytest.mark.django_db
QUORUM = "rules.quorum"
THREE = dict.fromkeys((PEOPLE, STATE, HEADMEN), YES)


def raise_it(board: Board, part: float = 0.8) -> agreed.RuleVersion:
    return agreed.adopted(board.body, ("องค์ประชุมสี่ในห้าของขา", {QUORUM: part}))


def need(board: Board, one: Round) -> int:
    (found,) = [each for each in queries.rounds_of(one.proposal) if each.pk == one.pk]
    return queries.stands(board.actors[STATE], found, legs_of(board.body)).need


def test_three_of_four_are_enough_until_a_rule_says_otherwise(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, THREE)
    assert Decision.objects.get().result == "adopted"
    raise_it(board)
    decided(board, propose(board), THREE)
    last = Decision.objects.latest("id")
    assert (last.result, last.told["quorum"]["need"], last.asked["quorum"]) == ("second_call", 4, "4/5")
    assert broken() == set()


def test_a_round_that_is_open_keeps_the_quorum_it_was_opened_with(board: Board, proposal: Proposal) -> None:
    one = opened(board, proposal)
    raise_it(board)
    assert need(board, one) == 3
    answered(board, one, THREE)
    closed(one)
    assert (Decision.objects.get().result, Decision.objects.get().asked["quorum"]) == ("adopted", "3/4")
    assert need(board, opened(board, propose(board))) == 4


def test_a_decision_is_counted_again_with_its_own_quorum_after_the_dial_went_back(board: Board, tmp_path: Path) -> None:
    version = raise_it(board)
    decided(board, propose(board), THREE)
    agreed.adopted(board.body, ("เลิกใช้", {}), rule=version.rule, retires=True)
    assert need(board, opened(board, propose(board))) == 3
    found = Decision.objects.get()
    file = tmp_path / "asked.json"
    file.write_text(json.dumps(found.asked), encoding="utf-8")
    assert str(reading.read(file).decide().result) == found.result == "second_call"
    assert broken() == set()


def test_a_quorum_changed_behind_a_round_is_named(board: Board, proposal: Proposal) -> None:
    decided(board, proposal, THREE)
    Round.objects.update(quorum=0.5)
    assert broken() == {f"decision:{Decision.objects.get().pk}"}


@pytest.mark.parametrize(("part", "why"), [(0.7, "parameters.out_of_bounds"), (1.01, "parameters.out_of_bounds")])
def test_the_quorum_is_never_lowered_below_three_quarters(board: Board, part: float, why: str) -> None:
    assert DIALS[QUORUM].only_rises
    with pytest.raises(BadInput) as refused:
        check_values({QUORUM: part}, board.body)
    assert refused.value.code == why


def test_nor_by_a_second_rule_below_what_another_raised_it_to(board: Board) -> None:
    raise_it(board, 0.9)
    with pytest.raises(BadInput, match="only be raised"):
        check_values({QUORUM: 0.8}, board.body)
