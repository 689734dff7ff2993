"""How names are heard: spellings of one name meet, two names stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.registry.linkage.sounds import bones, heard
from sanam.sample.dice import dice_for
from sanam.sample.name_slips import tone_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ณัฐพร", "นัฐพร"),
        ("ศักดิ์", "สักดิ"),
        ("ใจดี", "ไจดี"),
        ("วรรณา", "วันนา"),
        ("ธรรม", "ธัม"),
        ("ภูมิ", "พูมิ"),
        ("ฤทัย", "ริทัย"),
        ("น้ำ", "นำ"),
        ("สุรีย์", "สุริย"),
    ],
)
def test_spellings_of_one_name_are_heard_the_same(one: str, other: str) -> None:
    assert heard(one) == heard(other)


@pytest.mark.parametrize(("one", "other"), [("สมชาย", "สมหญิง"), ("วิชัย", "วิชิต"), ("มานี", "มานะ")])
def test_two_names_stay_two(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_bones_stay_when_a_vowel_is_lost() -> None:
    assert bones("สมชาย") == bones("สมชัย") != bones("สมคิด")


@pytest.mark.parametrize(("one", "other"), [("Johnson", "Jonson"), ("O'Brien", "OBRIEN"), ("Siti", "siti")])
def test_other_alphabets_pass(one: str, other: str) -> None:
    assert bones(one) == bones(other) != ""


@given(st.text(max_size=30))
def test_whatever_is_written_has_a_sound_and_hearing_it_twice_is_the_same(text: str) -> None:
    assert heard(text) == heard(f" {text} ")
    assert len(bones(text)) <= len(heard(text))


@given(st.integers(0, 10_000), st.sampled_from(["เอียด", "น้ำฝน", "ประเสริฐ", "ก้องเกียรติ"]))
def test_a_tone_mark_makes_no_difference(seed: int, name: str) -> None:
    assert heard(tone_slip(dice_for(seed), name)) == heard(name)
