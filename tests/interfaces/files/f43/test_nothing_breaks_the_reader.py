"""Whatever is in the file, the answer is rows or one plain refusal, and it comes soon."""

import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.f43.archive import open_archive
from sanam.interfaces.files.f43.columns import LAYOUTS
from sanam.interfaces.files.f43.rows import READERS
from sanam.interfaces.files.f43.tables import SourceLine, read_table
from tests.interfaces.files.f43.exports import PERSON, TODAY

HOME = "HOSPCODE|HID|HOUSE|VILLAGE|TAMBON|AMPUR|CHANGWAT|D_UPDATE\n99801|1|9|04|01|05|93|20261001083000\n"

COLUMNS = sorted({column.name for file in READERS for column in LAYOUTS[file]})


def good(packing: int) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packing) as archive:
        archive.writestr("F43/PERSON.txt", PERSON * 5)
        archive.writestr("F43/HOME.txt", HOME.encode("cp874"))
        archive.writestr("notes.bin", bytes(range(200)))
    return written.getvalue()


GOOD = {packing: good(packing) for packing in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)}


def read_everything(path, *, checked: bool) -> None:
    with open_archive(path) as archive:
        if checked:
            archive.check()
        for member in archive.members:
            for line in read_table(archive, member):
                READERS[member.name](line, today=TODAY)


def attempt(path, content: bytes) -> None:
    path.write_bytes(content)
    for checked in (True, False):
        try:
            read_everything(path, checked=checked)
        except BadInput as refused:
            assert refused.code.startswith("f43.")  # noqa: PT017 — no refusal is an answer too


@pytest.mark.parametrize("packing", GOOD)
def test_flipped_bits_are_rows_or_a_refusal(tmp_path, packing):
    chance = random.Random(packing)
    for _ in range(400):
        content = bytearray(GOOD[packing])
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        attempt(tmp_path / "a.zip", bytes(content))


@pytest.mark.parametrize("packing", GOOD)
def test_every_byte_of_the_table_of_contents_may_be_wrong(tmp_path, packing):
    content = GOOD[packing]
    for at in range(content.index(b"PK\x01\x02"), len(content)):
        for wrong in (0x00, 0xFF):
            attempt(tmp_path / "a.zip", content[:at] + bytes([wrong]) + content[at + 1 :])


@pytest.mark.parametrize("packing", GOOD)
def test_a_cut_anywhere_is_refused(tmp_path, packing):
    path = tmp_path / "a.zip"
    for kept in range(0, len(GOOD[packing]), 7):
        path.write_bytes(GOOD[packing][:kept])
        with pytest.raises(BadInput):
            read_everything(path, checked=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(table=st.binary(max_size=300) | st.text("|\r\n\t 09กเ\u0e33\ufeff\x1aA", max_size=200).map(str.encode))
def test_any_bytes_below_a_header_are_rows_or_a_refusal(tmp_path, table):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("PERSON.txt", b"HOSPCODE|PID|NAME\n" + table)
        archive.writestr("HOME.txt", table)
    attempt(path, path.read_bytes())


@given(
    file=st.sampled_from(sorted(READERS)),
    cells=st.dictionaries(
        st.sampled_from(COLUMNS),
        st.text(max_size=20) | st.text("0123456789", max_size=14),
    ),
)
def test_no_cell_breaks_a_row(file, cells):
    line = SourceLine(file, 2, {"HOSPCODE": "99801", "PID": "1", "HID": "1"} | cells)
    _, problems = READERS[file](line, today=TODAY)
    assert all(problem.th and problem.en for problem in problems)


def test_a_checked_zip_is_refused_no_more(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(GOOD[zipfile.ZIP_DEFLATED])
    read_everything(path, checked=True)
