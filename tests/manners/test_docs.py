"""Documentation tells the truth: links lead somewhere, decisions stay short, verbs named exist."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from sanam.interfaces.cli.main import VERBS

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
VERB = re.compile(r"\./sanam ([a-z]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere_and_verbs_exist(page: Path) -> None:
    text = page.read_text()
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    assert {verb for verb in VERB.findall(text) if not find_spec(VERBS.get(verb, "sanam.no_such_verb"))} == set()


@pytest.mark.parametrize("page", sorted((ROOT / "docs/adr").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_is_told_in_three_hundred_words(page: Path) -> None:
    assert len(page.read_text().split()) <= 300
