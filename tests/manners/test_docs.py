"""Documentation tells the truth: links lead somewhere, commands can be typed, and what is marked to run runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanam.interfaces.cli import reference
from sanam.interfaces.cli.main import build, known_verbs
from sanam.interfaces.cli.usage import WrongUsage

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"""\]\((?!https?://|#)([^)\s]+)\)|(?:src|href)="(?!https?://)([^"]+)\"""")
VERB = re.compile(r"\./sanam ([a-z]+)")
BLOCK = re.compile(r"^```(\w*)( run)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = [page for page in PAGES if "```sh run\n" in page.read_text(encoding="utf-8")]


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def headings(page: Path) -> set[str]:
    """The anchors a page offers, as the forge makes them of its headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def leads_nowhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    there = page.parent / path
    return not there.exists() or (bool(anchor) and anchor not in headings(there))


def commands(page: Path) -> Iterator[list[str]]:
    """What follows `./sanam` on each line of a page's shell blocks, as a shell would split it."""
    for language, _, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in text.splitlines() if language == "sh" else []:
            words = shlex.split(line, comments=True)
            if words and words[0] == "./sanam":
                end = next((at for at, word in enumerate(words) if word in {">", "|", "&&"}), len(words))
                yield words[1:end]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    links = [one or other for one, other in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [link for link in links if leads_nowhere(page, link)] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_verbs_named_in_a_text_exist(page: Path) -> None:
    assert set(VERB.findall(page.read_text(encoding="utf-8"))) <= set(known_verbs())


@pytest.mark.parametrize("page", [page for page in PAGES if list(commands(page))], ids=named)
def test_every_command_of_a_block_can_be_typed(page: Path) -> None:
    wrong = []
    for words in commands(page):
        try:
            build({words[0]: known_verbs(words[0])[words[0]]}).parse_args(words)
        except (WrongUsage, KeyError) as complaint:
            wrong.append((words, str(complaint)))
    assert wrong == []


def test_every_page_can_be_found_from_the_front_door() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = (one or other for one, other in LINK.findall(page.read_text(encoding="utf-8")))
        waiting += [page.parent / link.partition("#")[0] for link in links]
    assert [named(page) for page in PAGES if page.resolve() not in reached] == []


def test_every_picture_is_shown_somewhere() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [one.name for one in (ROOT / "docs/images").iterdir() if one.name not in told] == []


def test_the_reference_says_what_the_code_says() -> None:
    assert reference.stale(ROOT / "docs/reference") == [], "put right with: ./sanam docs"


@pytest.mark.parametrize("page", sorted((ROOT / "docs/adr").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_is_told_in_three_hundred_words(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").split()) <= 300


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN, ids=lambda page: page.stem)
def test_what_is_marked_to_run_runs(page: Path, tmp_path: Path) -> None:
    """As a newcomer would: an empty folder with `./sanam` in it, the blocks one after another in one shell."""
    blocks = [text for _, run, text in BLOCK.findall(page.read_text(encoding="utf-8")) if run]
    assert blocks
    command = tmp_path / "sanam"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sanam.interfaces.cli.main "$@"\n')
    command.chmod(0o755)
    (tmp_path / "var").mkdir()
    ours = {"SANAM_HOME", "SANAM_MEDIA", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    surroundings = {name: value for name, value in os.environ.items() if name not in ours}
    surroundings |= {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    script = "set -eu\n" + "\n".join(blocks)
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    if page.stem == "first-day":
        first_day_ended_well(done.stdout, tmp_path / "var")


def first_day_ended_well(told: str, kept: Path) -> None:
    """The export holds whom the page reads in, and whom it tells the reader to look for; the journal is whole."""
    exported = (kept / "elders.csv").read_text(encoding="utf-8-sig")
    assert "วันแรก" in exported
    assert "คล้าย" in exported
    assert re.search(r"^✓ [\d,]+ รายการ", told, re.MULTILINE)
