"""The invented meeting pages keep the founding document's form, and say that they are invented."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

PAPERS = sorted(files("sanam.sample").joinpath("papers").iterdir(), key=lambda paper: paper.name)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_page_has_the_parts_of_the_form(paper) -> None:  # type: ignore[no-untyped-def]
    text = paper.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    assert "(ตัวอย่างสมมติ)" in lines[0]
    assert len(re.findall(r"^ +• photo {1,2}, [\d,]+x[\d,]+ pixel , [\d,]+ bytes\.$", text, re.MULTILINE)) >= 2
    assert 3 <= len(re.findall(r"^[๑-๙1-9]\. ?\S", text, re.MULTILINE)) <= 9
    assert any(line.startswith("ขอบคุณ") for line in lines)
    assert lines[-2].endswith("รายงาน")
    assert lines[-1] == "Relate topics"


def test_one_page_is_the_variant_with_a_byline_and_tags() -> None:
    bylines = [paper for paper in PAPERS if "| Tags :" in paper.read_text(encoding="utf-8")]
    assert [paper.name for paper in bylines] == ["2569-10-variant.txt"]
