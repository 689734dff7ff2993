"""A table's cells come out under their column's name, in any encoding and line ending, and never shifted."""

import pytest

from sanam.interfaces.files.f43.archive import open_archive
from sanam.interfaces.files.f43.tables import header_problems, read_table
from tests.interfaces.files.f43.exports import PERSON


def names(lines) -> list[str]:
    return [line.values["NAME"] for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620"])
def test_each_file_tells_its_own_encoding(lines_of, encoding):
    lines = lines_of("PERSON", PERSON.encode(encoding))

    assert names(lines) == ["สมชาย", "เอียด"]
    assert lines[0].values["HOSPCODE"] == "99801"
    assert not any(line.problem for line in lines)


def test_two_files_of_one_zip_may_differ(make_zip):
    home = "HOSPCODE|HID|VILLANAME\n99801|1|บ้านโคก\n"
    files = {"PERSON.txt": PERSON.encode("cp874"), "HOME.txt": home.encode()}
    with open_archive(make_zip(files)) as archive:
        person, home_file = archive.members
        assert names(read_table(archive, person)) == ["สมชาย", "เอียด"]
        assert next(read_table(archive, home_file)).values["VILLANAME"] == "บ้านโคก"


def test_the_encoding_is_decided_on_the_whole_file(lines_of):
    plain = "HOSPCODE|PID|NAME\n" + "99801|1|SMITH\n" * 200_000
    lines = lines_of("PERSON", plain.encode() + "99801|2|เอียด\n".encode("cp874"))
    assert (len(lines), lines[-1].values["NAME"]) == (200_001, "เอียด")


def test_one_letter_cut_in_half_spoils_only_its_own_line(lines_of):
    broken = PERSON.encode().replace("สมชาย".encode(), "สมชาย".encode()[:-1])
    first, second = lines_of("PERSON", broken)

    assert (first.problem.code, first.line, first.values["NAME"]) == ("encoding", 2, "สมชา\ufffd")
    assert (second.problem, second.values["NAME"]) == (None, "เอียด")


def test_bytes_that_are_in_no_code_page_are_said(lines_of):
    content = PERSON.encode("cp874").replace("ทองนุ่น".encode("cp874"), b"\xdb\xfc", 1)
    first, second = lines_of("PERSON", content)
    assert (first.problem.code, first.values["LNAME"]) == ("encoding", "\ufffd\ufffd")
    assert (second.problem, second.values["LNAME"]) == (None, "ทองนุ่น")


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_any_line_ending_and_a_last_line_without_one(lines_of, ending, last):
    content = PERSON.replace("\r\n", ending)
    lines = lines_of("PERSON", content if last else content.removesuffix(ending))
    assert [(line.line, line.values["NAME"]) for line in lines] == [(2, "สมชาย"), (3, "เอียด")]


def test_a_crlf_may_fall_between_two_pieces_of_the_file(lines_of):
    header = "HOSPCODE|PID|NAME\r\n"
    row = "99801|{}|x\r\n"
    # So that byte 1,048,576 is the LF of a CRLF.
    filler = "99801|0|" + "y" * (1024**2 - len(header) - len("99801|0|") - 1) + "\r\n"
    lines = lines_of("PERSON", header + filler + row.format(1) + row.format(2))
    assert [line.line for line in lines] == [2, 3, 4]


def test_only_line_ends_end_a_line(lines_of):
    # Unicode has other line separators, and some turn up in typed text.
    content = "HOSPCODE|PID|NAME\n99801|1|a\u2028b\x0bc\x85d\n"
    assert names(lines_of("PERSON", content)) == ["a\u2028b\x0bc\x85d"]


def test_columns_are_found_by_name_in_any_order_and_case_with_strangers_kept(lines_of):
    content = " pid |Remark| NAME|HospCode\n 000001 | สวน | สมชาย |99801\n"
    (line,) = lines_of("PERSON", content)
    assert line.values == {"PID": "000001", "REMARK": "สวน", "NAME": "สมชาย", "HOSPCODE": "99801"}


def test_two_strangers_of_one_name_are_both_kept(lines_of):
    (line,) = lines_of("PERSON", "HOSPCODE|PID|NOTE|NOTE\n99801|1|a|b\n")
    assert (line.values["NOTE"], line.values["NOTE.2"]) == ("a", "b")


def test_quotes_are_plain_text(lines_of):
    (line,) = lines_of("PERSON", 'HOSPCODE|PID|NAME\n99801|1|"สม|\n99801|2|"ชาย"\n')[1:]
    assert line.values["NAME"] == '"ชาย"'


@pytest.mark.parametrize(("cells", "code"), [("99801|1", "short_row"), ("99801|1|a|b", "long_row")])
def test_a_line_with_other_cells_than_the_header_is_said_and_not_shifted(lines_of, cells, code):
    odd, whole = lines_of("PERSON", f"HOSPCODE|PID|NAME\n{cells}\n99801|2|เอียด\n")

    assert (odd.problem.code, odd.line, odd.values, odd.raw) == (code, 2, {}, cells)
    assert whole.values["NAME"] == "เอียด"


@pytest.mark.parametrize("header", ["HOSPCODE|PID|NAME", "HOSPCODE|PID|NAME|"])
@pytest.mark.parametrize("row", ["99801|1|สมชาย", "99801|1|สมชาย|", "99801|1|สมชาย||"])
def test_a_bar_at_the_end_is_no_column(lines_of, header, row):
    (line,) = lines_of("PERSON", f"{header}\n{row}\n")
    assert (line.problem, line.values["NAME"]) == (None, "สมชาย")


def test_blank_lines_are_passed_over_and_still_counted(lines_of):
    content = "\n \nHOSPCODE|PID|NAME\n\n99801|1|a\n   \n99801|2|b\n\x1a"
    assert [line.line for line in lines_of("PERSON", content)] == [5, 7]


@pytest.mark.parametrize("content", ["", "\r\n", "HOSPCODE|PID|NAME", "HOSPCODE|PID\r\n", "\x1a"])
def test_an_empty_table_has_no_lines(lines_of, content):
    assert lines_of("PERSON", content) == []


def test_a_column_that_should_be_there_is_said_once_not_on_every_line(make_zip):
    content = "HOSPCODE|PID|PRENAME|NAME|LNAME|SEX|NATION|TYPEAREA|D_UPDATE\n"
    with open_archive(make_zip({"PERSON.txt": content})) as archive:
        (problem,) = header_problems(archive, archive.members[0])
    assert (problem.line, problem.column, problem.code) == (1, "BIRTH", "missing_column")
    assert "BIRTH" in problem.message
    assert problem.th in problem.message
    assert problem.en in problem.message


def test_a_table_with_nothing_in_it_is_told(make_zip):
    with open_archive(make_zip({"PERSON.txt": "\r\n"})) as archive:
        (problem,) = header_problems(archive, archive.members[0])
    assert (problem.line, problem.code) == (1, "empty_file")
