"""Examples to begin from: each is a rule that a body could propose as it stands, in either language."""

from __future__ import annotations

import pytest

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.rules.examples import EXAMPLES
from sanam.domain.rules.examples.shape import Example
from sanam.domain.rules.operations import proposals
from sanam.domain.rules.operations.proposals import LONGEST_TITLE, Worded
from sanam.domain.rules.policies import check_binds_somebody
from sanam.domain.rules.standing import Legged
from sanam.domain.teams.models import Leg
from sanam.domain.teams.words import DEFAULT_LEGS
from tests.cast import Cast


def test_there_are_enough_to_choose_from_and_few_enough_to_read() -> None:
    assert 8 <= len(EXAMPLES) <= 12
    assert sum(bool(clause.values) for one in EXAMPLES.values() for clause in one.clauses) >= 5


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_dials_are_in_the_catalogue_and_would_move(name: str) -> None:
    for clause in EXAMPLES[name].clauses:
        for dial, value in clause.values.items():
            assert DIALS[dial].takes(value), (dial, value)
            assert value != DIALS[dial].default, dial
            assert f"{value:g}" in clause.text.th, "the sentence says what the dial does"


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_short_whole_and_names_no_leg(name: str) -> None:
    example = EXAMPLES[name]
    said = [example.title, example.why, *(clause.text for clause in example.clauses)]
    assert 1 <= example.months <= DIALS["rules.first_review_months"].highest
    assert 2 <= len(example.clauses) <= 4
    assert all(0 < len(one.th) <= 160 and 0 < len(one.en) <= 160 for one in said)
    assert max(len(example.title.th), len(example.title.en)) <= LONGEST_TITLE
    legs = [Legged(Leg(name_th=th, name_en=en), (), frozenset()) for th, en in DEFAULT_LEGS]
    check_binds_somebody([clause.text.th for clause in example.clauses], legs)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["th", "en"])
def test_each_can_be_proposed_as_it_stands(cast: Cast, language: str) -> None:
    for one in EXAMPLES.values():
        made = proposals.draft(by=cast.secretary, body=cast.seats["secretary"].body, **as_drafted(one, language))
        assert made.clauses.count() == len(one.clauses)


def as_drafted(example: Example, language: str) -> dict[str, object]:
    clauses = [Worded(clause.text.said(language), clause.values) for clause in example.clauses]
    return {"title": example.title.said(language), "why": example.why.said(language), "clauses": clauses}
