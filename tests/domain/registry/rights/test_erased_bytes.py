"""The bytes themselves: the database file, its log, the pictures, and a backup; in every way Thai may be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cast import number

ROOT = Path(__file__).resolve().parents[4]
VALUES = ("กุหลาบทอง", "ดอกไม้หายาก", "ยายกุหลาบหาย", number(987654))
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp874")


def step(home: Path, name: str) -> dict[str, object]:
    (home / "in").mkdir(exist_ok=True)
    told = run(home, "tests.domain.registry.rights.erased_installation", str(home / "in"), name)
    for sent in (home / "in").iterdir():
        sent.unlink()
    return dict(json.loads(told.splitlines()[-1]))


def run(home: Path, *line: str) -> str:
    ours = {"SANAM_MEDIA", "DATABASE_URL"}
    surroundings = {key: value for key, value in os.environ.items() if key not in ours}
    surroundings |= {"SANAM_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    surroundings["DJANGO_SETTINGS_MODULE"] = "tests.installed"
    command = [sys.executable, "-m", *line]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def standing(home: Path) -> set[tuple[str, str, str]]:
    """(file, value, way of writing) of each value found in a file of the installation; keys apart."""
    found = set()
    for path in (one for one in home.rglob("*") if one.is_file() and one.name != "keys.json"):
        held = path.read_bytes()
        for value in VALUES:
            ways = {way: value.encode(way) for way in ENCODINGS} | {"json": json.dumps(value)[1:-1].encode()}
            found |= {(path.name, value, way) for way, written in ways.items() if written in held}
    return found


def backed_up(home: Path, name: str) -> set[str]:
    """The values that a backup taken now holds, unpacked; the file itself leaves the installation at once."""
    path = home / name
    run(home, "sanam.interfaces.cli.main", "backup", str(path))
    with zipfile.ZipFile(path) as archive:
        told = b"".join(archive.read(member) for member in archive.namelist())
    path.unlink()
    return {value for value in VALUES if value.encode() in told or json.dumps(value)[1:-1].encode() in told}


@pytest.mark.slow
def test_not_a_byte_of_the_person_is_left_on_the_disk(tmp_path: Path) -> None:
    assert step(tmp_path, "known") == {"whole": True, "people": 301}
    assert {value for _, value, _ in standing(tmp_path)} == {*VALUES[:3]}  # the number was never in the clear
    assert backed_up(tmp_path, "before.zip") == {*VALUES[:3]}
    assert step(tmp_path, "erased") == {"whole": True, "people": 300}
    assert standing(tmp_path) == set()
    assert backed_up(tmp_path, "after.zip") == set()
    assert standing(tmp_path) == set()
