"""The national ID: read in any dress, checked as far as its last digit allows, masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation import national_id
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.digits import to_thai

sequences = st.integers(0, 999_999_999)
kinds = st.integers(1, 8)


def _weighed(digits: str) -> int:
    return sum(int(d) * (13 - i) for i, d in enumerate(digits[:12])) % 11


# 3 × 13 + 9 × 12 + 8 × 11 = 235, which leaves 4; 11 − 4 = 7. Those of the others leave 0, 10 and 1.
@pytest.mark.parametrize(("kind", "digit"), [("3", 7), ("1", 1), ("6", 1), ("7", 0)])
def test_the_check_digit_by_hand(kind, digit):
    assert national_id.check_digit(f"{kind}98000000000") == digit


@given(sequences, kinds)
def test_an_invented_number_checks_and_belongs_to_no_office(sequence, kind):
    number = national_id.nobody(sequence, kind)

    assert national_id.is_valid(number)
    assert national_id.is_invented(number)
    assert number[0] == str(kind)


@given(st.lists(sequences, min_size=2, max_size=2, unique=True), kinds)
def test_invented_numbers_do_not_meet(two, kind):
    assert national_id.nobody(two[0], kind) != national_id.nobody(two[1], kind)


@given(sequences, kinds, st.integers(0, 12), st.integers(1, 9))
def test_a_slip_in_one_digit_is_found_except_where_the_formula_is_blind(sequence, kind, place, by):
    right = national_id.nobody(sequence, kind)
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]
    third_digit = place == 2
    remainders_meet = place < 12 and {_weighed(right), _weighed(wrong)} == {0, 10}

    assert national_id.is_valid(wrong) is (third_digit or remainders_meet)


@given(
    sequences,
    st.sampled_from(["{}-{}-{}-{}-{}", "{} {} {} {} {}", "{}.{}.{}.{}.{}", " {}{}{}{}{}\n"]),
    st.booleans(),
)
def test_it_is_read_with_any_separators_and_numerals(sequence, dress, thai):
    number = national_id.nobody(sequence)
    written = dress.format(number[0], number[1:5], number[5:10], number[10:12], number[12])

    assert national_id.clean(to_thai(written) if thai else written) == number


@pytest.mark.parametrize("text", ["", "123", "39805012345678", "3980501234๕๖x", "ไม่มี", "²" * 13])
def test_what_is_not_13_digits_is_refused(text):
    with pytest.raises(BadInput) as no:
        national_id.clean(text)

    assert no.value.code == "national_id.not_13_digits"
    assert not national_id.is_valid(text)


def test_a_last_digit_that_does_not_fit_points_to_the_card():
    right = national_id.nobody(1)
    wrong = right[:12] + str((int(right[12]) + 1) % 10)

    assert national_id.clean(wrong) == wrong
    with pytest.raises(BadInput, match="ลองดูบัตรอีกครั้ง"):
        national_id.read_national_id(wrong)
    assert national_id.read_national_id(right) == right


def test_the_mask_shows_only_kind_and_office():
    assert national_id.mask("3980501234567") == "3-9805-xxxxx-xx-x"


@pytest.mark.parametrize(("sequence", "kind"), [(-1, 3), (1_000_000_000, 3), (1, 0), (1, 9)])
def test_only_so_many_can_be_invented(sequence, kind):
    with pytest.raises(ValueError, match="sequence"):
        national_id.nobody(sequence, kind)
