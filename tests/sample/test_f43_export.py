"""The zips are what the ministry's systems write, each hospital in its own manner."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from sanam.sample import f43_export
from sanam.sample.district import invent
from sanam.sample.f43_columns import COLUMNS, columns_of
from sanam.sample.f43_rows import FILES
from sanam.sample.hospitals import STYLES
from sanam.sample.things import District
from tests.sample.conftest import TODAY, Export


def digests(paths: list[Path]) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


def test_one_zip_a_hospital_named_as_the_ministry_names_them(export: Export) -> None:
    assert len(export.paths) == 12
    for path in export.paths:
        assert re.fullmatch(r"F43_993\d\d_202611\d{8}\.zip", path.name)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    one, again, other = (invent(persons=600, seed=seed, today=TODAY) for seed in (7, 7, 8))
    written = [digests(f43_export.write(d, tmp_path / str(n))) for n, d in enumerate((one, again, other))]
    assert written[0] == written[1]
    assert not set(written[0]) & set(written[2])


def test_every_line_has_the_cells_of_its_header(district: District, export: Export) -> None:
    broken = {(m["zip"], m["file"], m["line"]) for m in export.truth["mistakes"] if m["kind"] == "one_cell_too_many"}
    for hospital in district.hospitals:
        for file in FILES:
            header, *rows = export.lines(hospital.code, file)
            for line, row in enumerate(rows, start=2):
                extra = (f"{hospital.archive_name}.zip", file, line) in broken
                assert len(row) == len(header) + extra, (file, line)


def test_the_truth_counts_the_rows_of_every_file(export: Export) -> None:
    for hospital in export.truth["hospitals"]:
        for file, count in hospital["rows"].items():
            assert len(export.lines(hospital["code"], file)) - 1 == count


def test_the_header_has_the_standards_columns() -> None:
    assert len(COLUMNS["PERSON"].split()) == 34
    assert len(COLUMNS["HOME"].split()) == 39
    assert columns_of("PERSON", STYLES["01"])[:4] == ("HOSPCODE", "CID", "PID", "HID")


def test_hospitals_differ_in_every_way_a_reader_must_bear(district: District, export: Export) -> None:
    headers = {h.tambon: export.lines(h.code, "PERSON")[0] for h in district.hospitals}
    names = {h.tambon: ZipFile(p).namelist() for h, p in zip(district.hospitals, export.paths, strict=True)}
    assert headers["04"][0] == "hospcode"
    assert headers["10"][:3] == ["HOSPCODE", "HOSPCODE9", "MOBILE"]
    assert "HOSPCODE9" not in headers["09"]
    assert headers["11"][-2:] == ["HN_OLD", "REMARK"]
    assert names["12"][0].startswith("F43_99312_")
    assert names["12"][0].endswith("/PERSON.txt")
    assert names["16"][0] == "person.txt"


@pytest.mark.parametrize(("tambon", "encoding"), [("02", "tis-620"), ("01", "utf-8"), ("13", "utf-8-sig")])
def test_bytes_are_in_the_encoding_the_truth_names(export: Export, tambon: str, encoding: str) -> None:
    hospital = next(h for h in export.truth["hospitals"] if h["code"] == f"993{tambon}")
    assert hospital["encoding"] == encoding
    path = next(path for path in export.paths if path.name == hospital["zip"])
    with ZipFile(path) as archive:
        raw = archive.read(archive.namelist()[0])
    assert raw.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    assert raw.count("\ufeff".encode()) <= 1
    if encoding == "tis-620":
        with pytest.raises(UnicodeDecodeError):
            raw.decode()


def test_one_hospital_ends_its_lines_with_lf_only(export: Export) -> None:
    ends = {hospital["code"]: hospital["line_end"] for hospital in export.truth["hospitals"]}
    path = next(path for path in export.paths if "_99306_" in path.name)
    assert ends["99306"] == "LF"
    with ZipFile(path) as archive:
        assert b"\r" not in archive.read(archive.namelist()[0])


def test_the_volunteer_is_a_pid_a_local_number_or_a_name(export: Export) -> None:
    def written(code: str) -> list[str]:
        return [row["VHVID"] for row in export.rows(code, "HOME") if row["VHVID"] not in {"", "999999"}]

    pids = {row["PID"]: row["VSTATUS"] for row in export.rows("99301", "PERSON")}
    assert {pids[pid] for pid in written("99301")} == {"2"}
    assert all(re.fullmatch(r"\d{4}", number) for number in written("99306"))
    assert all(re.fullmatch(r"(นาย|นาง|น\.ส\.)\S+ \S+", name) for name in written("99311"))


def test_rows_were_changed_lately_and_never_before_what_they_tell_of(export: Export) -> None:
    for code in export.codes:
        for row in export.rows(code, "PERSON"):
            assert re.fullmatch(r"202[1-6]\d{10}", row["D_UPDATE"]), row["D_UPDATE"]
        for row in export.rows(code, "FUNCTIONAL"):
            assert row["D_UPDATE"] >= row["DATE_SERV"]
