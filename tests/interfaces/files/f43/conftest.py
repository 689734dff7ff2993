"""Exports to read, made as a hospital's system would make them, or as somebody with a grudge would."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sanam.interfaces.files.f43.archive import open_archive
from sanam.interfaces.files.f43.tables import SourceLine
from tests.interfaces.files.f43.exports import LinesOf, MakeZip, all_lines


@pytest.fixture
def make_zip(tmp_path: Path) -> MakeZip:
    """`make_zip({"PERSON.txt": text or bytes})`: a zip; text becomes UTF-8."""

    def make(files: dict[str, str | bytes], *, packing: int = zipfile.ZIP_DEFLATED, name: str = "F43.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", packing) as archive:
            for inner, content in files.items():
                archive.writestr(inner, content)
        return path

    return make


@pytest.fixture
def lines_of(make_zip: MakeZip) -> LinesOf:
    """`lines_of("PERSON", content)`: the lines that come out of one table."""

    def read(file: str, content: str | bytes) -> list[SourceLine]:
        with open_archive(make_zip({f"{file}.txt": content})) as archive:
            return all_lines(archive)

    return read
