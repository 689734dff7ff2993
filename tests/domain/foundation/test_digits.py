"""Thai and Arabic numerals: the same numbers in two dresses."""

from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.thai.digits import to_arabic, to_thai


def test_every_numeral_has_its_twin():
    assert to_thai("0123456789") == "๐๑๒๓๔๕๖๗๘๙"
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(st.text("0123456789 กขค./-"))
def test_there_and_back(text):
    assert to_arabic(to_thai(text)) == text


@given(st.text())
def test_length_and_all_other_characters_stay(text):
    said = to_thai(text)

    assert len(said) == len(text)
    assert all(a == b or a in "0123456789" for a, b in zip(text, said, strict=True))
