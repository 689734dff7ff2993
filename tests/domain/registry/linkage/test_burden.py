"""What a look through an ordinary district leaves to its people: how many pairs they must judge."""

from __future__ import annotations

import pytest

from tests.domain.registry.linkage.conftest import Looked, look_through

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def ordinary(undone: None, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """A district as others are: six in a hundred stand in two rows."""
    return look_through(tmp_path_factory.mktemp("ordinary"), persons=3000, seed=2, twice=0.06)


def test_what_a_human_must_judge_stays_within_reason(ordinary: Looked) -> None:
    same = {pair for _, pair in ordinary.pairs}
    true = sum(pair in same for pair in ordinary.waiting)
    per_thousand = 1000 * len(ordinary.waiting) / ordinary.people
    print(f"\nto judge: {per_thousand:.1f} per 1,000 people, {true} of {len(ordinary.waiting)} truly one person")
    assert per_thousand <= 35
    assert true / len(ordinary.waiting) >= 0.85
