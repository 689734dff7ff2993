"""What a name is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.thai.text import search_key

thai = st.text("กขคงชญดตนบปพมยรลวสหอเแโใไะาำิีึืุูั็่้๊๋์ฤฯๆ0๑ .-")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เอือย", "เอื้อย"),
        ("ป่า", "ป้า"),
        ("น้ำ", "นํ้า"),
        ("น้ำ", "น้ํา"),
        ("แม่", "เเม่"),
        ("ฤาษี", "ฤๅษี"),
        ("พงษ์", "พงษ"),
        ("เพ็ญ", "เพญ"),
        ("หมู่ ๑๒", "หมู่ 12"),
        ("พ.ต.อ.", "พ ต อ"),
        ("47/2", "47-2"),
        ("SOMCHAI", "Somchai"),
        ("สม\u200bชาย", "สมชาย"),
        ("ใจ\u00a0ดี", " ใจ  ดี "),
        ("ปาน" + "ุ่", "ปาน" + "ุ่"),
    ],
)
def test_these_are_the_same_to_someone_searching(one, other):
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("สม", "ศม"), ("กา", "กะ"), ("ดี", "ดิ"), ("เก", "แก"), ("นำ", "นา")])
def test_these_are_not(one, other):
    assert search_key(one) != search_key(other)


@pytest.mark.parametrize("part", ["สมชาย", "ชาย", "สม", "ทองนุ่น", "นุน", "ย ท"])
def test_a_name_is_found_by_its_parts(part):
    assert search_key(part) in search_key("นายสมชาย ทองนุ่น")


@given(st.one_of(thai, st.text()))
def test_the_key_of_a_key_is_itself(text):
    assert search_key(search_key(text)) == search_key(text)


@given(st.one_of(thai, st.text()))
def test_only_letters_marks_and_numbers_single_spaced(text):
    key = search_key(text)

    assert key == " ".join(key.split())
    assert not set(key) & set("่้๊๋็์ฺฯๆ๐๑๒๓๔๕๖๗๘๙.,-/()")


@given(st.lists(st.text("กขคสมชยอาิีเแไ่้", min_size=1), min_size=1, max_size=4))
def test_every_word_is_found_in_the_whole(words):
    whole = search_key(" ".join(words))

    assert all(search_key(word) in whole for word in words)
