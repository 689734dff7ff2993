"""Writing each hospital's export as its own system would: one zip, one text file a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sanam.sample.f43_columns import EXTRA, columns_of
from sanam.sample.f43_rows import FILES
from sanam.sample.things import District, Hospital

_LINES_AT_ONCE = 2000
_MADE_ON_WINDOWS = 0


def write(district: District, folder: Path) -> list[Path]:
    """Write one `F43_{HOSPCODE}_{YYYYMMDDHHMMSS}.zip` a hospital into `folder`; returns them in order.

    The same district gives the same bytes. Lines are written as they are made: memory stays flat.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_one(hospital, folder) for hospital in district.hospitals]


def lines(hospital: Hospital, file: str) -> Iterator[str]:
    """The lines of one file without their ends, its header first."""
    style = hospital.style
    columns = columns_of(file, style)
    header = "|".join(columns)
    yield header if style.upper else header.lower()
    extra = {column: EXTRA[column] for column in style.extra}
    for key, row in FILES[file](hospital):
        for slip in hospital.slips.get((file, key), ()):
            row[slip.column] = slip.text
        row |= extra
        yield "|".join([row.get(column, "") for column in columns])


def member_name(hospital: Hospital, file: str) -> str:
    """The file's name inside the zip."""
    name = f"{file}.txt" if hospital.style.upper else f"{file.lower()}.txt"
    return f"{hospital.archive_name}/{name}" if hospital.style.folder else name


def _write_one(hospital: Hospital, folder: Path) -> Path:
    path = folder / f"{hospital.archive_name}.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for file in FILES:
            entry = ZipInfo(member_name(hospital, file), hospital.exported.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _MADE_ON_WINDOWS
            with archive.open(entry, "w") as member:
                for some in _encoded(hospital, file):
                    member.write(some)
    return path


def _encoded(hospital: Hospital, file: str) -> Iterator[bytes]:
    """The file's bytes, some thousand lines at a time; a byte-order mark stands only at the beginning."""
    source, style = lines(hospital, file), hospital.style
    encoding = style.encoding
    while some := list(islice(source, _LINES_AT_ONCE)):
        yield "".join(f"{line}{style.newline}" for line in some).encode(encoding)
        encoding = "utf-8" if encoding == "utf-8-sig" else encoding
