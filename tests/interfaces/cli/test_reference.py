"""`sanam docs`: the reference pages say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps

from sanam.domain.foundation.refused import Refused
from sanam.domain.parameters.catalogue import DIALS, YES
from sanam.domain.teams.closing import CLOSED_TO
from sanam.domain.teams.words import ROLES
from sanam.interfaces.cli import checkout, reference
from sanam.interfaces.cli.main import known_verbs
from sanam.interfaces.cli.reference import surroundings
from sanam.interfaces.files.f43.problems import KINDS
from sanam.interfaces.files.f43.refusals import REFUSALS
from tests.interfaces.cli.typing_it import Terminal


def made(name: str) -> str:
    return reference.text_of(reference.pages()[name])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cli.md", [f"## {verb}\n" for verb in known_verbs()]),
        ("roles.md", list(ROLES)),
        ("freshness.md", [*(name for name, dial in DIALS.items() if dial.unit != YES), *CLOSED_TO]),
        ("f43-problems.md", list(KINDS)),
        ("f43-refusals.md", list(REFUSALS)),
        ("settings.md", ["SANAM_HOSTS", "SANAM_TLS", "SANAM_KEYS_FILE", "SANAM_KEY_…", "DATABASE_URL"]),
        ("urls.md", ["/people/<uuid:person_id>/history/"]),
    ],
)
def test_a_page_names_everything_it_is_about(name: str, words: list[str]) -> None:
    page = made(name)
    assert [word for word in words if word not in page] == []
    assert "do not edit" in page.splitlines()[0]


def test_every_stored_field_stands_with_its_mark() -> None:
    page = made("privacy.md")
    for model in apps.get_models():
        if model.__module__.startswith("sanam."):
            for field in model._meta.concrete_fields:
                assert f"| {model.__name__} | `{field.name}` | " in page
    assert "` |  |" not in page


@pytest.mark.parametrize("locale", ["th_TH.UTF-8", "C"])
def test_a_page_is_the_same_wherever_it_is_made(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    before = made("cli.md")
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("COLUMNS", "40")
    assert made("cli.md") == before


def test_a_stale_page_is_named_and_then_put_right(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkout, "require", lambda: tmp_path)
    assert set(terminal.type("docs", "--json").document["written"]) == set(reference.pages())
    page = tmp_path / "docs/reference/roles.md"
    page.write_text(page.read_text().replace("อสม.", "อสส."))
    stale = terminal.type("docs", "--check", "--json")
    assert (stale.code, stale.document) == (1, {"stale": ["roles.md"]})
    assert "docs/reference/roles.md" in terminal.type("docs", "--check").err
    assert terminal.type("docs", "--json").document == {"written": ["roles.md"]}
    assert terminal.type("docs", "--check").code == 0


def test_a_setting_that_nobody_described_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    described = {name: said for name, said in surroundings.SAID.items() if name != "SANAM_TLS"}
    monkeypatch.setattr(surroundings, "SAID", described)
    with pytest.raises(Refused, match="SANAM_TLS"):
        surroundings.settings()
