"""One small invented district and its files, made once for all tests of the sample."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from sanam.sample import f43_export, truth
from sanam.sample.district import invent
from sanam.sample.things import District

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Export:
    """A district on disk: its zips and its truth."""

    paths: list[Path]
    truth: dict[str, Any]

    def lines(self, code: str, file: str) -> list[list[str]]:
        """The cells of every line of a hospital's file, the header first, in the manner the truth tells."""
        hospital = next(hospital for hospital in self.truth["hospitals"] if hospital["code"] == code)
        path = next(path for path in self.paths if path.name == hospital["zip"])
        end = {"CRLF": "\r\n", "LF": "\n"}[hospital["line_end"]]
        with ZipFile(path) as archive:
            member = next(name for name in archive.namelist() if name.upper().endswith(f"{file}.TXT"))
            text = archive.read(member).decode(hospital["encoding"])
        return [line.split("|") for line in text.removesuffix(end).split(end)]

    def rows(self, code: str, file: str) -> list[dict[str, str]]:
        """The rows of a hospital's file by upper-case column; those with a cell too many are left out."""
        header, *rows = self.lines(code, file)
        columns = [column.upper() for column in header]
        return [dict(zip(columns, row, strict=True)) for row in rows if len(row) == len(columns)]

    @property
    def codes(self) -> list[str]:
        return [hospital["code"] for hospital in self.truth["hospitals"]]


@pytest.fixture(scope="session")
def district() -> District:
    return invent(persons=6000, seed=1, today=TODAY)


@pytest.fixture(scope="session")
def export(district: District, tmp_path_factory: pytest.TempPathFactory) -> Export:
    folder = tmp_path_factory.mktemp("f43")
    paths = f43_export.write(district, folder)
    truth.write(district, folder / "truth.json")
    return Export(paths, json.loads((folder / "truth.json").read_text(encoding="utf-8")))
