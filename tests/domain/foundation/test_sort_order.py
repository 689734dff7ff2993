"""Names stand in the order of a Thai dictionary: a few by hand, and thousands beside PostgreSQL's own."""

import itertools
import os

import geothai
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.thai.text import search_key, sort_key

POSTGRES = os.environ.get("DATABASE_URL", "")
WORDS = (
    "กา ก้า เก้า แก้ว น้ำ ป่า ป้า สมชาย สม ใจดี ทองนุ่น เอียด เอื้อย ศรี พงษ์ พงศ์ เพ็ญ จันทร์ จันทน์ เสร็จ "
    "ฤดี ฤๅษี หฤทัย โอ๋ ใหม่ ไม้ หมู่ ที่ 5 ๕ 10 ๑๐ (บน) - ฯ ๆ ณ Ban ban Noi"
)
texts = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=3)
GIVEN = "กัญญา เกษม แก้ว จันทร์ ใจ ชูศรี ณรงค์ ดำ เต็ม ทองสุข นุ้ย เนียม บุญ ปราณี เปีย พร้อม เพียร มะลิ ยุพิน รอหีม"
FAMILY = "เกื้อก่อบุญ แก้วมณี คงแก้ว จันทร์ดำ ชูแก้ว ณ พัทลุง ด้วงเล็ก ทองนุ่น เพ็งแก้ว ยีหวังกอง ศรีแก้ว หมัดเส็น เอียดแก้ว"


@pytest.mark.parametrize(
    "in_order",
    [
        ["กา", "ขา", "คา", "งา"],
        ["กก", "กะ", "กา", "กำ", "กิ", "กี", "กุ", "เก", "แก", "โก", "ใก", "ไก"],
        ["กา", "ก่า", "ก้า", "ก๊า", "ก๋า", "กาก"],
        ["ปา", "ป่า", "ป้า", "ปาน"],
        ["จันทน์", "จันทร์", "จันทร์ดำ"],
        ["ร้าน", "ฤดี", "ล้าน"],
        ["สมชาย", "สม ชู", "สม-ศรี"],
        # Figures stand one by one, as in every dictionary.
        ["๑๐ก", "2", "9"],
        ["๑๐", "5", "ก", "ฮ", "abbot", "Zoo"],
    ],
)
def test_the_order_of_the_dictionary(in_order):
    mixed = in_order[::-1]

    assert sorted(mixed, key=sort_key) == in_order


@given(st.text(), st.text())
def test_two_texts_stand_together_only_when_they_look_alike(one, other):
    assert sort_key(one) != sort_key(other) or search_key(one).replace(" ", "") == search_key(other).replace(" ", "")


@given(st.text())
def test_any_text_has_a_key_a_database_can_keep(text):
    sort_key(text).encode("utf-8")
    assert "\x00" not in sort_key(text)


@given(texts, texts)
def test_comparing_text_and_comparing_bytes_agree(one, other):
    a, b = sort_key(" ".join(one)), sort_key(" ".join(other))

    assert (a < b) is (a.encode() < b.encode())


def _in_postgres_order(names: list[str]) -> list[str]:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(POSTGRES) as connection:
        rows = connection.execute('SELECT n FROM unnest(%s::text[]) AS n ORDER BY n COLLATE "th-x-icu"', [names])
        return [name for (name,) in rows]


def _places() -> list[str]:
    provinces = geothai.provinces()
    districts = [district for province in provinces for district in geothai.districts(province.code)]
    subdistricts = [place for district in districts for place in geothai.subdistricts(district.code)]
    every = itertools.chain(provinces, districts, subdistricts)
    return sorted({name for place in every for name in (place.name_th, place.name_en)})


def _people() -> list[str]:
    return [f"{given_name} {family}" for given_name in GIVEN.split() for family in FAMILY.split()]


@pytest.mark.skipif(not POSTGRES.startswith("postgres"), reason="needs PostgreSQL's Thai order beside ours")
@pytest.mark.parametrize("names", [_places, _people], ids=["places", "people"])
def test_the_order_is_that_of_postgresql(names):
    ordered = _in_postgres_order(names())
    out_of_order = [pair for pair in itertools.pairwise(ordered) if sort_key(pair[0]) > sort_key(pair[1])]

    assert len(ordered) > 250
    assert out_of_order == []
