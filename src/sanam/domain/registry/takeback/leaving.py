"""What a batch brought: the people nobody touched since, and the rows that no hand changed since, leave again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from sanam.domain.registry.models import (
    Batch,
    Conflict,
    Coverage,
    Duplicate,
    Footprint,
    GroupMembership,
    Household,
    HouseKey,
    Identifier,
    Illness,
    Person,
    Residence,
    SourceRow,
    VillageFact,
)
from sanam.domain.registry.words import Basis

BROUGHT: tuple[type[Model], ...] = (Duplicate, Conflict, GroupMembership, Residence, Coverage, Illness, VillageFact)
"""Rows a batch brings beside people, houses and what it said; those of a person who leaves leave with them."""

_OF_A_PERSON = (GroupMembership, Residence, Coverage, Illness)
_NOBODY = Q(pk__in=())


def people(batch: Batch, heard_again: Collection[int]) -> QuerySet[Person]:
    """The people this batch brought of whom nothing else speaks: no hand, no later file, no other room."""
    found = Person.objects.filter(batch=batch)
    for model, about in _about(Person):
        found = found.exclude(Exists(about.filter(_foreign(model, batch, heard_again))))
    return found


def held(batch: Batch) -> QuerySet[Person]:
    """The people this batch brought whom somebody has taken care of since: they stay with all that is known of them."""
    cared_for = Q(pk__in=())
    for model, about in _about(Person):
        cared_for |= Q(Exists(about.filter(_of_a_hand(model))))
    return Person.objects.filter(cared_for, batch=batch)


def rows(batch: Batch, model: type[Model]) -> QuerySet[Any]:
    """Rows of one table that this batch brought, no hand changed since, and are of nobody who is held."""
    found = model._base_manager.filter(batch=batch).exclude(by_a_hand(model))
    return found.exclude(person__in=held(batch).values("pk")) if model in _OF_A_PERSON else found


def houses(batch: Batch) -> QuerySet[Household]:
    """Houses this batch brought which nothing points at, once its people and rows are gone."""
    found = Household.objects.filter(batch=batch, volunteer_seat=None)
    for model, there in _about(Household):
        found = found.exclude(Exists(there.exclude(batch=batch) if model is HouseKey else there))
    trodden = Footprint.objects.filter(table="household", row=_text_key()).exclude(batch=batch)
    return found.exclude(Exists(trodden))


def owner_of_a_person(batch: Batch) -> Any:
    """The file that speaks of a person once this batch does not; nothing where only hands do."""
    found = [
        about.exclude(batch=batch).exclude(batch=None).order_by("-pk")
        for model, about in _about(Person)
        if _has_batch(model)
    ]
    return Coalesce(*(Subquery(rows.values("batch")[:1]) for rows in found))


def owner_of_a_house(batch: Batch) -> Any:
    """The file that holds to a house once this batch lets go of it; nothing where only hands do."""
    here = {"household": OuterRef("pk")}
    keys = HouseKey.objects.filter(**here).exclude(batch=batch).exclude(batch=None).order_by("-id")
    homes = Residence.objects.filter(**here).exclude(batch=batch).exclude(batch=None).order_by("-id")
    trodden = Footprint.objects.filter(table="household", row=_text_key()).exclude(batch=batch).order_by("-id")
    people = Person.objects.filter(**here).exclude(batch=batch).exclude(batch=None).order_by("-id")
    return Coalesce(*(Subquery(rows.values("batch")[:1]) for rows in (keys, homes, trodden, people)))


def _about(one: type[Model]) -> Iterator[tuple[type[Model], QuerySet[Any]]]:
    """Every table that points at this one, whichever room it is of, with its rows about the outer row."""
    # hidden ones too: a merge and a possible duplicate name people without their knowing it
    relations: list[Any] = one._meta.get_fields(include_hidden=True)
    for relation in relations:
        if relation.auto_created and not relation.concrete and relation.related_model is not SourceRow:
            model = relation.related_model
            yield model, model._base_manager.filter(**{relation.field.attname: OuterRef("pk")})
    if one is Person:
        yield SourceRow, SourceRow._base_manager.filter(person_id=OuterRef("pk"))


def _text_key() -> Any:
    return Cast(OuterRef("pk"), CharField())


def _foreign(model: type[Model], batch: Batch, heard_again: Collection[int]) -> Q:
    """Rows that show that somebody else than this batch has to do with a person."""
    if model is Identifier or not _has_batch(model):
        return _of_a_hand(model)
    of_others = ~Q(batch=batch) | by_a_hand(model)
    return of_others | Q(pk__in=list(heard_again)) if model is SourceRow else of_others


def _of_a_hand(model: type[Model]) -> Q:
    """Rows that no file brought, or that a hand changed since."""
    if model in (Identifier, SourceRow, Footprint):  # an identifier comes with its person
        return _NOBODY
    return Q(batch=None) | by_a_hand(model) if _has_batch(model) else Q()


def _has_batch(model: type[Model]) -> bool:
    return any(field.name == "batch" for field in model._meta.concrete_fields)


def by_a_hand(model: type[Model]) -> Q:
    """Rows a file brought and a hand decided, ended or closed since."""
    if model in (Duplicate, Conflict):
        return ~Q(decision="")
    if model is GroupMembership:
        return ~Q(basis=Basis.FILE) | ~Q(ended_because="")
    if model is Residence:
        closed = Footprint.objects.filter(table="residence", row=_text_key())
        closed_by_a_file = closed.annotate(day=KT("after__to_on")).filter(day=OuterRef("to_on"))
        return ~Q(to_on="") & Q(~Exists(closed_by_a_file))
    return _NOBODY
