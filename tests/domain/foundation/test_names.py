"""Names in their parts, and the prefixes of the 43 files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.thai import names
from sanam.domain.foundation.thai.names import PersonName, split_prefix
from sanam.domain.foundation.thai.prefixes import PREFIXES

GIVEN = st.sampled_from(["เอียด", "สมชาย", "สาวิตรี", "สาวลี", "พอ", "อ้อย", "แพทย์", "ดาว", "พระพาย", "Mary"])
FAMILY = st.sampled_from(["", "ทองนุ่น", "ณ พัทลุง", "เทพหัสดิน ณ อยุธยา", "แซ่ ลิ้ม", "แซ่ลิ้ม", "บิน อาหมัด"])
WRITTEN = sorted({form for prefix in PREFIXES for form in (prefix.short, prefix.full)})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("นางเอียด ทองนุ่น", ("นาง", "เอียด", "", "ทองนุ่น")),
        ("น.ส. กัญญา  ศรีสุข", ("น.ส.", "กัญญา", "", "ศรีสุข")),
        ("นส กัญญา ศรีสุข", ("นส", "กัญญา", "", "ศรีสุข")),
        ("นางสาวกัญญา ศรีสุข", ("นางสาว", "กัญญา", "", "ศรีสุข")),
        ("นางสาวิตรี ทองดี", ("นาง", "สาวิตรี", "", "ทองดี")),
        ("นาง สาวลี ทองดี", ("นาง", "สาวลี", "", "ทองดี")),
        ("ด.ช.ก้อง", ("ด.ช.", "ก้อง", "", "")),
        ("เด็กหญิงมะลิ ใจดี", ("เด็กหญิง", "มะลิ", "", "ใจดี")),
        ("ว่าที่ ร.ต.สมชาย ใจดี", ("ว่าที่ ร.ต.", "สมชาย", "", "ใจดี")),
        ("ว่าที่ร้อยตรีหญิง สมใจ ใจดี", ("ว่าที่ร้อยตรีหญิง", "สมใจ", "", "ใจดี")),
        ("ร.ต.อ.หญิง ดวงใจ ดี", ("ร.ต.อ.หญิง", "ดวงใจ", "", "ดี")),
        ("ร.ต. หญิง ใจดี", ("ร.ต.", "หญิง", "", "ใจดี")),
        ("พ.ต.อ้อย ดี", ("พ.ต.", "อ้อย", "", "ดี")),
        ("นายดาบตำรวจแดง ดี", ("นายดาบตำรวจ", "แดง", "", "ดี")),
        ("ผศ.ดร.สมศักดิ์ ดี", ("ผศ.ดร.", "สมศักดิ์", "", "ดี")),
        ("ร.ต.อ. ม.ล.ปิ่น มาลา", ("ร.ต.อ. ม.ล.", "ปิ่น", "", "มาลา")),
        ("พระครูสมุห์สมชาย ฐิตธมฺโม", ("พระครูสมุห์", "สมชาย", "", "ฐิตธมฺโม")),
        ("พระสมชาย", ("พระ", "สมชาย", "", "")),
        ("หะยี อาแว มะ", ("หะยี", "อาแว", "", "มะ")),
        ("หะยีสาแม", ("", "หะยีสาแม", "", "")),
        ("สมชาย ณ พัทลุง", ("", "สมชาย", "", "ณ พัทลุง")),
        ("นาย วิชัย เทพหัสดิน ณ อยุธยา", ("นาย", "วิชัย", "", "เทพหัสดิน ณ อยุธยา")),
        ("อับดุลเลาะห์ บิน อาหมัด", ("", "อับดุลเลาะห์", "", "บิน อาหมัด")),
        ("มารี แอน สมิธ", ("", "มารี", "แอน", "สมิธ")),
        ("Mr. John Smith", ("Mr.", "John", "", "Smith")),
        ("นางสาวขวัญ -", ("นางสาว", "ขวัญ", "", "")),
        ("พอ ใจดี", ("", "พอ", "", "ใจดี")),
        ("อสม.นิภา", ("", "อสม.นิภา", "", "")),
        ("นาง", ("", "นาง", "", "")),
        ("  ", ("", "", "", "")),
    ],
)
def test_a_name_falls_into_its_parts(text, parts):
    assert split_prefix(text) == PersonName(*parts)


@given(st.sampled_from(["", *WRITTEN, "นส", "ร.ต.หญิง", "ว่าที่ พ.ต.ท.", "รศ.นพ."]), GIVEN, FAMILY)
def test_a_name_said_in_full_falls_into_the_same_parts(prefix, given_name, family):
    name = PersonName(prefix, given_name, "", family)
    bare = split_prefix(given_name).prefix == ""

    assert not (prefix or bare) or split_prefix(name.full) == name


def test_the_prefix_stands_close_as_on_a_card():
    assert PersonName("นาง", "เอียด", "", "ทองนุ่น").full == "นางเอียด ทองนุ่น"
    assert PersonName("นาง", "สาวลี", "", "ทองดี").full == "นาง สาวลี ทองดี"
    assert PersonName("Mr.", "John", "", "Smith").full == "Mr. John Smith"
    assert PersonName("พระ", "", "", "").full == "พระ"


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("001", "ด.ช."),
        ("002", "ด.ญ."),
        ("003", "นาย"),
        ("004", "น.ส."),
        ("005", "นาง"),
        ("219", "ว่าที่ ร.ต."),
        ("673", "ด.ต."),
        ("831", "พระ"),
        ("832", "ส.ณ."),
        ("863", "แม่ชี"),
        ("3", "นาย"),
        (" 003 ", "นาย"),
        ("", ""),
        ("000", ""),
        ("999", ""),
        ("นาย", ""),
    ],
)
def test_the_codes_of_the_43_files(code, short):
    assert names.prefix_of_code(code) == short


@pytest.mark.parametrize("prefix", [prefix for prefix in PREFIXES if prefix.code])
def test_a_code_comes_back_from_its_full_form(prefix):
    assert names.code_of_prefix(prefix.full) == prefix.code


def test_no_code_stands_twice():
    codes = [prefix.code for prefix in PREFIXES if prefix.code]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("written", "short", "full"),
    [
        ("นางสาว", "น.ส.", "นางสาว"),
        ("นส.", "น.ส.", "นางสาว"),
        ("ยาย", "ยาย", "ยาย"),
        ("ร.อ.", "ร.อ.", "ร.อ."),
    ],
)
def test_forms_of_one_prefix(written, short, full):
    assert (names.short_prefix(written), names.full_prefix(written)) == (short, full)


@pytest.mark.parametrize(
    ("prefix", "sex"),
    [
        ("ด.ช.", "male"),
        ("น.ส.", "female"),
        ("ร.ต.อ.", "male"),
        ("ร.ต.อ.หญิง", "female"),
        ("แพทย์หญิง", "female"),
        ("รศ.นพ.", "male"),
        ("ว่าที่ พ.ต.อ.", "male"),
        ("ดร.", ""),
        ("", ""),
        ("ยาย", ""),
    ],
)
def test_what_a_prefix_says_of_sex(prefix, sex):
    assert names.sex_of_prefix(prefix) == sex


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ด.ญ.", "นาง", True),
        ("น.ส.", "นางสาว", True),
        ("ด.ช.", "พระ", True),
        ("นาย", "ร.ต.อ.", True),
        ("นาย", "นาง", False),
        ("ด.ช.", "แม่ชี", False),
        ("", "นาง", True),
        ("ดร.", "นาย", True),
    ],
)
def test_prefixes_one_person_may_bear_in_a_life(a, b, same):
    assert names.same_prefix_family(a, b) is names.same_prefix_family(b, a) is same


@pytest.mark.parametrize(
    ("given_name", "letter"),
    [
        ("เอียด", "อ"),
        ("สมชาย", "ส"),
        ("โอ๋", "อ"),
        ("แอ๊ว", "อ"),
        ("ฤดี", "ฤ"),
        ("mary", "M"),
        ("(แดง)", "แดง"[1]),
        ("", ""),
    ],
)
def test_the_initial_skips_a_leading_vowel(given_name, letter):
    assert names.initial(given_name) == letter
