"""What hospitals send opens, however their system packs it."""

import zipfile

import pytest

from sanam.interfaces.files.f43.archive import open_archive
from tests.interfaces.files.f43.exports import PERSON, all_lines


@pytest.mark.parametrize(
    "name",
    [
        "PERSON.txt",
        "person.txt",
        "Person.TXT",
        "F43_99801_20261001/PERSON.txt",
        "a/b/c/d/e/f/g/person.TXT",
        "F43_99801\\PERSON.txt",
        "รพ.สต.สมมติ/PERSON.txt",
        "./PERSON.txt",
    ],
)
def test_a_table_is_found_by_its_name_in_any_folder_and_case(make_zip, name):
    with open_archive(make_zip({name: PERSON})) as archive:
        archive.check()
        assert [(member.name, member.size) for member in archive.members] == [("PERSON", len(PERSON.encode()))]
        assert len(all_lines(archive)) == 2


def test_a_folder_named_in_an_old_thai_code_page_is_no_obstacle(make_zip):
    path = make_zip({"XXXX/PERSON.txt": PERSON})
    path.write_bytes(path.read_bytes().replace(b"XXXX", "ควนข".encode("cp874")))

    with open_archive(path) as archive:
        archive.check()
        assert len(all_lines(archive)) == 2


def test_people_come_before_what_refers_to_them(make_zip):
    address = "HOSPCODE|PID|ADDRESSTYPE|D_UPDATE\n"
    with open_archive(make_zip({"ADDRESS.txt": address, "PERSON.txt": PERSON})) as archive:
        assert [member.name for member in archive.members] == ["PERSON", "ADDRESS"]


def test_the_files_of_several_hospitals_in_their_folders_are_all_found(make_zip):
    files = {"F43_99801/PERSON.txt": PERSON, "F43_99802/person.txt": PERSON, "F43_99801/HOME.txt": "HOSPCODE|HID\n"}
    with open_archive(make_zip(files)) as archive:
        archive.check()
        assert [member.folder for member in archive.named("PERSON")] == ["F43_99801", "F43_99802"]
        assert len(all_lines(archive)) == 4


def test_a_folder_is_told_by_its_name_only_where_that_is_a_plain_code(make_zip):
    with open_archive(make_zip({"นายสมชาย/PERSON.txt": PERSON, "PERSON.txt": PERSON})) as archive:
        assert all(member.folder.startswith("@") for member in archive.named("PERSON"))


def test_a_look_through_a_table_counts_its_rows_and_names_its_hospitals(make_zip):
    content = "\nPID|HOSPCODE|NAME\r\n1|99801|ก\r\n\r\n2| 99802|ข\r\n3\r\n4|x|ค"
    with open_archive(make_zip({"PERSON.txt": content})) as archive:
        scan = archive.scan(archive.members[0])
        assert (scan.rows, len(all_lines(archive))) == (4, 4)
        assert scan.hospitals == {"99801", "99802"}


def test_what_macos_adds_is_not_seen_and_strangers_are_named(make_zip):
    files = {
        "PERSON.txt": PERSON,
        "__MACOSX/._PERSON.txt": b"\0\1",
        ".DS_Store": b"\0",
        "readme.pdf": b"%PDF",
    }
    with open_archive(make_zip(files)) as archive:
        archive.check()
        assert len(archive.members) == 1
        assert archive.others == ("readme.pdf",)


def test_a_stored_zip_opens_like_a_packed_one(make_zip):
    with open_archive(make_zip({"PERSON.txt": PERSON}, packing=zipfile.ZIP_STORED)) as archive:
        assert len(all_lines(archive)) == 2


def test_a_zip_whose_one_file_is_a_zip_is_opened_one_level_down(make_zip):
    inner = make_zip({"PERSON.txt": PERSON}, name="inner.zip")
    outer = make_zip({"F43_99801.zip": inner.read_bytes()}, name="outer.zip")

    with open_archive(outer) as archive:
        archive.check()
        assert len(all_lines(archive)) == 2


def test_a_big_member_that_packs_as_text_does_is_fine(make_zip):
    # Above 10 MB, and about 30 to 1: plain exports shrink well.
    rows = "".join(f"99801||{n:06d}|1|003|สมชาย|ทองนุ่น|1|19420302|099|1|20261001083000\r\n" for n in range(120_000))
    path = make_zip({"PERSON.txt": PERSON + rows})

    with open_archive(path) as archive:
        assert archive.members[0].size > 10 * 1024**2
        archive.check()


def test_progress_counts_up_to_the_unpacked_size(make_zip):
    seen: list[int] = []
    with open_archive(make_zip({"PERSON.txt": PERSON, "notes.txt": b"x" * 100})) as archive:
        archive.check(seen.append)

    assert seen == sorted(seen)
    assert seen[-1] == len(PERSON.encode()) + 100
