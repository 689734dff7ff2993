"""No table that names a person is forgotten by a merge: what the models say is what it goes through."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from sanam.domain.registry.merging.tables import STAY, clashes, tables
from sanam.domain.registry.models import Confirmation, Merge, Person, Residence

MODELS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("sanam.")]


def test_every_column_that_names_a_person_is_gone_through() -> None:
    handled = {(table.model, field.name) for table in tables() for field in table.fields}
    handled |= {(Merge, "kept"), (Merge, "gone")}
    naming = {
        (model, field.name)
        for model in MODELS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is Person
    }
    many = {(model, name) for model, name in naming if model._meta.get_field(name).many_to_many}
    assert naming - many == handled, "a relation of another kind needs a hand of its own"
    assert (Merge,) == STAY


def test_a_table_of_many_to_many_is_one_of_the_tables() -> None:
    labels = {table.label for table in tables()}
    for model in MODELS:
        for field in model._meta.many_to_many:
            if field.related_model is Person:
                assert field.remote_field.through._meta.label in labels


def test_nobody_inherits_from_a_person_or_points_at_anything_at_all() -> None:
    assert [model for model in MODELS if issubclass(model, Person) and model is not Person] == []
    loose = [f"{m._meta.label}.{f.name}" for m in MODELS for f in m._meta.private_fields]
    assert loose == [], "a generic relation would not be seen"


@pytest.mark.django_db
def test_what_cannot_stand_side_by_side_is_read_from_the_constraints(ours: Person, neighbour: Person) -> None:
    told = [(ours, "health"), (ours, "health"), (ours, "carer"), (neighbour, "health")]
    seen = [Confirmation(pk=n, person=who, fact=fact) for n, (who, fact) in enumerate(told, 1)]
    assert clashes(seen[0], seen[1:])
    assert not clashes(seen[2], seen)
    assert not clashes(seen[3], seen)
    home = {"person": ours, "household": ours.household}
    lasting = Residence(pk=1, registered=True, actual=True, to_on="", **home)
    assert clashes(lasting, [Residence(pk=2, registered=True, actual=False, to_on="", **home)])
    assert not clashes(lasting, [Residence(pk=3, registered=True, actual=True, to_on="2026-01-01", **home)])


def test_uniqueness_by_unique_together_and_one_to_one_counts_too() -> None:
    names = {type(constraint) for model in MODELS for constraint in model._meta.constraints}
    assert names <= {models.UniqueConstraint, models.CheckConstraint}, "another kind of constraint needs a look here"
