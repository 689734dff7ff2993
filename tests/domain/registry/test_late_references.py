"""Edits to a record merged away reach the one that lives on: each deed, given the old record as it was read before."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import copy
from pathlib import Path

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import NotHere, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.registry import operations, queries
from sanam.domain.registry.models import Confirmation, Conflict, Duplicate, GroupMembership, Person
from sanam.domain.registry.operations import conflicts, duplicates, facts, groups, merges, people, residences
from sanam.domain.registry.words import FactGroup, Group, How
from tests.cast import Cast

pytestmark = pytest.mark.django_db
CHOSEN = {"national_id": "kept", "sex": "kept", "given": "kept", "birth": "kept"}
Deed = Callable[[Cast, Person], object]


@pytest.fixture
def other(field: Cast) -> Person:
    return Person.objects.get(given="พิมพ์")


def confirm(cast: Cast, late: Person) -> None:
    facts.confirm(by=cast.nurse, person=late, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)
    assert Confirmation.objects.get(fact="carer").person.given == "เอียด"


def correct(cast: Cast, late: Person) -> None:
    version = Person.objects.get(given="เอียด").version
    said = {"values": {"nickname": "ยาย"}, "version": version, "how": How.VISIT, "on": clock.today()}
    people.correct(by=cast.nurse, person=late, **said)
    assert Person.objects.get(nickname="ยาย").given == "เอียด"


def note(cast: Cast, late: Person) -> None:
    groups.note(by=cast.nurse, person=late, belongs=groups.Belongs(Group.STATELESS))
    assert GroupMembership.objects.get(group="stateless").person.given == "เอียด"


def move(cast: Cast, late: Person) -> None:
    to = residences.Move("93051203", "99")
    residences.move(by=cast.nurse, person=late, to=to, how=How.VISIT, on=clock.today())
    assert Person.objects.get(household__house_no="99").given == "เอียด"


DEEDS = (confirm, correct, note, move)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_a_deed_reaches_the_survivor(field: Cast, ours: Person, other: Person, deed: Deed) -> None:
    late = copy(other)
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    untouched = Person.objects.filter(pk=other.pk).values().get()
    deed(field, late)
    assert Person.objects.filter(pk=other.pk).values().get() == untouched
    newest = Entry.objects.filter(to__startswith="person:").order_by("-id")[0]
    assert newest.to == ours.ref


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_it_reaches_the_end_of_a_chain(field: Cast, ours: Person, other: Person, deed: Deed) -> None:
    third, late = Person.objects.get(given="น้ำเอื้อย"), copy(other)
    merges.merge(by=field.nurse, kept=third, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    merges.merge(by=field.nurse, kept=ours, gone=third, reason="คนเดียวกัน", chosen=CHOSEN)
    deed(field, late)


def test_ending_a_group_ends_the_one_that_stands(field: Cast, ours: Person, other: Person) -> None:
    for who in (ours, other):
        groups.note(by=field.nurse, person=who, belongs=groups.Belongs(Group.STATELESS))
    late = GroupMembership.objects.select_related("person").get(person=other, group="stateless")
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    groups.end(by=field.nurse, membership=late, because="ได้บัตรแล้ว")
    assert GroupMembership.objects.get(person=ours, group="stateless").until
    assert not GroupMembership.objects.get(person=other, group="stateless").until, "what waits is left as it was"


def test_a_dispute_is_decided_for_the_survivor(field: Cast, ours: Person, other: Person) -> None:
    said = {"field": "phone", "offered": "0000011111", "at": clock.now()}
    for who in (ours, other):
        Conflict.objects.create(person=who, **said)
    late = Conflict.objects.select_related("person").get(person=other)
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    conflicts.decide(by=field.nurse, conflict=late, take=True)
    assert Person.objects.get(pk=ours.pk).phone == "0000011111"
    assert Conflict.objects.get(person=ours, field="phone").decision == "taken"


def test_a_question_about_the_old_record_is_one_about_the_survivor(field: Cast, ours: Person, other: Person) -> None:
    third = Person.objects.get(given="คล้าย")
    Duplicate.objects.create(first=other, second=third, basis="asked", at=clock.now())
    late = Duplicate.objects.select_related("first", "second").get()
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    duplicates.keep_apart(by=field.nurse, duplicate=late, reason="คนละบ้าน")
    assert Duplicate.objects.get(second=third).first == ours


def test_a_question_already_answered_by_a_merge_is_not_answered_otherwise(
    field: Cast, ours: Person, other: Person
) -> None:
    Duplicate.objects.create(first=other, second=ours, basis="asked", at=clock.now())
    late = Duplicate.objects.select_related("first", "second").get()
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    with pytest.raises(Refused) as refusal:
        duplicates.keep_apart(by=field.nurse, duplicate=late, reason="คนละบ้าน")
    assert refusal.value.code == "registry.one_already"
    with pytest.raises(NotHere):
        queries.duplicate(field.nurse, late.pk)


def test_who_does_not_see_the_survivor_does_nothing_by_the_old_id(field: Cast, ours: Person, other: Person) -> None:
    late = copy(other)
    merges.merge(by=field.nurse, kept=ours, gone=other, reason="คนเดียวกัน", chosen=CHOSEN)
    with pytest.raises(NotHere):
        facts.confirm(by=field.stranger, person=late, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)


def _who_ask(module: ast.Module) -> set[str]:
    """Functions of a module that call `check_sees`, by way of others of the same module too."""
    deeds = [one for one in module.body if isinstance(one, ast.FunctionDef)]
    asks = {"check_sees"}
    while more := {one.name for one in deeds if one.name not in asks and _calls(one) & asks}:
        asks |= more
    return asks


def _calls(deed: ast.FunctionDef) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(deed) if isinstance(node, ast.Call)}


def test_every_deed_about_a_person_asks_whom_it_means() -> None:
    """A deed that takes a person and does not go through `check_sees` would write to a record nobody reads."""
    astray = []
    for path in sorted(Path(operations.__file__).parent.glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        asks = _who_ask(module)
        for one in module.body:
            if isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
                takes = any(arg.annotation and ast.unparse(arg.annotation) == "Person" for arg in one.args.kwonlyargs)
                if takes and one.name not in asks:
                    astray.append(f"{path.name}: {one.name}")
    assert astray == ["elsewhere.py: note_same_number"], "that one speaks of somebody added in the same deed"
