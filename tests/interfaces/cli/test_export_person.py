"""`sanam export person`: everything about somebody, for a request of theirs that waits."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import requests
from sanam.domain.registry.rights.words import Asked
from tests.cast import Cast
from tests.domain.registry.rights.conftest import asked, seat_registrar
from tests.interfaces.cli.typing_it import Terminal


@pytest.fixture
def registrar(field: Cast) -> Actor:
    return seat_registrar(field)


def test_the_file_is_its_owners_alone(terminal: Terminal, registrar: Actor, ours: Person, tmp_path: Path) -> None:
    asked(registrar, ours, Asked.ACCESS)
    out = tmp_path / "everything.zip"
    typed = terminal.type("export", "person", str(ours.id), "--as", "registrar", "--out", str(out))
    assert (typed.code, typed.err) == (0, "")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with zipfile.ZipFile(out) as archive:
        assert json.loads(archive.read("everything.json"))["person"] == str(ours.id)


def test_without_a_request_there_is_no_file(terminal: Terminal, registrar: Actor, ours: Person, tmp_path: Path) -> None:
    line = ("export", "person", str(ours.id), "--as", "registrar", "--out", str(tmp_path / "x.zip"), "--json")
    assert json.loads(terminal.type(*line).out)["refused"]["code"] == "export.nobody_asked"
    requests.answer(by=registrar, request=asked(registrar, ours, Asked.ACCESS), text="ให้แล้ว")
    assert terminal.type(*line).code == 1
    assert not (tmp_path / "x.zip").exists()


def test_it_says_which_seat_and_which_file(
    terminal: Terminal, registrar: Actor, ours: Person, foreign: Person, tmp_path: Path
) -> None:
    asked(registrar, ours, Asked.ACCESS)
    assert terminal.type("export", "person", str(ours.id), "--as", "registrar").code == 1
    out = str(tmp_path / "x.zip")
    assert terminal.type("export", "person", str(ours.id), "--out", out).code == 1
    assert terminal.type("export", "person", str(ours.id), "--as", "nurse", "--out", out).code == 1
    strangers = [
        terminal.type("export", "person", one, "--as", "registrar", "--out", out).err
        for one in (str(foreign.id), "not-an-id")
    ]
    assert strangers[0] == strangers[1] != ""
