"""Held against a district whose truth is known: none linked falsely, few missed, and how much a human must judge."""

from __future__ import annotations

import pytest

from sanam.sample import duplicates, lookalikes
from tests.domain.registry.linkage.conftest import Looked, look_through

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def dense(undone: None, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """A small district in which almost every second person stands in two rows: pairs enough to count."""
    return look_through(tmp_path_factory.mktemp("dense"), persons=5000, seed=1, twice=0.45)


def none_wrong_among(links: int) -> float:
    """The lower end of the 95 % interval of precision when none of so many links is wrong.

    Clopper & Pearson (1934): one-sided, it is 0.05 to the power of 1 / links, about 1 - 3 / links (the rule of three:
    Hanley & Lippman-Hand, 1983).
    """
    return float(0.05 ** (1 / links))


def test_every_kind_of_error_and_trap_is_in_it(dense: Looked) -> None:
    assert len(dense.pairs) >= 1000
    assert {pair["kind"] for pair, _ in dense.pairs} == set(duplicates.KINDS)
    traps = {lookalikes.TWINS, lookalikes.FATHER_AND_SON, lookalikes.BORROWED_ID, lookalikes.NAMESAKES}
    assert {pair["kind"] for pair in dense.told["different"]} == traps


def test_of_a_thousand_linked_unasked_none_is_false(dense: Looked) -> None:
    joined = dense.joined_rows
    unasked = {pair for pair, basis in dense.waiting.items() if basis == "equal_id_fits"}
    same = {pair for _, pair in dense.pairs}
    false = [rows for rows in joined if rows not in dense.truly_same] + [pair for pair in unasked if pair not in same]
    links = len(joined) + len(unasked)
    print(f"\nlinked unasked: {links}, false: {len(false)}; precision ≥ {none_wrong_among(links):.4f} (95 %)")
    assert links >= 1000
    assert false == []
    assert none_wrong_among(links) > 0.997


def test_nine_in_ten_are_found_unasked_or_asked_about(dense: Looked) -> None:
    found = [pair for _, pair in dense.pairs if len(pair) == 1 or pair in dense.waiting]
    asked = [pair for _, pair in dense.pairs if len(pair) == 2]
    among_asked = sum(pair in dense.waiting for pair in asked)
    recall = len(found) / len(dense.pairs)
    print(
        f"\nof {len(dense.pairs)} true pairs {recall:.4f} found; of {len(asked)} not linked unasked {among_asked} asked"
    )
    assert recall >= 0.95
    assert among_asked / len(asked) >= 0.9


def test_each_kind_of_error_is_found(dense: Looked) -> None:
    missed = [pair["kind"] for pair, records in dense.pairs if len(records) == 2 and records not in dense.waiting]
    for kind in duplicates.KINDS:
        of_a_kind = sum(pair["kind"] == kind for pair, _ in dense.pairs)
        assert missed.count(kind) <= 0.1 * of_a_kind, kind


def test_a_trap_is_seldom_even_asked_about_and_a_borrowed_number_always(dense: Looked) -> None:
    planted = {kind: sum(one["kind"] == kind for one in dense.told["different"]) for kind in lookalikes_of(dense)}
    asked = dense.lookalikes
    assert asked[lookalikes.BORROWED_ID] == sum(
        len(set(dense.records_of(one))) == 2 for one in dense.told["different"] if one["kind"] == lookalikes.BORROWED_ID
    )
    for kind in (lookalikes.TWINS, lookalikes.FATHER_AND_SON, lookalikes.NAMESAKES):
        assert asked[kind] <= 0.5 * planted[kind], kind


def lookalikes_of(looked: Looked) -> set[str]:
    return {one["kind"] for one in looked.told["different"]}
