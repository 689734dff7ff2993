"""The one rule by which two records with one number are joined unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sanam.domain.registry.linkage.unasked import Said, fits

ONE = Said("สมชาย", "ทองนุ่น", "male", "1961-07-14")


@pytest.mark.parametrize(
    "other",
    [
        ONE,
        replace(ONE, given="สมช้าย"),
        replace(ONE, given="สมชา"),
        replace(ONE, family="ทองณุ่น"),
        replace(ONE, birth="1961"),
        replace(ONE, birth="", sex=""),
    ],
)
def test_a_slip_or_a_silence_contradicts_nothing(other: Said) -> None:
    assert fits(ONE, other)
    assert fits(other, ONE)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (replace(ONE, given="สมชัย"), "twins are named so, and borrow each other's card"),
        (replace(ONE, given="สมหมาย"), "a neighbour's card"),
        (replace(ONE, birth="1985-07-14"), "a son of the same name"),
        (replace(ONE, birth="1961-07-15"), "another day"),
        (replace(ONE, sex="female"), "another sex"),
        (replace(ONE, given="ทองนุ่น", family="สมชาย"), "names that changed places"),
        (replace(ONE, family="ใจดี"), "a man's other family name"),
    ],
)
def test_what_contradicts_is_for_a_human(other: Said, why: str) -> None:
    assert not fits(ONE, other), why
    assert not fits(other, ONE), why


def test_a_woman_may_have_married() -> None:
    her = Said("เอียด", "ทองนุ่น", "female", "1961-07-14")
    assert fits(her, replace(her, family="ใจดี"))
