"""Finding people as a tired nurse types."""

from __future__ import annotations

import pytest

from sanam.domain.registry import queries
from tests.cast import Cast, export, number, person, read_in


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("เอ", {"เอียด", "น้ำเอื้อย"}),
        ("เอือย", {"น้ำเอื้อย"}),
        ("นาเอื", set()),
        ("ทองนุ่น เอียด", {"เอียด"}),
        ("ทองนุน", {"เอียด", "พิมพ์"}),
        ("47", {"เอียด", "พิมพ์"}),
        ("๑๒/๓", {"คล้าย", "น้ำเอื้อย"}),
        (number(3), {"คล้าย"}),
        (number(3)[:12], set()),
        ("ไม่มีใครชื่อนี้", set()),
    ],
)
def test_people_are_found_by_what_is_typed(field: Cast, typed: str, found: set[str]) -> None:
    rows = queries.find(field.nurse, queries.Filters(typed)).rows
    assert {row.person.given for row in rows} == found


def test_pages_give_everyone_once_in_dictionary_order(field: Cast, tmp_path) -> None:
    letters = "กขคงจฉชซญฐณดตถทธนบปผฝพภมยรลวศสหอ"
    rows = [person(PID=f"p{i}", NAME=f"เ{letter}ียร", HID="1") for i, letter in enumerate(letters)]
    read_in(export(tmp_path, PERSON=rows))
    seen, after = [], ""
    while True:
        page = queries.find(field.nurse, queries.Filters(), after)
        seen += [row.person for row in page.rows]
        after = page.after
        if not after:
            break
    keys = [(one.sort_key, str(one.id)) for one in seen]
    assert len({one.id for one in seen}) == len(seen) == len(letters) + 4
    assert [key for key, _ in keys] == sorted(key for key, _ in keys)


def test_elders_are_found_by_their_birth_date(field: Cast) -> None:
    rows = queries.find(field.nurse, queries.Filters(group="elder")).rows
    assert {row.person.given for row in rows} == {"เอียด", "คล้าย"}
