"""What was planted, as JSON: to hold a reader, a linkage or a page against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sanam.sample.f43_rows import FILES
from sanam.sample.things import District, Hospital, Pair, Person

HEADER_LINES = 1


def write(district: District, path: Path) -> None:
    """Write the truth of a district, made the same way each time."""
    text = json.dumps(of(district), ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")


def of(district: District) -> dict[str, Any]:
    """The truth as plain values.

    `same` and `different`: pairs of rows, each row (hospital, pid), with the kind of error or trap, how the
    IDs compare and both TYPEAREAs (rows with 4 are not read in unless the person is known). Every other two
    rows are two humans. `mistakes`: zip, file, line (the header is line 1), column, text, kind.
    """
    return {
        "district": district.code,
        "name": district.name,
        "today": district.today.isoformat(),
        "seed": district.seed,
        "persons": district.persons,
        "rows": sum(1 for _ in district.people()),
        "hospitals": [_hospital(hospital) for hospital in district.hospitals],
        "same": [_pair(pair) for pair in district.pairs if pair.same],
        "different": [_pair(pair) for pair in district.pairs if not pair.same],
        "mistakes": [mistake for hospital in district.hospitals for mistake in _mistakes(hospital)],
    }


def _hospital(hospital: Hospital) -> dict[str, Any]:
    style = hospital.style
    return {
        "code": hospital.code,
        "name": hospital.name,
        "zip": f"{hospital.archive_name}.zip",
        "encoding": style.encoding,
        "line_end": "CRLF" if style.newline == "\r\n" else "LF",
        "rows": {file: sum(1 for _ in rows(hospital)) for file, rows in FILES.items()},
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "rows": [_row(pair.one), _row(pair.other)],
        "kind": pair.kind,
        "ids": pair.ids,
        "typeareas": [pair.one.typearea, pair.other.typearea],
    }


def _row(person: Person) -> list[str]:
    return [person.hospital, person.pid]


def _mistakes(hospital: Hospital) -> Iterator[dict[str, Any]]:
    """Each slip of a hospital at the line where it stands."""
    slipped = {file for file, _ in hospital.slips}
    for file, rows in FILES.items():
        if file not in slipped:
            continue
        for line, (key, _) in enumerate(rows(hospital), start=1 + HEADER_LINES):
            for slip in hospital.slips.get((file, key), ()):
                yield {
                    "zip": f"{hospital.archive_name}.zip",
                    "file": file,
                    "line": line,
                    "column": slip.column,
                    "text": slip.text,
                    "kind": slip.kind,
                }
