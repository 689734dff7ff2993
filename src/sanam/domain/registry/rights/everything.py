"""Everything known about one person, opened and gathered, with what is other people's left out.

Nothing is listed by hand: the tables say which rows are the person's (`belongings`), the marks say how each column is
shown (`way_of`).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import sealing
from sanam.domain.journal import queries as written
from sanam.domain.media.models import Kept
from sanam.domain.notices.models import Notice
from sanam.domain.registry.models import Batch, Household, Identifier, Person
from sanam.domain.registry.rights import belongings
from sanam.domain.registry.rights.ways import Way, way_of
from sanam.domain.teams import queries as teams

OTHERS = "(ข้อมูลของคนอื่น)"
_NUMBER = re.compile(r"(?<!\d)\d{13}(?!\d)")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Everything:
    """Rows by table ("registry.Person": [{column: value}]), what was done and who looked, news, pictures to copy."""

    person: Person
    tables: dict[str, list[Row]]
    deeds: list[Row]
    looks: list[Row]
    news: list[Row]
    pictures: list[Kept] = field(default_factory=list)


def of(person: Person) -> Everything:
    """Gather it; the records merged into this one too."""
    people = belongings.same_human(person)
    rows: belongings.Rows = {Person: set(people), **belongings.of(people)}
    refs = sorted(belongings.refs_of(rows))
    shown = _Shown(people)
    tables = {model._meta.label: [shown.row(one) for one in _in_order(model, keys)] for model, keys in rows.items()}
    for column in belongings.about(Person):
        theirs = column.model._base_manager.filter(**{f"{column.name}__in": people}).order_by("pk")
        tables |= {column.model._meta.label: [shown.row(one) for one in theirs]} if theirs else {}
    return Everything(
        person=person,
        tables=dict(sorted(tables.items())),
        deeds=shown.plain(_deeds(refs)),
        looks=_looks(person.ref),
        news=shown.plain(_news(refs)),
        pictures=list(Kept.objects.filter(owner__in=refs, kind="picture").order_by("at", "id")),
    )


class _Shown:
    """One row after another as the person may have it."""

    def __init__(self, people: list[Any]) -> None:
        self.people = set(people)
        held = Identifier.objects.filter(person__in=people, sealed__isnull=False).order_by("pk")
        self.own_numbers = {one.number for one in held}

    def row(self, one: models.Model) -> Row:
        told = {}
        for column in one._meta.concrete_fields:
            if (show := _SHOW.get(way_of(column))) is not None:
                told[column.name] = self.masked(show(self, one, column))
        return told

    def plain(self, rows: list[Row]) -> list[Row]:
        return [{name: self.masked(value) for name, value in row.items()} for row in rows]

    def masked(self, value: Any) -> Any:
        """A value in which every national ID that is not the person's own is masked, however deep it lies."""
        if isinstance(value, str):
            return _NUMBER.sub(lambda found: found[0] if found[0] in self.own_numbers else OTHERS, value)
        if isinstance(value, dict):
            return {key: self.masked(one) for key, one in value.items()}
        return [self.masked(one) for one in value] if isinstance(value, list) else value

    def somebody(self, one: models.Model, column: models.Field[Any, Any]) -> Any:
        key = getattr(one, column.attname)
        return None if key is None else str(key) if key in self.people else OTHERS

    def thing(self, one: models.Model, column: models.Field[Any, Any]) -> Any:
        return _said(getattr(one, column.name))

    def between(self, one: models.Model, column: models.Field[Any, Any]) -> Any:
        return OTHERS if getattr(one, column.attname) else ""


def _opened(_shown: _Shown, one: models.Model, column: models.Field[Any, Any]) -> Any:
    """A sealed column in the clear: a number as text, a file's row as what it said."""
    sealed = getattr(one, column.attname)
    if not sealed:
        return None
    plain = sealing.decrypt(bytes(sealed))
    try:
        return json.loads(zlib.decompress(plain))
    except (zlib.error, ValueError):
        return plain.decode(errors="replace")


def _value(_shown: _Shown, one: models.Model, column: models.Field[Any, Any]) -> Any:
    return getattr(one, column.attname)


_SHOW: Mapping[Way, Callable[[_Shown, Any, Any], Any]] = {
    Way.AS_IT_IS: _value,
    Way.OPENED: _opened,
    Way.SOMEBODY: _Shown.somebody,
    Way.THING: _Shown.thing,
    Way.BETWEEN_PEOPLE: _Shown.between,
}


def _said(thing: Any) -> Any:
    """What a column points at, in words the person can use: their house's address, a seat's title, a file's name."""
    if isinstance(thing, Household):
        return {"house_no": thing.house_no, "road": thing.road, "place": areas.said(thing.area_code, "th")}
    if isinstance(thing, Batch):
        return {"file": thing.file_name, "read_on": thing.at, "by": thing.by_label}
    return getattr(thing, "title_th", None) or (str(thing.pk) if thing is not None else None)


def _in_order(model: type[models.Model], keys: set[Any]) -> Iterator[models.Model]:
    pointing = [one.name for one in model._meta.concrete_fields if way_of(one) is Way.THING]
    return model._base_manager.filter(pk__in=keys).select_related(*pointing).order_by("pk").iterator(500)


def _deeds(refs: list[str]) -> list[Row]:
    told = written.told_about(refs)
    titles = teams.seat_titles(entry.actor_ref for entry, _ in told)
    return [
        {"at": entry.at, "did": entry.did, "by": titles.get(entry.actor_ref, ("ระบบ", ""))[0], "told": details}
        for entry, details in told
    ]


def _looks(ref: str) -> list[Row]:
    brief = written.looks_in_brief(ref)
    titles = teams.seat_titles(str(row["actor_ref"]) for row in brief)
    return [
        {"by": titles.get(str(row["actor_ref"]), ("ระบบ", ""))[0], "times": row["times"], "last": row["last"]}
        for row in brief
    ]


def _news(refs: list[str]) -> list[Row]:
    news = Notice.objects.filter(about__in=refs).order_by("id")
    return [{"at": one.at, "th": one.th, "en": one.en} for one in news]
