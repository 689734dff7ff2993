"""The bytes themselves: the database file, its log, the pictures, and a backup; in every way Thai may be written."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cast import number
from tests.installations import Installation

VALUES = ("กุหลาบทอง", "ดอกไม้หายาก", "ยายกุหลาบหาย", number(987654))
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp874")


def step(home: Installation, name: str) -> dict[str, object]:
    sent = home.home / "in"
    sent.mkdir(exist_ok=True)
    done = home.run("tests.domain.registry.rights.erased_installation", str(sent), name)
    assert done.returncode == 0, done.stderr[-3000:]
    for one in sent.iterdir():
        one.unlink()
    return dict(json.loads(done.stdout.splitlines()[-1]))


def standing(home: Path) -> set[tuple[str, str, str]]:
    """(file, value, way of writing) of each value found in a file of the installation; keys apart."""
    found = set()
    for path in (one for one in home.rglob("*") if one.is_file() and one.name != "keys.json"):
        held = path.read_bytes()
        for value in VALUES:
            ways = {way: value.encode(way) for way in ENCODINGS} | {"json": json.dumps(value)[1:-1].encode()}
            found |= {(path.name, value, way) for way, written in ways.items() if written in held}
    return found


def backed_up(home: Installation, name: str) -> set[str]:
    """The values that a backup taken now holds, unpacked; the file itself leaves the installation at once."""
    path = home.home / name
    home.done("backup", str(path))
    with zipfile.ZipFile(path) as archive:
        told = b"".join(archive.read(member) for member in archive.namelist())
    path.unlink()
    return {value for value in VALUES if value.encode() in told or json.dumps(value)[1:-1].encode() in told}


@pytest.mark.slow
def test_not_a_byte_of_the_person_is_left_on_the_disk(tmp_path: Path) -> None:
    home = Installation(tmp_path)
    assert step(home, "known") == {"whole": True, "people": 301}
    assert {value for _, value, _ in standing(tmp_path)} == {*VALUES[:3]}  # the number was never in the clear
    assert backed_up(home, "before.zip") == {*VALUES[:3]}
    assert step(home, "erased") == {"whole": True, "people": 300}
    assert standing(tmp_path) == set()
    assert backed_up(home, "after.zip") == set()
    assert standing(tmp_path) == set()
