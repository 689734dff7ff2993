"""What is left of a person outside their own rows: news about them, sentences with their number, lists by their id."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace

from sanam.domain.foundation.actor import Actor
from sanam.domain.media import operations as media
from sanam.domain.media import queries as kept
from sanam.domain.notices.models import Notice
from sanam.domain.registry.models import Batch, Household, SourceRow, Tombstone
from sanam.domain.registry.rights import belongings
from sanam.domain.registry.words import BatchState

GONE = "–"
_SHORTEST_TEXT = 36
_APART = {"journal"}
"""The journal keeps opaque references by design; its details are erased by its own deed."""


def forget_news(refs: Collection[str], names: Collection[str]) -> None:
    """Notices about these things, and those that say one of these whole names, go."""
    told = Q(about__in=refs)
    for name in names:
        told |= Q(th__contains=name) | Q(en__contains=name)
    for ref in refs:
        told |= Q(path__contains=ref.partition(":")[2]) if ref.startswith("person:") else Q()
    Notice.objects.filter(told).delete()


def forget_rows_never_matched(keys: Collection[tuple[str, str]], people: Collection[Any]) -> None:
    """Rows kept before anybody knew whom they spoke of, under the numbers hospitals have for this person."""
    for hospital, pid in keys:
        said = Q(key=pid) | Q(key__startswith=f"{pid[:18]}#")
        SourceRow.objects.filter(said, hospital=hospital, person=None).delete()


def forget_hints(lookups: Collection[str]) -> None:
    """A house no longer says by hash that this person was its volunteer."""
    Household.objects.filter(volunteer_hint__in=[f"#{lookup[:48]}" for lookup in lookups]).update(volunteer_hint="")


def forget_pictures_and_papers(by: Actor, refs: Collection[str]) -> int:
    """What these things own, and files sent in that wait for a second reading: one of them may hold the person."""
    waiting = Batch.objects.filter(state__in=(BatchState.TRIED, BatchState.REFUSED)).order_by("at")
    owners = [*sorted(refs), *(batch.ref for batch in waiting)]
    return sum(media.release(by=by, owner=owner) for owner in owners if kept.has_any(owner))


def forget_numbers(numbers: Collection[str]) -> None:
    """A whole national ID standing in anybody's sentence is taken out of it."""
    for model, column in _sentences():
        for number in numbers:
            there = model._base_manager.filter(**{f"{column.name}__contains": number})
            if there.exists():  # a table that never changes refuses even a change of nothing
                there.update(**{column.name: Replace(F(column.name), Value(number), Value(GONE))})


def forget_in_lists(names: Collection[str]) -> None:
    """What is kept as JSON elsewhere (what a file changed, say) no longer speaks of these ids and numbers."""
    for model, column in _documents():
        for name in names:
            for row in model._base_manager.filter(**{f"{column.name}__icontains": name}).order_by("pk"):
                without = _without(getattr(row, column.name), name)
                model._base_manager.filter(pk=row.pk).update(**{column.name: without})


def _sentences() -> Iterator[tuple[type[models.Model], models.Field[Any, Any]]]:
    for model in belongings.written_tables():
        if model._meta.app_label not in _APART:
            for column in model._meta.concrete_fields:
                if isinstance(column, models.TextField) or (column.max_length or 0) >= _SHORTEST_TEXT * 2:
                    yield model, column


def _documents() -> Iterator[tuple[type[models.Model], models.Field[Any, Any]]]:
    for model in belongings.written_tables():
        if model._meta.app_label not in _APART and model is not Tombstone:
            for column in model._meta.concrete_fields:
                if isinstance(column, models.JSONField):
                    yield model, column


def _without(value: Any, name: str) -> Any:
    """A document without whatever stands under this name, and without the parts that say it."""
    if isinstance(value, dict):
        if any(isinstance(one, str) and name in one for one in value.values()):
            return {}
        return {key: _without(one, name) for key, one in value.items() if name not in key}
    if isinstance(value, list):
        return [_without(one, name) for one in value if not (isinstance(one, str) and name in one)]
    return value
