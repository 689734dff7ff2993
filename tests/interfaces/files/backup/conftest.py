"""Installations to back up and to restore into, on both engines."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings

from tests.installations import Installation, built

Anew = Callable[[], Installation]


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A district on SQLite that nobody changes."""
    return built(tmp_path_factory.mktemp("standing"))


@pytest.fixture(scope="session")
def backup(standing: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its backup."""
    path = tmp_path_factory.mktemp("backups") / "district.zip"
    standing.done("backup", str(path))
    return path


@pytest.fixture
def empty(tmp_path: Path, standing: Installation) -> Installation:
    """An empty machine with the keys that were kept apart."""
    return Installation(tmp_path / "empty").with_keys_of(standing)


@pytest.fixture
def on_postgresql(tmp_path: Path) -> Iterator[Anew]:
    """Makes installations with a PostgreSQL database of their own, on the server of this test run."""
    said = settings.DATABASES["default"]
    server = f"postgres://{said['USER']}:{quote(said['PASSWORD'])}@{said['HOST']}:{said['PORT']}"
    made: list[str] = []

    def anew() -> Installation:
        name = f"sanam_{secrets.token_hex(6)}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return Installation(tmp_path / name, f"{server}/{name}")

    yield anew
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        for name in made:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
