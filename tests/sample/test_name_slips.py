"""Names slip as they do under a clerk's fingers: a little, and never into nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.sample import lists
from sanam.sample.dice import Dice
from sanam.sample.name_slips import spelling_slip, tone_slip

NAMES = sorted({name for names in lists.read("given.txt").values() for name in names})


@given(name=st.sampled_from(NAMES), seed=st.integers(0, 10**6))
def test_a_tone_slip_changes_one_mark_and_no_letter(name: str, seed: int) -> None:
    slipped = tone_slip(Dice(seed), name)
    assert slipped != name
    assert slipped.translate({ord(tone): None for tone in "่้๊๋"}) == name.translate({ord(tone): None for tone in "่้๊๋"})


@given(name=st.sampled_from(NAMES), seed=st.integers(0, 10**6))
def test_a_spelling_slip_changes_a_letter_or_two(name: str, seed: int) -> None:
    slipped = spelling_slip(Dice(seed), name)
    assert slipped != name
    assert slipped
    assert abs(len(slipped) - len(name)) <= 1


@pytest.mark.parametrize("file", ["given.txt", "families.txt", "villages.txt"])
def test_every_word_of_the_lists_can_be_written_in_tis_620(file: str) -> None:
    for words in lists.read(file).values():
        assert len(words) == len(set(words)) or file == "given.txt"
        for word in words:
            assert word.encode("tis-620").decode("tis-620") == word
