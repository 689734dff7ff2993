"""`sanam demo` replaces what it made itself, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanam.domain.foundation.refused import BadInput
from sanam.sample import demo
from sanam.sample.district import invent


def test_a_database_that_is_no_sample_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sanam.sqlite3").write_text("people")
    with pytest.raises(BadInput) as refusal:
        demo._check(tmp_path, 6000)
    assert refusal.value.code == "demo.not_ours"
    assert (tmp_path / "sanam.sqlite3").read_text() == "people"


@pytest.mark.parametrize("mark", ["sample.json", demo.BEING_BUILT])
def test_its_own_is_built_anew(tmp_path: Path, mark: str) -> None:
    (tmp_path / "sanam.sqlite3").touch()
    (tmp_path / mark).touch()
    demo._check(tmp_path, 6000)


def test_a_file_is_no_folder_and_nobody_is_no_district(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    with pytest.raises(BadInput):
        demo._check(tmp_path / "here", 6000)
    with pytest.raises(BadInput):
        demo._check(tmp_path / "new", -5)


def test_a_district_too_small_to_invent_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=str(demo.FEWEST)):
        invent(persons=demo.FEWEST - 1, today=date(2026, 11, 24))
    with pytest.raises(BadInput):
        demo._check(tmp_path / "new", demo.FEWEST - 1)
    demo._check(tmp_path / "new", demo.FEWEST)
