"""PERSON: what a line says, what was odd about it, and never a person turned away for it."""

import pytest

from sanam.domain.foundation import national_id
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.columns import LAYOUTS
from sanam.interfaces.files.f43.problems import KINDS
from sanam.interfaces.files.f43.rows import read_person
from tests.interfaces.files.f43.exports import TODAY, line

WHOLE = {
    "HOSPCODE": "99801",
    "CID": national_id.nobody(1),
    "PID": "000001",
    "HID": "12",
    "PRENAME": "005",
    "NAME": "เอียด",
    "LNAME": "ทองนุ่น",
    "SEX": "2",
    "BIRTH": "19420302",
    "MSTATUS": "3",
    "NATION": "099",
    "RELIGION": "01",
    "OCCUPATION_OLD": "001",
    "OCCUPATION_NEW": "6111",
    "EDUCATION": "02",
    "FSTATUS": "1",
    "VSTATUS": "2",
    "DISCHARGE": "9",
    "TYPEAREA": "1",
    "D_UPDATE": "20261001083000",
    "MOBILE": "0000000001",
}

CODED = ("SEX", "MSTATUS", "FSTATUS", "VSTATUS", "DISCHARGE", "TYPEAREA", "NATION")
REQUIRED = [column.name for column in LAYOUTS["PERSON"] if column.required and not column.key]


def read(**changed: str):
    return read_person(line("PERSON", **{**WHOLE, **changed}), today=TODAY)


def said(problems) -> list[tuple[str, str]]:
    return [(problem.column, problem.code) for problem in problems]


def test_a_whole_line():
    row, problems = read()
    assert problems == []
    assert (row.hospcode, row.pid, row.cid, row.cid_problem) == ("99801", "000001", national_id.nobody(1), "")
    assert (row.prefix, row.given, row.family, row.sex) == ("นาง", "เอียด", "ทองนุ่น", "female")
    assert row.birth == PartialDate(1942, 3, 2)
    assert (row.marital, row.nation, row.religion) == ("widowed", "099", "01")
    assert (row.occupation, row.education) == ("6111", "02")
    assert (row.household_role, row.village_role) == ("head", "volunteer")
    assert (row.life, row.life_on, row.typearea) == ("alive", None, "1")
    assert row.stamped_at == "20261001083000"
    assert row.phones == ("0000000001",)
    assert row.values == WHOLE


@pytest.mark.parametrize(
    ("cid", "kept", "problem"),
    [
        ("", "", "missing"),
        ("12345", "", "length"),
        ("1111111111119", "1111111111119", "dummy"),
        ("3981000000012", "3981000000012", "check_digit"),
    ],
)
def test_a_person_without_a_good_number_is_kept_and_flagged(cid, kept, problem):
    row, problems = read(CID=cid)
    assert (row.cid, row.cid_problem, row.given) == (kept, problem, "เอียด")
    assert said(problems) == [("CID", f"cid_{problem}")]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("HOSPCODE", "", "missing_key"),
        ("HOSPCODE", "รพ.สต.", "bad_key"),
        ("PID", "", "missing_key"),
        ("PID", "1" * 16, "bad_key"),
    ],
)
def test_a_line_that_can_be_nobodys_is_left_out(column, value, code):
    row, problems = read(**{column: value})
    assert (row, said(problems)) == (None, [(column, code)])
    assert problems[0].row_left_out


@pytest.mark.parametrize("column", ["PRENAME", "NAME", "LNAME", "SEX", "BIRTH", "NATION", "TYPEAREA", "D_UPDATE"])
def test_what_should_be_there_and_is_not_is_said_and_the_row_kept(column):
    row, problems = read(**{column: ""})
    assert row
    assert said(problems) == [(column, "missing_value")]


def test_a_column_the_hospital_does_not_write_is_not_every_lines_problem():
    row, problems = read_person(line("PERSON", HOSPCODE="99801", PID="1", NAME="เอียด"), today=TODAY)
    assert (row.family, row.sex, row.birth, row.stamped_at, row.phones) == ("", "", None, "", ())
    assert said(problems) == [("CID", "cid_missing")]


@pytest.mark.parametrize("column", ["SEX", "MSTATUS", "FSTATUS", "VSTATUS", "DISCHARGE", "TYPEAREA", "NATION"])
def test_a_code_that_is_in_no_list_is_said_and_the_row_kept(column):
    row, problems = read(**{column: "Z"})
    assert row
    assert said(problems) == [(column, "bad_code")]


@pytest.mark.parametrize(("code", "life"), [("1", "dead"), ("2", "moved"), ("3", "lost"), ("9", "alive"), ("", "")])
def test_how_and_when_someone_left(code, life):
    row, _ = read(DISCHARGE=code, DDISCHARGE="20250101")
    assert row.life == life
    assert row.life_on == (None if life in ("", "alive") else PartialDate(2025, 1, 1))


@pytest.mark.parametrize(
    ("mobile", "telephone", "phones", "code"),
    [
        ("000-001-2345", "0000012345", ("0000012345",), None),
        ("0000012345,0000054321", "", ("0000012345", "0000054321"), None),
        ("0000012345/070000000", "", ("0000012345", "070000000"), None),
        ("-", "0", (), None),
        ("08123", "", (), "phone"),
        ("ไม่มี", "", (), "phone"),
    ],
)
def test_phones_are_cleaned_and_bad_ones_said(mobile, telephone, phones, code):
    row, problems = read(MOBILE=mobile, TELEPHONE=telephone)
    assert row.phones == phones
    assert said(problems) == ([("MOBILE", code)] if code else [])


@pytest.mark.parametrize(
    ("written", "kept"),
    [("เเดง  ใจดี", "แดง ใจดี"), ("คํา", "คำ"), ("-", ""), ("ไม่มี", ""), ("น้ํา", "น้ำ")],
)
def test_names_are_written_one_way(written, kept):
    assert read(LNAME=written)[0].family == kept


def test_a_prefix_may_be_words_or_have_lost_its_zeros():
    assert read(PRENAME="นางสาว")[0].prefix == "น.ส."
    assert read(PRENAME="3")[0].prefix == "นาย"


def test_a_prefix_we_do_not_know_is_said_not_dropped_in_silence():
    row, problems = read(PRENAME="998")
    assert (row.prefix, said(problems)) == ("", [("PRENAME", "bad_code")])


def test_someone_who_left_on_no_day_is_said():
    row, problems = read(DISCHARGE="1", DDISCHARGE="")
    assert (row.life, row.life_on, said(problems)) == ("dead", None, [("DDISCHARGE", "missing_value")])


def test_a_text_that_does_not_fit_is_cut_and_said():
    row, problems = read(LNAME="ก" * 300)
    assert (len(row.family), said(problems)) == (100, [("LNAME", "too_long")])


def test_a_house_number_of_zeros_is_none_and_one_too_long_is_said():
    assert read(HID="0000")[0].hid == ""
    row, problems = read(HID="1" * 15)
    assert (row.hid, said(problems)) == ("", [("HID", "bad_code")])


def test_relatives_are_kept_by_number_and_unreadable_ones_said():
    row, problems = read(FATHER=national_id.nobody(2), MOTHER="0000000000000", COUPLE="1234")
    assert (row.father_cid, row.mother_cid, row.couple_cid) == (national_id.nobody(2), "", "")
    assert said(problems) == [("COUPLE", "relative_id")]


def test_no_sentence_repeats_what_the_person_is_called_or_numbered():
    marked = {column: f"ลับ{column}9" for column in WHOLE if column not in ("HOSPCODE", "PID")}
    _, problems = read(**marked)
    assert len(problems) > 8
    assert not any("ลับ" in problem.th + problem.en for problem in problems)


def test_every_kind_of_problem_speaks_both_languages():
    for kind in KINDS.values():
        assert any("ก" <= letter <= "๙" for letter in kind.th)
        assert "ก" not in kind.en
