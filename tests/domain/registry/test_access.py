"""Who sees whom, by the one function every path asks."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.actor import INSTALLATION, NO_ONE
from sanam.domain.foundation.refused import NotHere
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Person
from tests.cast import Cast

SEEN = {
    "nurse": {"เอียด", "พิมพ์", "คล้าย", "น้ำเอื้อย"},
    "secretary": {"เอียด", "พิมพ์", "คล้าย", "น้ำเอื้อย"},
    "volunteer": {"เอียด", "พิมพ์"},
    "local": {"เอียด", "พิมพ์", "คล้าย", "น้ำเอื้อย"},
    "regional": set(),
    "unscoped": set(),
    "stranger": {"สมหมาย"},
}


@pytest.mark.parametrize("name", SEEN)
def test_a_seat_sees_those_its_mandate_reaches_and_nobody_else(field: Cast, name: str) -> None:
    actor = field.actors[name]
    assert set(access.visible(actor).values_list("given", flat=True)) == SEEN[name]
    assert queries.count(actor, queries.Filters(life="")) == len(SEEN[name])


def test_the_installation_and_a_stranger_at_the_door_see_nobody(field: Cast) -> None:
    assert not access.visible(INSTALLATION).exists()
    assert not access.visible(NO_ONE).exists()


def test_a_person_out_of_scope_and_one_who_does_not_exist_are_told_apart_by_nothing(field: Cast) -> None:
    foreign = Person.objects.get(given="สมหมาย")
    with pytest.raises(NotHere) as out_of_scope:
        queries.card(field.nurse, str(foreign.id))
    with pytest.raises(NotHere) as nobody:
        queries.card(field.nurse, "00000000-0000-7000-8000-000000000000")
    assert str(out_of_scope.value) == str(nobody.value)


def test_a_whole_number_finds_nobody_out_of_scope(field: Cast) -> None:
    from tests.cast import number

    assert not queries.find(field.nurse, queries.Filters(number(9))).rows
