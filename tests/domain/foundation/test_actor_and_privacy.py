"""What an actor may do and see, and how a model without marks is found out."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from sanam.domain.foundation.actor import INSTALLATION, NO_ONE, Actor, ActorKind, Mandate, Reach
from sanam.domain.foundation.privacy import Privacy, unmarked

NURSE = Actor(
    kind=ActorKind.SEAT,
    ref="7",
    label="พยาบาล · รพ.สต.พนางตุง",
    mandate=Mandate(
        capabilities=frozenset({"registry.add"}),
        areas=("930503", "9306"),
        reach=Reach.AREA,
        fields=frozenset({Privacy.PERSONAL}),
    ),
)


def test_an_actor_may_only_what_the_mandate_names():
    assert NURSE.may("registry.add")
    assert not NURSE.may("registry")
    assert not NO_ONE.may("registry.add")


def test_an_actor_sees_the_marks_of_the_mandate_and_what_is_open():
    assert [mark for mark in Privacy if NURSE.sees(mark)] == [Privacy.OPEN, Privacy.PERSONAL, Privacy.INCOME]
    assert [mark for mark in Privacy if NO_ONE.sees(mark)] == [Privacy.OPEN]


def test_what_a_rule_closed_is_taken_from_what_was_given_and_nothing_is_added() -> None:
    closed = replace(NURSE, mandate=replace(NURSE.mandate, closed=frozenset({Privacy.INCOME, Privacy.SECRET})))
    assert closed.mandate.shown == {Privacy.OPEN, Privacy.PERSONAL}
    assert Mandate(closed=frozenset({Privacy.INCOME})).shown == {Privacy.OPEN}
    assert Mandate(fields=frozenset({Privacy.SENSITIVE})).shown == {Privacy.OPEN, Privacy.SENSITIVE}


def test_the_installation_reaches_no_person():
    assert INSTALLATION.mandate.reach is Reach.NOBODY
    assert INSTALLATION.mandate.areas == ()
    assert not INSTALLATION.sees(Privacy.PERSONAL)


@pytest.mark.parametrize(("place", "inside"), [("93050304", True), ("930503", True), ("93", False), ("930504", False)])
def test_a_mandate_covers_what_lies_in_its_areas(place, inside):
    assert NURSE.mandate.covers(place) is inside


def test_no_area_covers_nothing():
    assert not Mandate().covers("93")


@pytest.mark.parametrize("area", ["", "9", "930", "พท", "๙๓"])
def test_an_area_that_is_no_code_is_refused_since_it_could_cover_everything(area):
    with pytest.raises(ValueError, match="areas are codes"):
        Mandate(areas=(area,))


def test_marks_are_ordered_and_labelled():
    assert sorted(Privacy, key=lambda mark: mark.rank)[0] is Privacy.OPEN
    assert Privacy("sensitive") is Privacy.SENSITIVE
    assert all(mark.th and mark.en == mark.value for mark in Privacy)


class Named:
    privacy = {"name": Privacy.PERSONAL}


class Cared(Named):
    _meta = SimpleNamespace(concrete_fields=[SimpleNamespace(name=name) for name in ("id", "name", "illness")])
    privacy = {"id": Privacy.OPEN}


def test_a_field_nobody_marked_is_found():
    assert unmarked(Cared) == {"illness"}
