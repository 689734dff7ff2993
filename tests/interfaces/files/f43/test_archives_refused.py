"""What is not safe or not whole is turned away in one sentence, in both languages."""

import stat
import struct
import zipfile

import pytest

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.f43 import entries
from sanam.interfaces.files.f43.archive import open_archive
from sanam.interfaces.files.f43.refusals import REFUSALS
from tests.interfaces.files.f43.exports import PERSON, all_lines


def refused(path) -> str:
    """The code with which the whole of opening and checking is refused."""
    with pytest.raises(BadInput) as caught, open_archive(path) as archive:
        archive.check()
    assert caught.value.th
    assert caught.value.en
    return caught.value.code


def flip(path, at: int, value: int | None = None) -> None:
    content = bytearray(path.read_bytes())
    content[at] = content[at] ^ 0xFF if value is None else value
    path.write_bytes(content)


def test_a_file_that_is_not_there(tmp_path):
    assert refused(tmp_path / "none.zip") == "f43.no_file"


@pytest.mark.parametrize("content", [b"", b"HOSPCODE|PID\n", b"Rar!\x1a\x07" * 50])
def test_a_file_that_is_not_a_zip(tmp_path, content):
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert refused(path) == "f43.not_a_zip"


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_a_zip_cut_short(make_zip, kept):
    path = make_zip({"PERSON.txt": PERSON * 50})
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refused(path) == "f43.truncated"


def test_damage_in_the_middle_is_found_before_anything_is_applied(make_zip):
    path = make_zip({"PERSON.txt": PERSON * 50}, packing=zipfile.ZIP_STORED)
    flip(path, 500)
    with open_archive(path) as archive:
        assert archive.members  # the table of contents alone does not show it
    assert refused(path) == "f43.truncated"


def test_damage_in_a_file_that_is_not_ours_counts_too(make_zip):
    path = make_zip({"a.bin": b"x" * 400, "PERSON.txt": PERSON}, packing=zipfile.ZIP_STORED)
    flip(path, 200)
    assert refused(path) == "f43.truncated"


def test_a_zip_with_a_password(make_zip):
    path = make_zip({"PERSON.txt": PERSON})
    flip(path, path.read_bytes().index(b"PK\x01\x02") + 8, 1)
    assert refused(path) == "f43.encrypted"


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_packing_that_can_ask_for_any_memory(make_zip, packing):
    assert refused(make_zip({"PERSON.txt": PERSON}, packing=packing)) == "f43.compression"


@pytest.mark.parametrize(
    "name",
    ["/PERSON.txt", "../PERSON.txt", "a/../../PERSON.txt", "C:\\x\\PERSON.txt", "..\\PERSON.txt",
     "\\\\s\\PERSON.txt", "a\nb/PERSON.txt"],
)  # fmt: skip
def test_a_name_that_points_elsewhere(make_zip, name):
    assert refused(make_zip({name: PERSON})) == "f43.path"


def test_a_nul_in_a_name(make_zip):
    path = make_zip({"PERSON.txtX": PERSON})
    path.write_bytes(path.read_bytes().replace(b"PERSON.txtX", b"PERSON.txt\0"))
    assert refused(path) == "f43.path"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_a_device(tmp_path, kind):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("PERSON.txt")
        entry.external_attr = (kind | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    assert refused(path) == "f43.path"


@pytest.mark.parametrize("name", ["PERSON.txt", "innocent.bin"])
def test_a_member_above_10_mb_that_unpacks_more_than_200_to_1(make_zip, name):
    assert refused(make_zip({"HOME.txt": "HOSPCODE|HID\n", name: b" " * (11 * 1024**2)})) == "f43.bomb"


def test_more_than_8_gb_in_all_by_what_the_zip_claims(make_zip):
    path = make_zip({"PERSON.txt": PERSON, "HOME.txt": b"\x01" * 60}, packing=zipfile.ZIP_STORED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "MOST_BYTES", 200)
        assert refused(path) == "f43.too_big"


def test_a_claimed_size_that_is_a_lie(make_zip):
    path = make_zip({"PERSON.txt": PERSON * 50})
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    for lie in (10, len(PERSON.encode()) * 50 + 1000):
        content[at : at + 4] = struct.pack("<L", lie)
        path.write_bytes(content)
        assert refused(path) == "f43.truncated"


def test_entries_that_share_their_bytes(tmp_path):
    # Two names in the table of contents, one local header: the way a small zip unpacks to petabytes.
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("PERSON.txt", PERSON)
        twin = zipfile.ZipInfo("PERSON.txt")
        for slot in ("CRC", "compress_size", "file_size", "header_offset"):
            setattr(twin, slot, getattr(archive.infolist()[0], slot))
        twin.filename = "OTHER.bin"
        archive.filelist.append(twin)
        archive._didModify = True
    assert refused(path) == "f43.overlap"


def test_no_file_of_the_43(make_zip):
    assert refused(make_zip({"readme.txt": "hello", "PERSONS.txt": PERSON})) == "f43.no_known_file"


def test_several_zips_in_one_and_zips_in_zips(make_zip):
    inner = make_zip({"PERSON.txt": PERSON}, name="inner.zip").read_bytes()
    assert refused(make_zip({"a.zip": inner, "b.zip": inner}, name="two.zip")) == "f43.zip_inside"
    deeper = make_zip({"a.zip": inner}, name="deeper.zip").read_bytes()
    assert refused(make_zip({"b.zip": deeper}, name="deepest.zip")) == "f43.zip_inside"


def test_far_too_many_files(make_zip):
    assert refused(make_zip({f"{n}.x": b"" for n in range(10_001)})) == "f43.too_many"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PERSON + "99801|\0|3\r\n", "f43.nul"),
        (PERSON.encode("utf-16"), "f43.nul"),
        (PERSON + "|" * 500 + "\r\n", "f43.too_many_columns"),
        ("HOSPCODE|PID|" + "|".join(f"X{n}" for n in range(499)) + "\n", "f43.too_many_columns"),
        (PERSON + "x" * (3 * 1024**2), "f43.line_too_long"),
        (PERSON.split("\r\n", 1)[1], "f43.no_header"),
        (PERSON.replace("|", ","), "f43.no_header"),
        ("HOSPCODE|CID|NAME\n", "f43.missing_column"),
        ("HOSPCODE|PID|NAME|name\n", "f43.same_column_twice"),
    ],
)
def test_a_table_that_is_none(make_zip, content, code):
    path = make_zip({"PERSON.txt": content}, packing=zipfile.ZIP_STORED)
    assert refused(path) == code
    with pytest.raises(BadInput) as caught, open_archive(path) as archive:
        all_lines(archive)  # reading without the check is no way round it
    assert caught.value.code == code
    assert caught.value.details["file"] == "PERSON"


def test_exactly_500_columns_are_read(lines_of):
    header = "HOSPCODE|PID|" + "|".join(f"X{n}" for n in range(498))
    assert len(lines_of("PERSON", f"{header}\n99801|1|{'|' * 497}\n")[0].values) == 500


def test_every_sentence_is_there_in_both_languages():
    for thai, english in REFUSALS.values():
        assert any("ก" <= letter <= "๙" for letter in thai)
        assert english.isascii()
