"""An outside check: the FEBRL sets are Australian, English and not ours, and the same linkage holds on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.febrl import SETS, Figures, judged

DOCUMENT = Path(__file__).parents[4] / "docs/explanation/linkage.md"


@pytest.fixture(scope="module", params=[(name, number) for name in SETS for number in (False, True)], ids=str)
def figures(request: pytest.FixtureRequest) -> Figures:
    name, with_number = request.param
    return judged(name, with_number=with_number)


def test_almost_nothing_is_asked_in_vain_and_most_is_found(figures: Figures) -> None:
    assert figures.precision >= 0.99
    assert figures.recall >= (0.92 if figures.with_number else 0.78)


def test_the_document_says_what_comes_out(figures: Figures) -> None:
    number = "yes" if figures.with_number else "no"
    (row,) = re.findall(rf"^\| {figures.name} \| .* \| {number} \| .* \|$", DOCUMENT.read_text(encoding="utf-8"), re.M)
    precision, recall = (float(cell) for cell in row.split("|")[6:8])
    assert precision == pytest.approx(figures.precision, abs=0.002)
    assert recall == pytest.approx(figures.recall, abs=0.002)
